#include "reports/words/intake.h"

#include <QtTest>

using namespace tb;

class TestIntake : public QObject
{
    Q_OBJECT

private slots:
    void everyRefusalSaysWhoAndWhy()
    {
        QSet<QString> said;
        for (int reason = 0; reason <= static_cast<int>(Refusal::TooDeep); ++reason) {
            const QString text = words::refusal(static_cast<Refusal>(reason), QStringLiteral("a.txt"));
            QVERIFY2(text.startsWith(QStringLiteral("a.txt: ")), qPrintable(text));
            said.insert(text);
        }
        QCOMPARE(said.size(), static_cast<int>(Refusal::TooDeep) + 1);
    }
    void aDropIsSummedUpInOneSentence()
    {
        AttachResult result;
        QCOMPARE(words::intakeSentence(result), QStringLiteral("0 files added"));
        result.added.append(AttachResult::Added {});
        result.refused.append({ QStringLiteral("/x/gone.txt"), Refusal::Vanished });
        QCOMPARE(words::intakeSentence(result), QStringLiteral("1 file added, 1 not taken"));
        QCOMPARE(words::intakeSentence(result, QStringLiteral("AC-04")),
                 QStringLiteral("1 file added to AC-04, 1 not taken"));
        QCOMPARE(words::intakeDetails(result), QStringLiteral("gone.txt: is not there any more"));
        result.added.clear();
        QCOMPARE(words::intakeSentence(result), QStringLiteral("1 file was not taken"));
    }
};

QTEST_APPLESS_MAIN(TestIntake)
#include "tst_intake.moc"
