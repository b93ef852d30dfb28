#include "model/search/snippet.h"

#include <algorithm>

namespace tb {

namespace {

using Mark = Snippet::Mark;
using Term = SearchQuery::Term;

QString folded(const QString &text)
{
    QString result = text;
    for (QChar &c : result)
        c = foldedChar(c);
    return result;
}

bool endsWord(const QString &text, qsizetype at)
{
    return at >= text.size() || !isWordChar(text.at(at));
}

/// The length of @p term at @p at of a folded text; 0 when it is not there.
qsizetype lengthAt(const QString &text, qsizetype at, const Term &term)
{
    qsizetype end = at;
    for (qsizetype i = 0; i < term.words.size(); ++i) {
        while (i > 0 && end < text.size() && !isWordChar(text.at(end)))
            ++end;
        const QString &word = term.words.at(i);
        if (QStringView(text).mid(end, word.size()) != word)
            return 0;
        end += word.size();
        const bool mayGoOn = term.isPrefix && i + 1 == term.words.size();
        if (!mayGoOn && !endsWord(text, end))
            return 0;
    }
    while (end < text.size() && isWordChar(text.at(end))) // the rest of a word found by its beginning
        ++end;
    return end - at;
}

/// The first place of @p term at or after @p from.
Mark nextPlace(const QString &text, const Term &term, qsizetype from)
{
    const QString &first = term.words.first();
    for (qsizetype at = text.indexOf(first, from); at >= 0; at = text.indexOf(first, at + 1)) {
        if (at > 0 && isWordChar(text.at(at - 1)))
            continue;
        if (const qsizetype length = lengthAt(text, at, term); length > 0)
            return { at, length };
    }
    return { -1, 0 };
}

QList<Mark> placesIn(const QString &text, const QList<Term> &terms)
{
    QList<Mark> all;
    for (const Term &term : terms) {
        for (Mark place = nextPlace(text, term, 0); place.length > 0;
             place = nextPlace(text, term, place.start + place.length))
            all.append(place);
    }
    std::sort(all.begin(), all.end(), [](const Mark &a, const Mark &b) { return a.start < b.start; });
    qsizetype end = 0;
    all.removeIf([&end](const Mark &mark) { // within one found before
        if (mark.start < end)
            return true;
        end = mark.start + mark.length;
        return false;
    });
    return all;
}

/// The nearest blank at or before @p at, not before @p least.
qsizetype blankBefore(const QString &text, qsizetype at, qsizetype least)
{
    for (qsizetype i = at; i > least; --i) {
        if (text.at(i - 1).isSpace())
            return i;
    }
    return least;
}

/// Behind the first blank from @p at on, or @p most.
qsizetype blankBehind(const QString &text, qsizetype at, qsizetype most)
{
    for (; at < most; ++at) {
        if (text.at(at).isSpace())
            return at + 1;
    }
    return most;
}

const QChar ellipsis(0x2026);

} // namespace

QString Snippet::marked(const QString &before, const QString &after) const
{
    QString result;
    qsizetype done = 0;
    for (const Mark &mark : marks) {
        result += QStringView(text).mid(done, mark.start - done);
        result += before + text.mid(mark.start, mark.length) + after;
        done = mark.start + mark.length;
    }
    return result + text.mid(done);
}

QList<Mark> TermFinder::find(const QString &text) const
{
    return placesIn(folded(text), m_terms);
}

int TermFinder::count(const QString &text) const
{
    const QString plain = folded(text);
    return static_cast<int>(std::count_if(m_terms.cbegin(), m_terms.cend(),
                                          [&](const Term &term) { return nextPlace(plain, term, 0).length > 0; }));
}

Snippet TermFinder::around(const QString &text, qsizetype length) const
{
    const QString plain = folded(text);
    qsizetype first = text.size();
    for (const Term &term : m_terms) { // the place of the term that comes first
        if (const Mark place = nextPlace(plain, term, 0); place.length > 0)
            first = std::min(first, place.start);
    }
    first = first == text.size() ? 0 : first;
    const qsizetype least = text.size() <= length ? 0 : std::max<qsizetype>(0, first - length / 4);
    const qsizetype from = least == 0 ? 0 : blankBehind(text, least, first);
    const QString raw = text.mid(from, 4 * length).simplified(); // blanks of a table or page count once
    Snippet snippet { raw.left(length), {} };
    const bool cut = raw.size() > length || from + 4 * length < text.size();
    if (cut && raw.size() > length)
        snippet.text = raw.left(blankBefore(raw, length, length / 2)).trimmed();
    if (cut)
        snippet.text += ellipsis;
    if (from > 0)
        snippet.text.prepend(ellipsis);
    snippet.marks = find(snippet.text);
    return snippet;
}

} // namespace tb
