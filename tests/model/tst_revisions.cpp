#include "model/projectreadiness.h"
#include "tests/support/projects.h"

#include <QTest>

using namespace tb;

namespace {

/// Runs @p work as a change of the day @p on.
template <class Work> void at(Project &project, QDate on, Work work)
{
    const Action action { project.actor(), EntryKind::Edit, {}, QDateTime(on, QTime(12, 0), Qt::UTC) };
    QVERIFY(project.change(action, [&](Connection &) { return work(); }));
}

template <class T> Status statusOf(const Result<T> &result)
{
    return result ? Status(Ok {}) : Status(result.error());
}

Status set(Project &project, ControlId id, const char *field, const QString &value)
{
    return statusOf(setFields<Control>(project, { id }, { { QLatin1String(field), value } }));
}

} // namespace

/// What a control says is kept in dated revisions, so that an edit is never retroactive (READINESS rule 8).
class TestRevisions : public QObject
{
    Q_OBJECT

private slots:
    void aDraftIsJustEdited()
    {
        TestProject t;
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        QVERIFY(set(*t.project, id, "title", QStringLiteral("Other words")));
        QVERIFY(t.project->records().controlRevisions.all().isEmpty());
        QVERIFY(!t.control(id).revisedOn.isValid());
    }

    void whatAnImplementedControlSaidIsKept()
    {
        TestProject t;
        const ControlId id = implemented(t);
        at(*t.project, QDate(2025, 10, 1), [&] { return set(*t.project, id, "frequency", QStringLiteral("monthly")); });
        const auto &revisions = t.project->records().controlRevisions.all();
        QCOMPARE(revisions.size(), 1);
        QCOMPARE(revisions.first().frequency, Frequency::Quarterly);
        QCOMPARE(revisions.first().to, QDate(2025, 9, 30));
        QVERIFY(!revisions.first().from.isValid());
        QCOMPARE(t.control(id).revisedOn, QDate(2025, 10, 1));
        QVERIFY(t.project->undo());
        QVERIFY(t.project->records().controlRevisions.all().isEmpty());
        QVERIFY(!t.control(id).revisedOn.isValid());
    }

    void aSecondEditOnTheSameDayCorrectsTheFirst()
    {
        TestProject t;
        const ControlId id = implemented(t);
        const QDate day(2025, 10, 1);
        at(*t.project, day, [&] { return set(*t.project, id, "title", QStringLiteral("First try")); });
        at(*t.project, day, [&] { return set(*t.project, id, "title", QStringLiteral("Second try")); });
        QCOMPARE(t.project->records().controlRevisions.all().size(), 1);
        at(*t.project, day.addDays(1), [&] { return set(*t.project, id, "title", QStringLiteral("Next day")); });
        QCOMPARE(t.project->records().controlRevisions.all().size(), 2);
        QCOMPARE(t.project->records().controlRevisions.all().last().from, day);
        QCOMPARE(t.project->records().controlRevisions.all().last().to, day);
    }

    void anotherDayMayBeGiven()
    {
        TestProject t;
        const ControlId id = implemented(t);
        const QList<FieldValue> values { { QStringLiteral("frequency"), QStringLiteral("weekly") } };
        QVERIFY(reviseControl(*t.project, id, values, QDate(2025, 11, 1)));
        QCOMPARE(t.control(id).revisedOn, QDate(2025, 11, 1));
        QCOMPARE(t.control(id).frequency, Frequency::Weekly);
        QCOMPARE(t.project->records().controlRevisions.all().first().to, QDate(2025, 10, 31));
        const auto earlier = reviseControl(*t.project, id, { { QStringLiteral("title"), QStringLiteral("Other") } },
                                           QDate(2025, 11, 1));
        QVERIFY(!earlier);
        QCOMPARE(earlier.error().problems.first().field, QStringLiteral("revised_on"));
        QVERIFY(!reviseControl(*t.project, { 99 }, values, QDate(2025, 12, 1)));
        // Nobody moves the day alone: days that the control was in force would drop out of the count.
        QVERIFY(!set(*t.project, id, "revised_on", QStringLiteral("2025-12-01")));
    }

    void whatIsNotItsWordingMakesNoRevision()
    {
        TestProject t;
        const ControlId id = implemented(t);
        at(*t.project, QDate(2025, 10, 1), [&] { return set(*t.project, id, "notes", QStringLiteral("A note")); });
        QVERIFY(t.project->records().controlRevisions.all().isEmpty());
    }

    void anEarlierWordingGoesWithItsControlOnly()
    {
        TestProject t;
        const ControlId id = implemented(t);
        at(*t.project, QDate(2025, 10, 1), [&] { return set(*t.project, id, "title", QStringLiteral("Other")); });
        const ControlRevisionId earlier = t.project->records().controlRevisions.all().first().id;
        const auto removed = removeRecords<ControlRevision>(*t.project, { earlier });
        QVERIFY(!removed);
        QCOMPARE(removed.error().problems.first().code, FieldProblem::Code::Frozen);
        QVERIFY(t.project->records().controlRevisions.contains(earlier));
        QVERIFY(removeRecords<Control>(*t.project, { id }));
        QVERIFY(t.project->records().controlRevisions.all().isEmpty());
        QVERIFY(t.project->undo());
        QVERIFY(t.project->undo()); // the edit itself
        QVERIFY(t.project->records().controlRevisions.all().isEmpty());
        QVERIFY(t.project->records().controls.contains(id));
    }

    void anotherGraceHoldsFromItsOwnDay()
    {
        TestProject t;
        const ControlId id = implemented(t);
        const PersonId reviewer = t.addPerson(QStringLiteral("Priya"));
        QVERIFY(signOff(*t.project, { id }, reviewer, QDate(2025, 9, 1)));
        at(*t.project, QDate(2025, 10, 1), [&] {
            return statusOf(setFields<Control>(*t.project, { id }, { { QStringLiteral("grace_days"), 30 } }));
        });
        QCOMPARE(t.project->records().controlRevisions.size(), 1);
        const ControlRevision &before = t.project->records().controlRevisions.all().first();
        QVERIFY(before.graceDays != std::optional<qint64>(30)); // what was late then stays late
        QCOMPARE(before.to, QDate(2025, 9, 30));
        QCOMPARE(t.control(id).signedOffHash, revisionHash(t.control(id))); // the reviewer saw the same wording
    }

    void aNewWordingVoidsTheSignOff()
    {
        TestProject t;
        const ControlId id = implemented(t);
        const PersonId reviewer = t.addPerson(QStringLiteral("Priya"));
        QVERIFY(signOff(*t.project, { id }, reviewer, QDate(2025, 9, 1)));
        at(*t.project, QDate(2025, 10, 1), [&] { return set(*t.project, id, "title", QStringLiteral("Other")); });
        QVERIFY(t.control(id).signedOffHash != revisionHash(t.control(id)));
        QVERIFY(t.project->records().controlRevisions.all().first().hash == t.control(id).signedOffHash);
    }

    void dueDatesBeforeTheEditStayAsTheyWere()
    {
        TestProject t;
        Engagement engagement;
        engagement.organisation = engagement.service = QStringLiteral("Northquill");
        engagement.from = QDate(2025, 7, 1);
        engagement.to = QDate(2026, 6, 30);
        engagement.categories = { QStringLiteral("security") };
        QVERIFY(createRecord(*t.project, engagement));
        const ControlId id = implemented(t);
        ProjectReadiness readiness(*t.project, QDate(2026, 7, 1));
        QCOMPARE(readiness.control(id).expected, 4); // quarterly
        at(*t.project, QDate(2026, 1, 1), [&] { return set(*t.project, id, "frequency", QStringLiteral("monthly")); });
        QCOMPARE(readiness.control(id).expected, 2 + 6); // two quarters, then six months
        ReadinessEngine fresh;
        fresh.reset(readinessInputs(t.project->records()), QDate(2026, 7, 1));
        QVERIFY(fresh.result() == readiness.result());
    }

private:
    static ControlId implemented(TestProject &t)
    {
        const ControlId id = t.addControl(QStringLiteral("AC-01"));
        static_cast<void>(setWorkStatus(*t.project, { id }, WorkStatus::Implemented, QDate(2025, 6, 1)));
        return id;
    }
};

QTEST_GUILESS_MAIN(TestRevisions)
#include "tst_revisions.moc"
