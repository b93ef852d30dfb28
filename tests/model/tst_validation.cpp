#include "model/commands.h"

#include <QTest>

using namespace tb;
using Code = FieldProblem::Code;

namespace {

Control goodControl()
{
    Control control;
    control.code = QStringLiteral("AC-01");
    control.title = QStringLiteral("Single sign-on enforced");
    return control;
}

QStringList namesOf(const QList<FieldProblem> &problems)
{
    QStringList names;
    for (const FieldProblem &problem : problems)
        names.append(problem.field + QLatin1Char(' ') + QString::number(static_cast<int>(problem.code)));
    return names;
}

QString problem(const char *field, Code code)
{
    return QLatin1String(field) + QLatin1Char(' ') + QString::number(static_cast<int>(code));
}

} // namespace

class TestValidation : public QObject
{
    Q_OBJECT

private slots:
    void aGoodControlHasNoProblems() { QCOMPARE(check(Records {}, goodControl()), QList<FieldProblem> {}); }

    void refusesBadText_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("empty") << QString() << QStringList { problem("title", Code::Required) };
        QTest::newRow("blank") << QStringLiteral("  ") << QStringList { problem("title", Code::Required) };
        QTest::newRow("one megabyte") << QString(1024 * 1024, QLatin1Char('x'))
                                      << QStringList { problem("title", Code::TooLong) };
        QTest::newRow("control character")
            << QStringLiteral("a\x01b") << QStringList { problem("title", Code::ControlCharacter) };
        QTest::newRow("line break in one line")
            << QStringLiteral("a\nb") << QStringList { problem("title", Code::ControlCharacter) };
        QTest::newRow("unpaired high surrogate")
            << QString(QChar(0xd800)) << QStringList { problem("title", Code::BrokenText) };
        QTest::newRow("unpaired low surrogate")
            << QString(QChar(0xdc00)) + QStringLiteral("a") << QStringList { problem("title", Code::BrokenText) };
        QTest::newRow("emoji and right-to-left") << QStringLiteral("\U0001F512 مراجعة") << QStringList {};
    }

    void refusesBadText()
    {
        QFETCH(QString, title);
        QFETCH(QStringList, expected);
        Control control = goodControl();
        control.title = title;
        QCOMPARE(namesOf(check(Records {}, control)), expected);
    }

    void paragraphsMayHoldLineBreaks()
    {
        Control control = goodControl();
        control.description = QStringLiteral("One.\n\nTwo.\tThree.");
        QVERIFY(check(Records {}, control).isEmpty());
    }

    void aCodeBelongsToOneControl()
    {
        Records records;
        Control other = goodControl();
        other.id = { 7 };
        records.controls.put(other);
        QCOMPARE(namesOf(check(records, goodControl())), QStringList { problem("code", Code::NotUnique) });
        QVERIFY(check(records, other).isEmpty());
    }

    void aReferenceMustPointToSomething()
    {
        Control control = goodControl();
        control.owner = { 99 };
        QCOMPARE(namesOf(check(Records {}, control)), QStringList { problem("owner_id", Code::UnknownRecord) });
    }

    void notApplicableNeedsAReason()
    {
        Control control = goodControl();
        control.workStatus = WorkStatus::NotApplicable;
        QCOMPARE(namesOf(check(Records {}, control)),
                 QStringList { problem("not_applicable_reason", Code::NeedsReason) });
    }

    void anEngagementNeedsItsWindow()
    {
        Engagement engagement;
        engagement.organisation = QStringLiteral("Northquill");
        engagement.service = QStringLiteral("Insight");
        engagement.categories = { QStringLiteral("security") };
        engagement.from = QDate(2025, 7, 1);
        engagement.to = QDate(2025, 6, 30);
        QCOMPARE(namesOf(check(Records {}, engagement)), QStringList { problem("period_to", Code::EndBeforeStart) });
        engagement.reportType = ReportType::TypeOne;
        engagement.to = QDate();
        QCOMPARE(namesOf(check(Records {}, engagement)), QStringList { problem("as_of", Code::Required) });
    }

    void securityIsAlwaysInScope()
    {
        Engagement engagement;
        engagement.organisation = QStringLiteral("Northquill");
        engagement.service = QStringLiteral("Insight");
        engagement.reportType = ReportType::Readiness;
        engagement.categories = { QStringLiteral("availability"), QStringLiteral("vibes") };
        QCOMPARE(namesOf(check(Records {}, engagement)),
                 (QStringList { problem("categories", Code::NotAValue), problem("categories", Code::Required) }));
    }

    void valuesAreTakenByName()
    {
        QList<FieldProblem> problems;
        const Control changed = withValues(goodControl(),
                                           { { QStringLiteral("frequency"), QStringLiteral("monthly") },
                                             { QStringLiteral("target_on"), QStringLiteral("2026-02-28") },
                                             { QStringLiteral("tags"), QStringLiteral("cloud, prod,cloud") } },
                                           problems);
        QVERIFY(problems.isEmpty());
        QCOMPARE(changed.frequency, Frequency::Monthly);
        QCOMPARE(changed.targetOn, QDate(2026, 2, 28));
        QCOMPARE(changed.tags, (QStringList { QStringLiteral("cloud"), QStringLiteral("prod") }));
    }

    void valuesThatDoNotFitAreNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        QTest::newRow("no such day") << QStringLiteral("target_on") << QStringLiteral("2026-02-30")
                                     << int(Code::NotAValue);
        QTest::newRow("no such word") << QStringLiteral("frequency") << QStringLiteral("often") << int(Code::NotAValue);
        QTest::newRow("no such field") << QStringLiteral("colour") << QStringLiteral("red") << int(Code::UnknownField);
        QTest::newRow("not a person's to set")
            << QStringLiteral("rank") << QStringLiteral("a") << int(Code::NotEditable);
        QTest::newRow("not a number") << QStringLiteral("grace_days") << QStringLiteral("ten") << int(Code::NotAValue);
    }

    void valuesThatDoNotFitAreNamed()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(int, code);
        QList<FieldProblem> problems;
        const Control changed = withValues(goodControl(), { { field, value } }, problems);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().field, field);
        QCOMPARE(static_cast<int>(problems.first().code), code);
        QCOMPARE(changed.frequency, goodControl().frequency);
    }

    void theNextCodeFollowsTheHighest()
    {
        const QStringList taken { QStringLiteral("AC-01"), QStringLiteral("AC-09"), QStringLiteral("NW-40") };
        QCOMPARE(nextCode(taken, QStringLiteral("AC-"), 2), QStringLiteral("AC-10"));
        QCOMPARE(nextCode(taken, QStringLiteral("E-"), 4), QStringLiteral("E-0001"));
    }
};

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
