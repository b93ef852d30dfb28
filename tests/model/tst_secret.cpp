#include "model/store/secret.h"

#include <QTest>

#include <cstring>

using namespace tb;

namespace {
constexpr KeyCost cheap { 64, 1, 1 };
const QByteArray salt = QByteArrayLiteral("TBN1abcdefghijkl");

QByteArray hexOf(const Result<RawKey> &key)
{
    return key ? QByteArray(reinterpret_cast<const char *>(key.value().data()), rawKeySize).toHex() : QByteArray();
}
} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void theDefaultCostIsTheOneOfProjectFiles();
    void argon2idMatchesTheReferenceVector();
    void composedAndDecomposedLettersGiveOneKey();
    void keyFileAndSaltChangeTheKey();
    void saltsBeginWithTheMagicAndDiffer();
    void recoveryTextHasFourteenGroupsAndReadsBack();
    void recoveryTextIsReadAsPeopleTypeIt();
    void everyWrongLetterIsNoticed();
    void strangeRecoveryTextIsRefused_data();
    void strangeRecoveryTextIsRefused();
    void wipingClearsTheSharedCharacters();
    void freedMemoryIsWiped();
    void qtsFreedStringsAreWiped();
    void fullStrengthDerivationIsAffordable();
};

void TestSecret::theDefaultCostIsTheOneOfProjectFiles()
{
    QCOMPARE(KeyCost().memoryKib, 262144U);
    QCOMPARE(KeyCost().passes, 3U);
    QCOMPARE(KeyCost().lanes, 1U);
}

void TestSecret::argon2idMatchesTheReferenceVector()
{
    // From the test program of Argon2's reference implementation, version 0x13:
    // m = 256 KiB, t = 2, p = 1, "password", "somesalt".
    const auto key = deriveKey(QStringLiteral("password"), {}, "somesalt", { 256, 2, 1 });
    QCOMPARE(hexOf(key), QByteArrayLiteral("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"));
}

void TestSecret::composedAndDecomposedLettersGiveOneKey()
{
    const QString composed = QStringLiteral("Caf\u00e9 \u00c5ngstr\u00f6m");
    const QString decomposed = QStringLiteral("Cafe\u0301 A\u030angstro\u0308m");
    QVERIFY(composed != decomposed);
    QCOMPARE(hexOf(deriveKey(composed, {}, salt, cheap)), hexOf(deriveKey(decomposed, {}, salt, cheap)));
}

void TestSecret::keyFileAndSaltChangeTheKey()
{
    const QByteArray plain = hexOf(deriveKey(QStringLiteral("pass"), {}, salt, cheap));
    const QByteArray withFile = hexOf(deriveKey(QStringLiteral("pass"), QByteArray(32, 'k'), salt, cheap));
    const QByteArray otherSalt = hexOf(deriveKey(QStringLiteral("pass"), {}, "TBN1abcdefghijkm", cheap));
    QVERIFY(!plain.isEmpty());
    QCOMPARE((QSet<QByteArray> { plain, withFile, otherSalt }).size(), 3);
}

void TestSecret::saltsBeginWithTheMagicAndDiffer()
{
    const QByteArray one = randomSalt();
    QCOMPARE(one.size(), saltSize);
    QVERIFY(one.startsWith("TBN1"));
    QVERIFY(one != randomSalt());
}

void TestSecret::recoveryTextHasFourteenGroupsAndReadsBack()
{
    for (int i = 0; i < 200; ++i) {
        const RawKey key = RawKey::random();
        const QString text = recoveryText(key);
        const QStringList groups = text.split(u'-');
        QCOMPARE(groups.size(), 14);
        for (const QString &group : groups)
            QCOMPARE(group.size(), 4);
        const auto back = parseRecoveryText(text);
        QVERIFY(back);
        QVERIFY(back.value() == key);
    }
}

void TestSecret::recoveryTextIsReadAsPeopleTypeIt()
{
    const RawKey key(Botan::secure_vector<uint8_t>(rawKeySize, 0x00)); // many zeros, so that O can stand for 0
    QString text = recoveryText(key);
    text.replace(u'0', u'o').replace(u'1', u'l').replace(u'-', QStringLiteral(" \u2013\n"));
    const auto back = parseRecoveryText(QStringLiteral("  ") + text.toLower());
    QVERIFY(back);
    QVERIFY(back.value() == key);
}

void TestSecret::everyWrongLetterIsNoticed()
{
    // Always the same key: a check of 24 bits misses one in 16 million.
    const QString text = recoveryText(RawKey(Botan::secure_vector<uint8_t>(rawKeySize, 0x5a)));
    int noticed = 0;
    int tried = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'-')
            continue;
        QString wrong = text;
        wrong[i] = text.at(i) == u'7' ? u'8' : u'7';
        ++tried;
        noticed += parseRecoveryText(wrong) ? 0 : 1;
    }
    QCOMPARE(noticed, tried);
}

void TestSecret::strangeRecoveryTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("short") << QStringLiteral("ABCD-EFGH");
    QTest::newRow("letter U") << QString(56, u'U');
    QTest::newRow("zeros") << QString(56, u'0');
    QTest::newRow("long") << recoveryText(RawKey::random()) + u'0';
    QTest::newRow("emoji") << QStringLiteral("\U0001F511");
}

void TestSecret::strangeRecoveryTextIsRefused()
{
    QFETCH(QString, text);
    const auto key = parseRecoveryText(text);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, Error::Kind::Invalid);
}

void TestSecret::wipingClearsTheSharedCharacters()
{
    QString text = QStringLiteral("pass") + QString::number(12345); // on the heap, not in the program's data
    const QString shared = text;
    wipe(text);
    QVERIFY(text.isEmpty());
    QCOMPARE(shared, QString(9, QChar(u'\0')));
}

void TestSecret::freedMemoryIsWiped()
{
#if defined(TB_SANITIZED)
    QSKIP("the sanitizer owns the heap");
#else
    constexpr size_t size = 64 * 1024; // neither a small-block cache nor a mapping of its own, which would be unmapped
    auto *volatile block = static_cast<char *>(malloc(size));
    char *const address = block;
    memset(address, 'S', size);
    auto *const guard = malloc(64); // so that the block is not given back to the system
    free(block);
    qsizetype left = 0;
    const volatile char *const freed = address;
    for (size_t i = 0; i < size; ++i)
        left += freed[i] == 'S' ? 1 : 0;
    free(guard);
    QCOMPARE(left, 0);
#endif
}

void TestSecret::qtsFreedStringsAreWiped()
{
#if defined(TB_SANITIZED)
    QSKIP("the sanitizer owns the heap");
#else
    // Freed and regrown inside Qt's own library, which must use our free() and realloc().
    QStringList left;
    for (const qsizetype size : { 40, 5000, 30000 }) {
        QString text(size, u'S');
        const volatile auto *const first = reinterpret_cast<const volatile ushort *>(text.constData());
        void *const guard = malloc(64);
        text.append(QString(4 * size, u'S')); // moves
        qsizetype found = 0;
        for (qsizetype i = 16; i < size; ++i) // the allocator writes its own notes at the beginning
            found += first[i] == u'S' ? 1 : 0;
        free(guard);
        if (found > 0)
            left << QString::number(size);
    }
    QCOMPARE(left.join(u' '), QString());
#endif
}

void TestSecret::fullStrengthDerivationIsAffordable()
{
    QElapsedTimer timer;
    timer.start();
    const auto key = deriveKey(QStringLiteral("correct horse battery staple"), {}, salt);
    QVERIFY(key);
    qInfo("Argon2id, 256 MiB, 3 passes: %lld ms", timer.elapsed());
}

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
