#include "reports/words/remarks.h"

#include <QtTest>

using namespace tb;
using readiness::Mend;
using readiness::Remark;
using readiness::RemarkCode;

class TestRemarks : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasAReasonWithAndWithoutNames();
    void remarksWithoutADateReadWell();
    void everyMendSaysWhatToDo();
    void occurrencesAreNamedByTheirPeriod();
    void severalReasonsAreCounted();
    void aNotedDecisionIsSaid();
    void vendorsAreNamed();
};

void TestRemarks::everyCodeHasAReasonWithAndWithoutNames()
{
    const words::RemarkContext named { [](const readiness::RecordRef &) { return QStringLiteral("AC-04"); },
                                       Frequency::Quarterly };
    for (std::size_t i = 0; i < Words<RemarkCode>::all.size(); ++i) {
        Remark remark = readiness::remark(static_cast<RemarkCode>(i));
        remark.from = QDate(2026, 1, 1);
        remark.to = QDate(2026, 3, 31);
        remark.count = 3;
        remark.expected = 5;
        for (const auto &context : { named, words::RemarkContext {} }) {
            const QString text = words::reason(remark, context);
            QVERIFY2(text.size() > 5, Words<RemarkCode>::all[i]);
            QVERIFY2(!text.contains(QLatin1Char('%')) && !text.endsWith(QLatin1Char('.')), qPrintable(text));
        }
    }
}

void TestRemarks::remarksWithoutADateReadWell()
{
    for (const RemarkCode code : { RemarkCode::NotYetOperated, RemarkCode::NothingDue,
                                   RemarkCode::NoRecentConfiguration, RemarkCode::VendorReviewOld }) {
        const QString text = words::reason(readiness::remark(code));
        QVERIFY2(!text.contains(QStringLiteral("  ")) && text == text.trimmed()
                     && !text.endsWith(QStringLiteral(" on")),
                 qPrintable(text));
    }
}

void TestRemarks::everyMendSaysWhatToDo()
{
    QStringList texts;
    for (std::size_t i = 0; i < Words<Mend>::all.size(); ++i)
        texts.append(words::remedy(static_cast<Mend>(i)));
    QCOMPARE(QSet<QString>(texts.cbegin(), texts.cend()).size(), texts.size());
    QCOMPARE(words::remedy(Mend::Nothing), QString());
}

void TestRemarks::occurrencesAreNamedByTheirPeriod()
{
    Remark remark = readiness::remark(RemarkCode::OccurrenceMissing);
    remark.from = remark.to = QDate(2026, 3, 31);
    remark.count = 1;
    QCOMPARE(words::sentence(QStringLiteral("AC-04"), remark, { {}, Frequency::Quarterly }),
             QStringLiteral("AC-04: no occurrence for the quarter ending 31 March 2026"));
    QCOMPARE(words::reason(remark, { {}, Frequency::Daily }), QStringLiteral("no occurrence for 31 March 2026"));
    remark.from = QDate(2025, 12, 31);
    remark.count = 2;
    QCOMPARE(words::reason(remark, { {}, Frequency::Quarterly }),
             QStringLiteral("2 occurrences not performed, due from 31 December 2025 to 31 March 2026"));
}

void TestRemarks::severalReasonsAreCounted()
{
    const QList<Remark> remarks { readiness::remark(RemarkCode::NoActiveOwner),
                                  readiness::remark(RemarkCode::NoFrequency),
                                  readiness::remark(RemarkCode::NoActiveOwner),
                                  readiness::remark(RemarkCode::NoControl) };
    QCOMPARE(words::reasons(remarks, {}), QStringLiteral("no active owner; 2 more"));
    QCOMPARE(words::reasons(remarks, {}, 9), QStringLiteral("no active owner; no frequency; no control"));
    QCOMPARE(words::reasons({}, {}), QString());
}

void TestRemarks::aNotedDecisionIsSaid()
{
    Remark remark
        = readiness::remark(RemarkCode::LateStart, readiness::DaySpan { QDate(2026, 4, 1), QDate(2026, 5, 1) });
    const QString late = QStringLiteral("implemented on 1 May 2026, after the window opened on 1 April 2026");
    QCOMPARE(words::reason(remark), late + QStringLiteral(", and no decision is noted"));
    remark.decided = true;
    remark.mend = Mend::Nothing;
    QCOMPARE(words::reason(remark), late + QStringLiteral(", and a decision is noted"));
}

void TestRemarks::vendorsAreNamed()
{
    const words::RemarkContext named { [](const readiness::RecordRef &) { return QStringLiteral("Cloudbarn"); }, {} };
    Remark remark = readiness::remark(RemarkCode::VendorDaysUncovered, VendorId { 3 });
    remark.count = 12;
    QCOMPARE(words::reason(remark, named), QStringLiteral("the report of Cloudbarn leaves 12 days uncovered"));
    QCOMPARE(words::reason(remark), QStringLiteral("the subservice organisation's report leaves 12 days uncovered"));
}

QTEST_GUILESS_MAIN(TestRemarks)
#include "tst_remarks.moc"
