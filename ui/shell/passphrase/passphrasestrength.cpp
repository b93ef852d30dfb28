#include "ui/shell/passphrase/passphrasestrength.h"

#include <QRandomGenerator>
#include <QSet>
#include <QStringList>

#include <cmath>

namespace tb {

namespace {

constexpr double bitsOfListWord = 12.9;
constexpr double bitsOfLetter = 4.0; // less than log2(26): letters of words follow each other
constexpr int strongBits = 64;
constexpr int goodBits = 50;
constexpr int fairBits = 36;

bool isWord(const QString &part)
{
    return part.size() >= 3 && std::all_of(part.cbegin(), part.cend(), [](QChar letter) { return letter.isLetter(); });
}

/// Whether @p letter only continues what @p before began: the same again, one further, or the next key of a row.
bool follows(QChar before, QChar letter)
{
    static const QString rows = QStringLiteral("qwertyuiop asdfghjkl zxcvbnm 1234567890");
    const int step = letter.unicode() - before.unicode();
    if (step >= -1 && step <= 1)
        return true;
    return rows.contains(QString(before.toLower()) + letter.toLower());
}

double bitsOfCharacters(const QString &part)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    double counted = 0;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const QChar letter = part.at(i);
        lower = lower || letter.isLower();
        upper = upper || letter.isUpper();
        digit = digit || letter.isDigit();
        other = other || !letter.isLetterOrNumber();
        counted += i > 0 && follows(part.at(i - 1), letter) ? 0.2 : 1;
    }
    const int kinds = (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 20 : 0);
    return kinds > 0 ? counted * std::log2(kinds) : 0;
}

PassphraseStrength::Level levelOf(int bits)
{
    using Level = PassphraseStrength::Level;
    return bits >= strongBits ? Level::Strong
        : bits >= goodBits    ? Level::Good
        : bits >= fairBits    ? Level::Fair
                              : Level::Weak;
}

QString inventedWord(QRandomGenerator &random)
{
    // 14 × 5 × 14 × 5 × 10 = 49,000 words: consonant, vowel, consonant, vowel, last consonant. No letter pair that is
    // mistaken when read aloud.
    static const QString consonants = QStringLiteral("bdfgklmnprstvz");
    static const QString vowels = QStringLiteral("aeiou");
    static const QString endings = QStringLiteral("bdklmnprst");
    const auto pick = [&random](const QString &from) { return from.at(random.bounded(static_cast<int>(from.size()))); };
    QString word;
    for (int syllable = 0; syllable < 2; ++syllable) {
        word += pick(consonants);
        word += pick(vowels);
    }
    return word + pick(endings);
}

} // namespace

PassphraseStrength strengthOf(const QString &passphrase)
{
    if (passphrase.isEmpty())
        return {};
    double bits = 0;
    int words = 0;
    QSet<QString> seen;
    const QStringList parts = passphrase.toLower() == passphrase
        ? passphrase.split(QLatin1Char(' '), Qt::SkipEmptyParts)
        : passphrase.split(QLatin1Char(' '));
    for (const QString &part : parts) {
        if (part.isEmpty() || seen.contains(part.toLower()))
            continue; // said before: says nothing new
        seen.insert(part.toLower());
        const double characters = bitsOfCharacters(part);
        if (isWord(part)) {
            ++words;
            bits += std::min({ bitsOfListWord, characters, bitsOfLetter * static_cast<double>(part.size()) });
        } else {
            bits += characters;
        }
    }
    const int whole = static_cast<int>(bits);
    return { levelOf(whole), words, whole };
}

QString suggestPassphrase()
{
    QRandomGenerator &random = *QRandomGenerator::system();
    QString suggestion;
    do { // one in some hundred has the same word twice or too many neighbouring letters
        QStringList words;
        for (int i = 0; i < 5; ++i)
            words.append(inventedWord(random));
        words.append(QString::number(random.bounded(10, 100)));
        suggestion = words.join(QLatin1Char(' '));
    } while (strengthOf(suggestion).level != PassphraseStrength::Level::Strong);
    return suggestion;
}

} // namespace tb
