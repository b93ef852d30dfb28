#include "reports/words/errors.h"

#include <QtTest>

using namespace tb;

class TestErrors : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasASentence();
    void theSubjectIsNamed();
    void noDetailReachesTheSentence();
    void everyProblemNamesItsField();
    void furtherProblemsAreCounted();
};

namespace {

constexpr int kinds = static_cast<int>(Error::Kind::Storage) + 1;
constexpr int codes = static_cast<int>(FieldProblem::Code::NeedsReason) + 1;

bool isSentence(const QString &text)
{
    return text.size() > 15 && (text.front().isUpper() || text.front() == QChar(0x201c))
        && text.endsWith(QLatin1Char('.')) && !text.contains(QLatin1Char('%'));
}

} // namespace

void TestErrors::everyKindHasASentence()
{
    for (int kind = 0; kind < kinds; ++kind) {
        const QString named = words::sentence(Error { static_cast<Error::Kind>(kind), QStringLiteral("a.trustbench") });
        const QString unnamed = words::sentence(Error { static_cast<Error::Kind>(kind) });
        QVERIFY2(isSentence(named), qPrintable(named));
        QVERIFY2(isSentence(unnamed), qPrintable(unnamed));
    }
}

void TestErrors::theSubjectIsNamed()
{
    QVERIFY(words::sentence(Error { Error::Kind::NotOurs, QStringLiteral("100%1.pdf") })
                .contains(QStringLiteral("100%1.pdf")));
    QVERIFY(words::sentence(Error { Error::Kind::DiskFull, QStringLiteral("out.xlsx") })
                .contains(QStringLiteral("out.xlsx")));
}

void TestErrors::noDetailReachesTheSentence()
{
    for (int kind = 0; kind < kinds; ++kind) {
        const Error error { static_cast<Error::Kind>(kind), {}, QStringLiteral("SQLITE_IOERR") };
        QVERIFY(!words::sentence(error).contains(QStringLiteral("SQLITE")));
    }
}

void TestErrors::everyProblemNamesItsField()
{
    for (int code = 0; code < codes; ++code) {
        const FieldProblem problem { QStringLiteral("owner_id"), static_cast<FieldProblem::Code>(code),
                                     QStringLiteral("x") };
        const QString text = words::sentence(problem, QStringLiteral("control"));
        QVERIFY2(isSentence(text), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("Owner")) || text.contains(QStringLiteral("owner_id")));
    }
}

void TestErrors::furtherProblemsAreCounted()
{
    const FieldProblem problem { QStringLiteral("title"), FieldProblem::Code::Required, {} };
    Error error { Error::Kind::Invalid, {}, {}, { problem, problem } };
    QVERIFY(words::sentence(error).endsWith(QStringLiteral("There is 1 more problem.")));
    error.problems.append(problem);
    QVERIFY(words::sentence(error).endsWith(QStringLiteral("There are 2 more problems.")));
}

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
