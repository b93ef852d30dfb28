#include "ui/shell/passphrase/passphrasestrength.h"

#include <QSet>
#include <QTest>

using namespace tb;
using Level = PassphraseStrength::Level;

class TestPassphraseStrength : public QObject
{
    Q_OBJECT

private slots:
    void levels_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<int>("level");
        const auto row = [](const char *text, Level level) {
            QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(level);
        };
        row("", Level::None);
        row("password", Level::Weak);
        row("aaaaaaaaaaaaaaaaaaaaaaaa", Level::Weak);
        row("qwertyuiopasdfghjkl", Level::Weak);
        row("12345678901234567890", Level::Weak);
        row("summer summer summer summer summer", Level::Weak);
        row("quiet lantern orbit", Level::Fair);
        row("quiet lantern orbit mill", Level::Good);
        row("quiet lantern orbit mill seventeen", Level::Strong);
        row("x9$Kq2!vZ7#pLw", Level::Strong);
    }
    void levels()
    {
        QFETCH(QString, passphrase);
        QFETCH(int, level);
        QCOMPARE(static_cast<int>(strengthOf(passphrase).level), level);
    }
    void countsWords() { QCOMPARE(strengthOf(QStringLiteral("quiet lantern orbit mill seventeen")).words, 5); }
    void suggestionsAreStrongAndDiffer()
    {
        QSet<QString> seen;
        for (int i = 0; i < 2000; ++i) { // one in some hundred words by chance would be too weak
            const QString words = suggestPassphrase();
            QCOMPARE(strengthOf(words).level, Level::Strong);
            seen.insert(words);
        }
        QCOMPARE(seen.size(), 2000);
    }
};

QTEST_GUILESS_MAIN(TestPassphraseStrength)
#include "tst_passphrasestrength.moc"
