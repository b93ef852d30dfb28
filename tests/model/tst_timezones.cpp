#include "model/store/projectstorage.h"
#include "model/store/replay.h"
#include "tests/model/readinessfixture.h"
#include "tests/support/projects.h"
#include "tests/support/projectstate.h"

#include <QTest>

#include <ctime>

using namespace tb;
using namespace tb::readiness;

namespace {

/// Sets the zone of the process; as rules of its own, so that no table of zones has to be installed.
void enter(const QByteArray &zone)
{
    qputenv("TZ", zone);
    tzset();
}

/// What a daily and a quarterly control come to in a window with both changes of clocks, each day around them.
QStringList judged()
{
    QStringList result;
    for (const Frequency frequency : { Frequency::Daily, Frequency::Weekly, Frequency::Quarterly }) {
        Programme p(frequency);
        p.performed(QStringLiteral("2025-10-25 2025-10-26 2025-10-27 2025-12-31 2026-03-28 2026-03-29 2026-03-30"));
        for (const char *at :
             { "2025-10-25", "2025-10-26", "2025-10-27", "2026-03-28", "2026-03-29", "2026-03-30", "2026-07-20" }) {
            const ControlResult found = p.at(at);
            result.append(QStringLiteral("%1 %2 of %3, %4")
                              .arg(QLatin1String(at))
                              .arg(found.slotCount.filled)
                              .arg(found.expected)
                              .arg(text(found.occurrences)));
        }
    }
    return result;
}

/// Instants around midnight and the changes of clocks, UTC.
QList<QDateTime> instants()
{
    return { QDateTime({ 2025, 10, 26 }, { 0, 30 }, Qt::UTC), QDateTime({ 2025, 10, 26 }, { 1, 30 }, Qt::UTC),
             QDateTime({ 2025, 12, 31 }, { 23, 59, 59 }, Qt::UTC), QDateTime({ 2026, 3, 29 }, { 0, 59 }, Qt::UTC),
             QDateTime({ 2026, 3, 29 }, { 1, 0 }, Qt::UTC) };
}

/// A project of notes that were written at the instants, each a change of its own at that instant.
struct Notes : TestProject
{
    RequestId request = [this] {
        Request draft;
        draft.code = QStringLiteral("R-01");
        draft.text = QStringLiteral("Members of the group");
        const auto made = createRecord(*project, draft);
        return made ? made.value() : RequestId {};
    }();
    QList<QDate> days; ///< that the changes carried

    void write()
    {
        for (const QDateTime &at : instants()) {
            const auto done = project->change(
                Action { QStringLiteral("Ana"), EntryKind::Edit, {}, at }, [&](Connection &) -> Status {
                    days.append(project->changeDay());
                    const RequestNote note { {}, request, QStringLiteral("Ana"), at, at.toString(Qt::ISODate) };
                    const auto made = createRecord(*project, note);
                    return made ? Status(Ok {}) : Status(made.error());
                });
            if (!done)
                qFatal("%s", qPrintable(done.error().detail));
        }
    }
};

} // namespace

/// Zones and changes of clocks do not matter: days are days, and instants are kept in UTC.
class TestTimeZones : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { enter(m_zone); }

    void theZoneDoesNotMatter_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("middle of Europe") << QByteArray("CET-1CEST,M3.5.0/2,M10.5.0/3");
        QTest::newRow("no midnight on the day of the change") << QByteArray("AAA4BBB,M10.4.0/0,M3.5.0/0");
        QTest::newRow("half an hour") << QByteArray("NST3:30NDT,M3.2.0,M11.1.0");
        QTest::newRow("fourteen hours ahead") << QByteArray("LINT-14");
        QTest::newRow("twelve hours behind") << QByteArray("AOE12");
    }
    void theZoneDoesNotMatter()
    {
        QFETCH(QByteArray, zone);
        enter("UTC0");
        const QStringList expected = judged();
        QVERIFY(expected.join(QLatin1Char('\n')).contains(QStringLiteral("2026-03-29 filled 2026-03-29")));
        enter(zone);
        QVERIFY(QDateTime({ 2026, 1, 15 }, { 12, 0 }).offsetFromUtc() != 0); // the zone was taken
        QCOMPARE(judged(), expected);
    }

    void instantsAreKeptInUtc_data() { theZoneDoesNotMatter_data(); }
    void instantsAreKeptInUtc()
    {
        QFETCH(QByteArray, zone);
        enter(zone);
        Notes t;
        const qint64 seq = t.project->head().seq;
        t.write();
        QList<QDate> days;
        for (const QDateTime &at : instants())
            days.append(at.date());
        QCOMPARE(t.days, days);
        enter("UTC0"); // read by somebody else
        const auto other = t.reopened();
        const QList<RequestNote> notes = other->records().requestNotes.all();
        QCOMPARE(notes.size(), instants().size());
        for (const RequestNote &note : notes) {
            QCOMPARE(note.writtenAt.timeSpec(), Qt::UTC);
            QCOMPARE(note.writtenAt.toString(Qt::ISODate), note.text);
        }
        for (int i = 0; i < instants().size(); ++i)
            QCOMPARE(other->entry(seq + 1 + i).value().at, instants().at(i));
        QCOMPARE(stateOf(other->records()), stateOf(t.project->records()));
        const auto chain = checkChain(other->storage().connection());
        QVERIFY(chain && chain.value().faults.isEmpty());
    }

private:
    const QByteArray m_zone = qEnvironmentVariableIsSet("TZ") ? qgetenv("TZ") : QByteArray("UTC0");
};

QTEST_GUILESS_MAIN(TestTimeZones)
#include "tst_timezones.moc"
