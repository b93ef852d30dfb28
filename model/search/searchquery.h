#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace tb {

/// What somebody typed to search for: words that must all occur, and phrases in quotation marks. Nothing in it is
/// syntax of the engine: "AND", "*", ":" and "-" are only characters between words.
class SearchQuery
{
public:
    /// One word or phrase, as the words that must stand one behind the other.
    struct Term
    {
        QStringList words; ///< folded, see foldedChar()
        bool isPrefix = false; ///< the last word may go on

        bool operator==(const Term &) const = default;
    };

    /// The last word is a prefix while it is being typed: unless a blank or a quotation mark ends it. Of very long
    /// input only the beginning counts.
    static SearchQuery parse(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    const QList<Term> &terms() const { return m_terms; }
    /// The same for FTS5, each term as a string of its syntax. A prefix shorter than @p shortestPrefix is looked for as
    /// a whole word: it would meet half of all words.
    QString expression(int shortestPrefix) const;

private:
    QList<Term> m_terms;
};

/// Folds case and takes diacritics off, one character for one, as the index does.
QChar foldedChar(QChar c);
/// Whether @p c is part of a word, as the index sees it.
bool isWordChar(QChar c);

} // namespace tb
