#pragma once

#include "model/commands.h"
#include "tests/support/evidenceproject.h"

#include <QImage>
#include <QPainter>
#include <QPdfWriter>

namespace tb {

/// A year's engagement with controls and some thirty real files, as the evidence pane shows them.
struct EvidenceSample : EvidenceProject
{
    static constexpr QDate today() { return QDate::fromJulianDay(2461112); } // 12 March 2026

    QHash<QString, ControlId> controls;
    QHash<QString, EvidenceId> items; ///< by title

    void setScope(ReportType type = ReportType::TypeTwo) const
    {
        Engagement engagement;
        engagement.organisation = QStringLiteral("Northquill");
        engagement.service = QStringLiteral("Ledger");
        engagement.reportType = type;
        engagement.asOf = QDate(2026, 3, 31);
        if (type == ReportType::TypeTwo) {
            engagement.from = QDate(2025, 7, 1);
            engagement.to = QDate(2026, 6, 30);
        }
        engagement.categories = { QStringLiteral("security") };
        if (!createRecord(*project, engagement))
            qFatal("no engagement");
    }

    void control(const char *code, const char *title, Frequency frequency, const char *owner)
    {
        Control record;
        record.code = QLatin1String(code);
        record.title = QLatin1String(title);
        record.frequency = frequency;
        record.workStatus = WorkStatus::Implemented;
        record.implementedOn = QDate(2025, 1, 1);
        record.anchorOn = QDate(2025, 3, 31);
        record.owner = addPerson(QLatin1String(owner));
        const auto made = createRecord(*project, record);
        if (!made)
            qFatal("no control");
        controls.insert(record.code, made.value());
        static_cast<void>(setLinks(*project, controlCriterion, { made.value().value }, { criterion.value }, true));
    }

    /// Attaches @p content under @p name and gives the item its dates.
    void addItem(const char *title, const QString &name, const QByteArray &content, const QStringList &codes,
                 const QList<FieldValue> &values, const char *owner)
    {
        QList<ControlId> linked;
        for (const QString &code : codes)
            linked.append(controls.value(code));
        const auto done = attach({ file(name, content) }, linked);
        if (!done || done.value().added.size() != 1)
            qFatal("not attached: %s", qPrintable(name));
        const EvidenceId id = done.value().added.first().id;
        QList<FieldValue> all = values;
        all.append({ QStringLiteral("title"), QLatin1String(title) });
        all.append({ QStringLiteral("owner_id"), addPerson(QLatin1String(owner)).value });
        all.append({ QStringLiteral("source_system"), QStringLiteral("Exported from identity provider") });
        if (!setFields<Evidence>(*project, { id }, all))
            qFatal("no fields: %s", title);
        items.insert(QLatin1String(title), id);
    }

    /// A document with @p pages pages and a table on each.
    static QByteArray document(int pages)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setResolution(72);
        QPainter painter(&writer);
        for (int page = 0; page < pages; ++page) {
            if (page > 0)
                writer.newPage();
            painter.setPen(Qt::black);
            painter.setFont(QFont(QStringLiteral("Inter"), 16, QFont::DemiBold));
            painter.drawText(30, 50, QStringLiteral("Production access review"));
            painter.setFont(QFont(QStringLiteral("Inter"), 9));
            painter.drawText(30, 72, QStringLiteral("Quarter 4, 2025. Every account was compared with the roster."));
            for (int row = 0; row < 12; ++row) {
                painter.drawText(30, 110 + row * 24, QStringLiteral("account.%1").arg(row));
                painter.drawText(240, 110 + row * 24, row % 4 ? QStringLiteral("Reader") : QStringLiteral("Admin"));
                painter.drawText(400, 110 + row * 24, row == 4 ? QStringLiteral("Remove") : QStringLiteral("Keep"));
                painter.drawLine(30, 118 + row * 24, 480, 118 + row * 24);
            }
        }
        painter.end();
        return bytes;
    }
    static QByteArray picture()
    {
        QImage image(900, 560, QImage::Format_RGB32);
        image.fill(QColor(244, 246, 250));
        QPainter painter(&image);
        painter.fillRect(0, 0, 900, 60, QColor(30, 60, 110));
        for (int i = 0; i < 6; ++i)
            painter.fillRect(40, 100 + 70 * i, 820, 44, QColor(255, 255, 255));
        painter.end();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes;
    }

    static QList<FieldValue> covers(const char *from, const char *to, const char *collected)
    {
        return { { QStringLiteral("covers_from"), QLatin1String(from) },
                 { QStringLiteral("covers_to"), QLatin1String(to) },
                 { QStringLiteral("collected_on"), QLatin1String(collected) } };
    }
    static QList<FieldValue> performed(const char *days, const char *collected)
    {
        return { { QStringLiteral("performed_on"), QLatin1String(days) },
                 { QStringLiteral("collected_on"), QLatin1String(collected) } };
    }

    void addControls()
    {
        criterion = addCriterion(QStringLiteral("CC6.1"), QStringLiteral("Logical access"));
        control("AC-01", "Single sign-on for every system", Frequency::Continuous, "Priya Raman");
        control("AC-04", "Administrators are reviewed", Frequency::Quarterly, "Tobias Lind");
        control("AC-11", "Production access is reviewed", Frequency::Quarterly, "Priya Raman");
        control("BC-03", "Backups are restored as a test", Frequency::SemiAnnual, "Tobias Lind");
        control("CM-01", "Changes are approved", Frequency::PerEvent, "Tobias Lind");
        control("GV-01", "The board reviews security", Frequency::Quarterly, "Maren Okafor");
        control("HR-04", "Staff are trained every year", Frequency::Annual, "Helen Sato");
        control("IR-02", "Incident response is rehearsed", Frequency::Annual, "Maren Okafor");
        control("NW-05", "A penetration test is made every year", Frequency::Annual, "Priya Raman");
        control("OP-04", "Alerts are triaged", Frequency::Monthly, "Priya Raman");
        control("VN-01", "The vendor register is signed off", Frequency::Quarterly, "Maren Okafor");
    }
    void addItems()
    {
        const QByteArray csv = "user,role,last seen,decision\nokafor.m,Reader,2026-01-08,Keep\n"
                               "ferrer.j,Administrator,2025-09-30,\"Remove, left\"\n";
        const QByteArray pdf = document(4);
        const QString ac11 = QStringLiteral("AC-11");
        addItem("Production access review", QStringLiteral("access-review-2025-q4.pdf"), pdf, { ac11 },
                covers("2025-07-01", "2025-12-31", "2026-01-09"), "Priya Raman");
        addItem("Admin group export", QStringLiteral("admins.csv"), csv, { QStringLiteral("AC-04") },
                performed("2025-09-28,2025-12-30", "2026-01-05"), "Tobias Lind");
        addItem("Penetration test summary", QStringLiteral("pentest-2024.pdf"), document(2),
                { QStringLiteral("NW-05") }, performed("2024-03-04", "2025-03-04"), "Priya Raman");
        addItem("Restore test record", QStringLiteral("restore.log"), "restore started\nrestore finished\n",
                { QStringLiteral("BC-03") }, performed("2025-07-22", "2025-07-22"), "Tobias Lind");
        addItem("Board security minutes", QStringLiteral("minutes.txt"), "Present: all\nDecided: budget\n",
                { QStringLiteral("GV-01") }, performed("2025-08-14,2025-11-20,2026-02-12", "2026-02-12"),
                "Maren Okafor");
        addItem("Single sign-on settings", QStringLiteral("sso.png"), picture(), { QStringLiteral("AC-01"), ac11 },
                performed("2025-09-02,2026-03-02", "2026-03-02"), "Priya Raman");
        addItem("Change ticket population", QStringLiteral("changes.csv"), csv + "x,y,z,w\n",
                { QStringLiteral("CM-01") }, covers("2025-07-01", "2026-03-10", "2026-03-10"), "Tobias Lind");
        addItem("Security training completion", QStringLiteral("training.json"), "{\n  \"done\": 48\n}\n",
                { QStringLiteral("HR-04") }, performed("2025-03-31", "2025-03-31"), "Helen Sato");
        addItem("Incident response rehearsal", QStringLiteral("rehearsal.md"), "# Rehearsal\n",
                { QStringLiteral("IR-02") }, performed("2025-03-26", "2025-03-26"), "Maren Okafor");
        for (int month = 7; month <= 36; ++month) {
            const QDate day(month <= 12 ? 2025 : 2026, (month - 1) % 12 + 1, 14 - month % 5);
            const QByteArray iso = day.toString(Qt::ISODate).toLatin1();
            const QByteArray title = "Alert triage log, "
                + QLocale::c().toString(day, QStringLiteral("MMMM yyyy")).toLatin1()
                + (month > 14 ? " (second look " + QByteArray::number(month) + ')' : QByteArray());
            if (day > today() && month <= 24)
                continue;
            addItem(title.constData(), QStringLiteral("triage-%1.log").arg(month), title + '\n',
                    { QStringLiteral("OP-04") },
                    performed((day > today() ? QByteArray("2026-02-20") : iso).constData(),
                              (day > today() ? QByteArray("2026-02-20") : iso).constData()),
                    "Priya Raman");
        }
    }

    CriterionId criterion;
};

} // namespace tb
