#include "model/search/searchquery.h"

namespace tb {

namespace {

constexpr qsizetype longestQuery = 400; // characters: more than anybody types, and pasted pages must not stall it
constexpr qsizetype mostTerms = 24;

/// The words of @p text, folded.
QStringList wordsOf(QStringView text)
{
    QStringList words;
    QString word;
    for (const QChar c : text) {
        if (isWordChar(c)) {
            if (!c.isMark())
                word.append(foldedChar(c));
        } else if (!word.isEmpty()) {
            words.append(std::exchange(word, {}));
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

} // namespace

QChar foldedChar(QChar c)
{
    if (c.unicode() < 0x80)
        return c.toLower();
    while (c.decompositionTag() == QChar::Canonical) {
        const QChar base = c.decomposition().at(0);
        if (base == c)
            break;
        c = base;
    }
    return c.toCaseFolded();
}

bool isWordChar(QChar c)
{
    // FTS5's unicode61: letters, numbers, marks on them, and private use; a surrogate is half of some letter or sign.
    return c.isLetterOrNumber() || c.isMark() || c.category() == QChar::Other_PrivateUse || c.isSurrogate();
}

SearchQuery SearchQuery::parse(const QString &text)
{
    SearchQuery query;
    const QString typed = text.left(longestQuery).normalized(QString::NormalizationForm_C);
    bool quoted = false;
    const auto add = [&](QStringView part, bool isPrefix) {
        const QStringList words = wordsOf(part);
        if (!words.isEmpty() && query.m_terms.size() < mostTerms)
            query.m_terms.append({ words, isPrefix });
    };
    qsizetype from = 0;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed.at(i);
        if (c != QLatin1Char('"') && (quoted || !c.isSpace()))
            continue;
        add(QStringView(typed).mid(from, i - from), false);
        quoted = c == QLatin1Char('"') ? !quoted : quoted;
        from = i + 1;
    }
    add(QStringView(typed).mid(from), text.size() <= longestQuery);
    return query;
}

QString SearchQuery::expression(int shortestPrefix) const
{
    QStringList parts;
    for (const Term &term : m_terms) {
        QString part = QLatin1Char('"') + term.words.join(QLatin1Char(' ')) + QLatin1Char('"');
        if (term.isPrefix && term.words.last().size() >= shortestPrefix)
            part += QLatin1String(" *");
        parts.append(part);
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace tb
