#pragma once

#include "model/controls/control.h"
#include "model/job.h"
#include "reports/reportinput.h"

namespace tb::sample {

inline Control control(qint64 id, const QString &code, const QString &title)
{
    Control made;
    made.id.value = id;
    made.code = code;
    made.title = title;
    made.rank = QStringLiteral("r%1").arg(id, 6, 10, QLatin1Char('0'));
    made.owner.value = 1 + id % 2;
    made.frequency = Frequency::Quarterly;
    return made;
}

inline Criterion criterion(qint64 id, const QString &code, const QString &title)
{
    Criterion made;
    made.id.value = id;
    made.framework.value = 1;
    made.code = code;
    made.series = code.section(QLatin1Char('.'), 0, 0);
    made.title = title;
    made.rank = QStringLiteral("r%1").arg(id, 6, 10, QLatin1Char('0'));
    return made;
}

inline Evidence evidence(qint64 id, const QString &title, QDate day)
{
    Evidence made;
    made.id.value = id;
    made.code = QStringLiteral("E-%1").arg(id, 4, 10, QLatin1Char('0'));
    made.title = title;
    made.fileName = title + QStringLiteral(".pdf");
    made.size = 1000 * id;
    made.sha256 = QStringLiteral("%1").arg(id, 64, 16, QLatin1Char('a'));
    made.performedOn = { day };
    made.collectedOn = day;
    return made;
}

inline Engagement engagement()
{
    Engagement made;
    made.organisation = QStringLiteral("Northquill Software");
    made.service = QStringLiteral("Northquill Cloud");
    made.from = QDate(2025, 7, 1);
    made.to = QDate(2026, 6, 30);
    made.categories = QStringList { QStringLiteral("security"), QStringLiteral("availability") };
    made.lead = QStringLiteral("Maren Okafor");
    made.auditor = QStringLiteral("Calder & Voss LLP");
    made.confidentiality = QStringLiteral("Confidential");
    return made;
}

/// Three criteria, @p controls controls and @p items evidence items, all linked.
inline Records records(int controls = 4, int items = 3)
{
    Records made;
    made.engagements.put(engagement());
    Person ana;
    ana.id.value = 1;
    ana.name = QStringLiteral("Ana Ruiz");
    Person luis;
    luis.id.value = 2;
    luis.name = QStringLiteral("Luis Berg");
    made.people.put(ana);
    made.people.put(luis);
    made.criteria.put(criterion(1, QStringLiteral("CC6.1"), QStringLiteral("Logical access security")));
    made.criteria.put(criterion(2, QStringLiteral("CC6.2"), QStringLiteral("Joiners and leavers")));
    made.criteria.put(criterion(3, QStringLiteral("CC7.1"), QStringLiteral("Detection of vulnerabilities")));
    for (int i = 1; i <= controls; ++i) {
        Control next = control(i, QStringLiteral("AC-%1").arg(i, 2, 10, QLatin1Char('0')),
                               QStringLiteral("Access rule number %1 holds for every account").arg(i));
        next.workStatus = i % 2 == 0 ? WorkStatus::Implemented : WorkStatus::InProgress;
        if (next.workStatus == WorkStatus::Implemented)
            next.implementedOn = QDate(2025, 6, 1);
        else
            next.targetOn = QDate(2026, 4, 30);
        made.controls.put(next);
        made.controlCriteria.add(i, 1 + i % 2);
        if (i == 1)
            made.controlCriteria.add(i, 1);
    }
    for (int i = 1; i <= items; ++i) {
        made.evidence.put(evidence(100 + i, QStringLiteral("Access review %1").arg(i), QDate(2025, 9, 20)));
        made.evidenceControls.add(100 + i, 1 + i % std::max(controls, 1));
    }
    return made;
}

inline ReportInput input(const Records &records)
{
    return reportInput(records, { 1284, QByteArray::fromHex("e41b7d025f3c").leftJustified(32, '\x11') },
                       QDate(2026, 3, 12));
}

/// A job that is cancelled once it has been asked @p patience times; never by default.
class PlainJob : public JobControl
{
public:
    explicit PlainJob(int patience = -1) : m_patience(patience) { }
    bool cancelled() const override { return m_patience >= 0 && m_asked++ >= m_patience; }
    void progress(qint64 done, qint64 total, const QString &) override
    {
        lastDone = done;
        lastTotal = total;
    }
    qint64 lastDone = 0;
    qint64 lastTotal = 0;

private:
    int m_patience;
    mutable int m_asked = 0;
};

} // namespace tb::sample
