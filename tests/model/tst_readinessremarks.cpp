#include "tests/model/readinessfixture.h"

#include <QSet>
#include <QtTest>

using namespace tb;
using namespace tb::readiness;

namespace {

/// What READINESS.md says of a code: its rule, and what a person can do about it.
struct Line
{
    const char *code;
    int rule;
    const char *mend;
};

constexpr Line lines[] {
    { "not_relevant_without_approval", 1, "approve_exclusion" },
    { "no_control", 2, "add_control" },
    { "control_not_ready", 2, "mend_control" },
    { "not_applicable_without_approval", 2, "approve_exclusion" },
    { "csoc_not_monitored", 3, "link_monitoring_control" },
    { "monitoring_not_ready", 3, "mend_control" },
    { "no_active_owner", 4, "assign_owner" },
    { "no_frequency", 4, "set_frequency" },
    { "no_implemented_date", 4, "set_implemented_date" },
    { "policy_not_approved", 4, "approve_policy" },
    { "severe_finding_open", 4, "close_finding" },
    { "implemented_after_as_of", 5, "set_implemented_date" },
    { "policy_not_effective", 5, "approve_policy" },
    { "no_evidence_at_as_of", 6, "add_evidence" },
    { "not_yet_operated", 7, "nothing" },
    { "late_start", 8, "note_decision" },
    { "policy_gap", 9, "note_decision" },
    { "nothing_due", 11, "perform_early" },
    { "occurrence_late", 13, "record_finding" },
    { "occurrence_missing", 13, "record_finding" },
    { "grace_ends_after_window", 14, "perform_before_window_ends" },
    { "system_not_shown", 16, "collect_configuration" },
    { "change_not_shown", 16, "collect_configuration" },
    { "no_recent_configuration", 16, "collect_configuration" },
    { "population_gap", 17, "export_population" },
    { "population_tail", 17, "export_population" },
    { "population_not_complete", 17, "mark_population_complete" },
    { "final_export_too_early", 17, "export_population" },
    { "no_statement_of_no_events", 18, "state_no_events" },
    { "no_events", 18, "nothing" },
    { "sample_not_drawn", 18, "draw_sample" },
    { "sample_too_small", 18, "draw_sample" },
    { "sample_without_evidence", 18, "attach_sample_evidence" },
    { "occurrence_deviates", 19, "record_finding" },
    { "vendor_report_missing", 20, "obtain_vendor_report" },
    { "vendor_report_old", 20, "obtain_vendor_report" },
    { "vendor_review_old", 20, "review_vendor_report" },
    { "vendor_days_uncovered", 20, "obtain_vendor_report" },
};

} // namespace

/// Each code names its rule and what would mend it.
class TestReadinessRemarks : public QObject
{
    Q_OBJECT

private slots:
    void codes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("mend");
        for (const Line &line : lines)
            QTest::newRow(line.code) << QString(QLatin1String(line.code)) << line.rule
                                     << QString(QLatin1String(line.mend));
    }
    void codes()
    {
        QFETCH(QString, code);
        QFETCH(int, rule);
        const auto known = fromWord<RemarkCode>(code);
        QVERIFY(known);
        QCOMPARE(ruleOf(*known), rule);
        const Remark made = remark(*known, DaySpan { day("2026-01-01"), day("2026-02-02") }, controlId, criterionId);
        QCOMPARE(made.rule(), rule);
        QTEST(wordOf(made.mend), "mend");
        QCOMPARE(made.record, RecordRef(controlId));
        QCOMPARE(made.other, RecordRef(criterionId));
        QCOMPARE(DaySpan({ made.from, made.to }), span("2026-01-01", "2026-02-02"));
        QVERIFY(!made.decided);
    }

    void everyCodeIsInTheTable()
    {
        QSet<QString> listed;
        for (const Line &line : lines)
            listed.insert(QLatin1String(line.code));
        QCOMPARE(listed.size(), static_cast<qsizetype>(Words<RemarkCode>::all.size()));
        QCOMPARE(static_cast<qsizetype>(std::size(lines)), listed.size());
    }
};

QTEST_GUILESS_MAIN(TestReadinessRemarks)
#include "tst_readinessremarks.moc"
