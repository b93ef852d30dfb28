#include "model/controls/control.h"
#include "model/engagement/engagement.h"
#include "model/evidence/evidence.h"
#include "model/store/changeset.h"
#include "reports/words/changes.h"

#include <QtTest>

using namespace tb;

class TestChanges : public QObject
{
    Q_OBJECT

private slots:
    void sentencesReadLikeAPersonWroteThem_data();
    void sentencesReadLikeAPersonWroteThem();
    void anUnreadableEntrySaysSo();
    void fieldsAreListedBeforeAndAfter();
    void fieldListIsBounded();
};

using Rows = QList<RowDelta>;
Q_DECLARE_METATYPE(Rows)

namespace {

const char *const labels = R"({"control":{"1":"AC-02","2":"CM-01","3":"CM-02"},"person":{"1":"Ana","2":"Luis"},)"
                           R"("evidence":{"1":"Access review Q3","2":"Access review Q2"},)"
                           R"("criterion":{"1":"CC6.1","2":"CC6.2"}})";

template <class R> CellDelta cell(const char *field, const QVariant &before, const QVariant &after)
{
    return { subjectOf<R>().indexOf(QLatin1String(field)) + 1, before, after };
}

template <class R> RowDelta row(Operation operation, qint64 key, const QList<CellDelta> &cells = {})
{
    return { subjectOf<R>().tableName(), operation, key, 0, cells };
}

template <class R> RowDelta update(qint64 key, const char *field, const QVariant &before, const QVariant &after)
{
    return row<R>(Operation::Update, key, { cell<R>(field, before, after) });
}

RowDelta link(const LinkSpec &spec, Operation operation, qint64 left, qint64 right)
{
    return { QLatin1String(spec.table), operation, left, right, {} };
}

LogEntry entry(EntryKind kind)
{
    LogEntry made;
    made.kind = kind;
    made.labels = QLatin1String(labels);
    return made;
}

QVariant null()
{
    return QVariant::fromValue(nullptr);
}

} // namespace

void TestChanges::sentencesReadLikeAPersonWroteThem_data()
{
    QTest::addColumn<EntryKind>("kind");
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("record");
    const auto add = [](const char *name, EntryKind kind, const Rows &rows, const char *sentence, const char *action,
                        const char *record) {
        QTest::newRow(name) << kind << rows << QString::fromUtf8(sentence) << QString::fromUtf8(action)
                            << QString::fromUtf8(record);
    };
    const RowDelta owner = update<Control>(1, "owner_id", 1LL, 2LL);
    const Rows due { update<Control>(2, "target_on", QStringLiteral("2026-03-31"), QStringLiteral("2026-04-30")),
                     update<Control>(3, "target_on", null(), QStringLiteral("2026-04-30")) };
    const Rows files { row<Evidence>(Operation::Insert, 1, { cell<Evidence>("code", {}, QStringLiteral("E-0001")) }),
                       row<Evidence>(Operation::Insert, 2, { cell<Evidence>("code", {}, QStringLiteral("E-0002")) }),
                       link(evidenceControl, Operation::Insert, 1, 1), link(evidenceControl, Operation::Insert, 2, 1) };
    using K = EntryKind;
    add("owner", K::Edit, { owner }, "Control AC-02: owner changed from Ana to Luis", "Owner set to Luis", "AC-02");
    add("owner set", K::Edit, { update<Control>(1, "owner_id", null(), 2LL) }, "Control AC-02: owner set to Luis",
        "Owner set to Luis", "AC-02");
    add("owner cleared", K::Edit, { update<Control>(1, "owner_id", 2LL, null()) }, "Control AC-02: owner cleared",
        "Owner cleared", "AC-02");
    add("long text", K::Edit, { update<Control>(1, "notes", QStringLiteral("a"), QStringLiteral("b")) },
        "Control AC-02: notes changed", "Notes changed", "AC-02");
    add("bulk", K::Edit, due, "Target date of 2 controls set to 30 Apr 2026",
        "Target date of 2 controls set to 30 Apr 2026", "CM-01 +1");
    add("bulk undone", K::Undo,
        { update<Control>(2, "target_on", QStringLiteral("2026-04-30"), null()),
          update<Control>(3, "target_on", QStringLiteral("2026-04-30"), null()) },
        "Undone: target date of 2 controls set to 30 Apr 2026", "Undone: target date of 2 controls set to 30 Apr 2026",
        "CM-01 +1");
    add("files", K::Edit, files, "2 evidence files added", "2 evidence files added", "E-0001 +1");
    add("file", K::Edit, { files.first() }, "Evidence E-0001 added", "Evidence added", "E-0001");
    add("file undone", K::Undo,
        { row<Evidence>(Operation::Delete, 1, { cell<Evidence>("code", QStringLiteral("E-0001"), {}) }) },
        "Undone: evidence E-0001 added", "Undone: evidence added", "E-0001");
    add("redone", K::Redo, { owner }, "Redone: control AC-02: owner changed from Ana to Luis",
        "Redone: owner set to Luis", "AC-02");
    add("reverted", K::Revert, { update<Control>(1, "owner_id", 2LL, 1LL) },
        "Reverted: control AC-02: owner changed from Ana to Luis", "Reverted: owner set to Luis", "AC-02");
    add("linked", K::Edit, { link(evidenceControl, Operation::Insert, 1, 1) },
        "Evidence “Access review Q3” linked to AC-02", "Evidence linked to AC-02", "Access review Q3");
    add("unlinked", K::Edit,
        { link(controlCriterion, Operation::Delete, 1, 1), link(controlCriterion, Operation::Delete, 1, 2) },
        "Control AC-02 unlinked from 2 criteria", "Control unlinked from 2 criteria", "AC-02");
    add("implemented", K::Edit,
        { row<Control>(Operation::Update, 1,
                       { cell<Control>("work_status", QStringLiteral("in_progress"), QStringLiteral("implemented")),
                         cell<Control>("implemented_on", null(), QStringLiteral("2026-03-01")) }) },
        "Control AC-02: work status changed from In progress to Implemented", "Work status set to Implemented",
        "AC-02");
    add("signed off", K::Edit,
        { row<Control>(Operation::Update, 1,
                       { cell<Control>("signed_off_by_id", null(), 1LL),
                         cell<Control>("signed_off_on", null(), QStringLiteral("2026-03-01")) }) },
        "Control AC-02: signed off by Ana", "Signed off by Ana", "AC-02");
    add("two fields", K::Edit,
        { row<Control>(Operation::Update, 1,
                       { cell<Control>("title", QStringLiteral("a"), QStringLiteral("b")),
                         cell<Control>("nature", QStringLiteral("manual"), QStringLiteral("automated")) }) },
        "Control AC-02: title and nature changed", "Title and nature changed", "AC-02");
    add("engagement", K::Edit,
        { update<Engagement>(1, "period_to", QStringLiteral("2026-03-31"), QStringLiteral("2026-06-30")) },
        "Engagement: period end changed from 31 Mar 2026 to 30 Jun 2026", "Period end set to 30 Jun 2026",
        "Engagement");
    add("new person in passing", K::Edit,
        { row<Person>(Operation::Insert, 2), update<Control>(1, "owner_id", null(), 2LL) },
        "Control AC-02: owner set to Luis", "Owner set to Luis", "AC-02");
    add("several subjects", K::Import, { row<Control>(Operation::Insert, 1), row<Evidence>(Operation::Insert, 1) },
        "Imported: 1 control and 1 evidence file added", "Imported: 1 control and 1 evidence file added", "AC-02");
    add("created", K::Create, { row<Control>(Operation::Insert, 1) }, "Project created", "Project created", "");
}

void TestChanges::sentencesReadLikeAPersonWroteThem()
{
    QFETCH(EntryKind, kind);
    QFETCH(Rows, rows);
    const words::EntryWords text = words::describe(entry(kind), rows);
    QTEST(text.sentence, "sentence");
    QTEST(text.action, "action");
    QTEST(text.record, "record");
}

void TestChanges::anUnreadableEntrySaysSo()
{
    LogEntry broken = entry(EntryKind::Edit);
    broken.changeset = QByteArrayLiteral("not a changeset");
    QCOMPARE(words::describe(broken).sentence, QStringLiteral("This entry cannot be read"));
}

void TestChanges::fieldsAreListedBeforeAndAfter()
{
    const Rows rows { row<Control>(Operation::Update, 1,
                                   { cell<Control>("owner_id", 1LL, 2LL),
                                     cell<Control>("target_on", null(), QStringLiteral("2026-04-30")),
                                     cell<Control>("rank", QStringLiteral("a"), QStringLiteral("b")) }),
                      link(controlCriterion, Operation::Insert, 1, 2) };
    QStringList lines;
    for (const words::FieldChange &change : words::fieldChanges(entry(EntryKind::Edit), rows))
        lines.append(
            QStringLiteral("%1 %2: '%3' → '%4'").arg(change.record, change.field, change.before, change.after));
    QCOMPARE(lines,
             QStringList({ QStringLiteral("AC-02 Owner: 'Ana' → 'Luis'"),
                           QStringLiteral("AC-02 Target date: '' → '30 Apr 2026'"),
                           QStringLiteral("AC-02 Criterion: '' → 'CC6.2'") }));
}

void TestChanges::fieldListIsBounded()
{
    Rows rows;
    for (qint64 key = 1; key < 100; ++key)
        rows.append(update<Control>(key, "owner_id", 1LL, 2LL));
    QCOMPARE(words::fieldChanges(entry(EntryKind::Edit), rows, 10).size(), 10);
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
