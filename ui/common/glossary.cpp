#include "ui/common/glossary.h"

#include <QRegularExpression>

#include <algorithm>

namespace tb {
namespace {

constexpr qsizetype longestTitle = 6; ///< words; what is longer is a sentence, and a term in it is not what it is about

/// The last word of a term may be a plural in a title, or the other way round, so both are compared as singulars.
QString singular(const QString &word)
{
    const auto ends = [&word](const char *with) { return word.endsWith(QLatin1String(with)); };
    if (word == QLatin1String("criteria"))
        return QStringLiteral("criterion");
    if (word.size() < 4 || ends("ss") || ends("us") || ends("is"))
        return word;
    if (ends("ies"))
        return word.chopped(3) + QLatin1Char('y');
    if (ends("sses") || ends("xes") || ends("ches") || ends("shes"))
        return word.chopped(2);
    return ends("s") ? word.chopped(1) : word;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QStringList words;
    const QString plain = QString(text).remove(QLatin1Char('&')).toLower(); // & marks the key of a label
    for (const QString &word : plain.split(between, Qt::SkipEmptyParts))
        words.append(singular(word));
    return words;
}

/// The text outside of brackets, then each text inside some.
QStringList partsOf(const QString &title)
{
    static const QRegularExpression bracket(QStringLiteral("[(\\[]([^)\\]]*)[)\\]]"));
    QStringList parts { QString(title).replace(bracket, QStringLiteral(" ")) };
    for (auto match = bracket.globalMatch(title); match.hasNext();)
        parts.append(match.next().captured(1));
    return parts;
}

/// How well @p term answers a search; 0 is best, 4 not at all.
int rank(const CatalogTerm &term, const QString &text)
{
    const qsizetype at = term.term.indexOf(text, 0, Qt::CaseInsensitive);
    if (at >= 0)
        return at == 0 ? 0 : term.term.at(at - 1).isLetterOrNumber() ? 2 : 1;
    return term.definition.contains(text, Qt::CaseInsensitive) ? 3 : 4;
}

} // namespace

Glossary::Glossary(QList<CatalogTerm> terms) : m_terms(std::move(terms))
{
    std::ranges::sort(m_terms, [](const CatalogTerm &a, const CatalogTerm &b) {
        return QString::localeAwareCompare(a.term.toLower(), b.term.toLower()) < 0;
    });
    const QString about = QStringLiteral(" of a ");
    for (qsizetype at = 0; at < m_terms.size(); ++at) {
        const QString &text = m_terms.at(at).term;
        m_byKey.insert(m_terms.at(at).key, at);
        for (const QString &part : partsOf(text))
            name(part, at);
        if (const qsizetype tail = text.indexOf(about); tail > 0)
            name(text.left(tail), at); // beside a control, its nature is called "Nature"
    }
}

void Glossary::name(const QString &phrase, qsizetype at)
{
    const QString words = wordsOf(phrase).join(QLatin1Char(' '));
    if (!words.isEmpty() && !m_byWords.contains(words))
        m_byWords.insert(words, at);
}

const CatalogTerm *Glossary::term(const QString &key) const
{
    const auto found = m_byKey.constFind(key);
    return found == m_byKey.cend() ? nullptr : &m_terms.at(*found);
}

const CatalogTerm *Glossary::exactly(const QStringList &words) const
{
    const auto found = m_byWords.constFind(words.join(QLatin1Char(' ')));
    return found == m_byWords.cend() ? nullptr : &m_terms.at(*found);
}

const CatalogTerm *Glossary::dated(QStringList words) const
{
    if (words.size() > 1 && words.constLast() == QLatin1String("on"))
        words.removeLast();
    words.append(QStringLiteral("date"));
    return exactly(words);
}

const CatalogTerm *Glossary::within(const QStringList &words) const
{
    if (words.size() > longestTitle)
        return nullptr;
    for (qsizetype length = words.size() - 1; length > 0; --length) {
        for (qsizetype from = words.size() - length; from >= 0; --from) {
            if (const CatalogTerm *found = exactly(words.mid(from, length)))
                return found;
        }
    }
    return nullptr;
}

const CatalogTerm *Glossary::named(const QString &title) const
{
    QList<QStringList> parts;
    for (const QString &part : partsOf(title))
        parts.append(wordsOf(part));
    for (const auto match : { &Glossary::exactly, &Glossary::within }) {
        for (const QStringList &words : std::as_const(parts)) {
            if (const CatalogTerm *found = (this->*match)(words))
                return found;
            if (match == &Glossary::exactly) {
                if (const CatalogTerm *found = dated(words))
                    return found;
            }
        }
    }
    return nullptr;
}

QList<const CatalogTerm *> Glossary::related(const CatalogTerm &term) const
{
    QList<const CatalogTerm *> all;
    for (const QString &key : term.see) {
        if (const CatalogTerm *other = this->term(key))
            all.append(other);
    }
    for (const CatalogTerm &other : m_terms) {
        if (other.see.contains(term.key) && !all.contains(&other))
            all.append(&other);
    }
    return all;
}

QList<const CatalogTerm *> Glossary::search(const QString &text) const
{
    const QString wanted = text.simplified();
    QList<const CatalogTerm *> found;
    for (const CatalogTerm &term : m_terms) {
        if (rank(term, wanted) < 4)
            found.append(&term);
    }
    std::ranges::stable_sort(found, {}, [&wanted](const CatalogTerm *term) { return rank(*term, wanted); });
    return found;
}

QString Glossary::heading(const CatalogTerm &term)
{
    return term.term.left(1).toUpper() + term.term.mid(1);
}

QString Glossary::sentence(const CatalogTerm &term)
{
    return QStringLiteral("%1: %2").arg(heading(term), term.definition);
}

} // namespace tb
