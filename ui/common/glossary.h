#pragma once

#include "model/catalog/cataloglists.h"

#include <QHash>

namespace tb {

/// The library's terms, and which of them a title of the window names. Plain values; pointers live as long as it.
class Glossary
{
public:
    Glossary() = default;
    explicit Glossary(QList<CatalogTerm> terms);

    const QList<CatalogTerm> &terms() const { return m_terms; } ///< as a dictionary has them
    const CatalogTerm *term(const QString &key) const; ///< null when unknown
    /// The term that @p title names, in any case, singular or plural: the whole title, its words in brackets, a title
    /// that leaves the word "date" out, or else the longest term within a short title, the last one of equal length,
    /// as the noun that an English title is about stands last. Null when it names none.
    const CatalogTerm *named(const QString &title) const;
    /// What @p term leads to: the terms it names, then those that name it.
    QList<const CatalogTerm *> related(const CatalogTerm &term) const;
    /// Terms with @p text in them: those that start with it, then those that have it, then by definition.
    QList<const CatalogTerm *> search(const QString &text) const;

    static QString heading(const CatalogTerm &term); ///< "Access review"
    static QString sentence(const CatalogTerm &term); ///< "Access review: A check by the owner …"

private:
    const CatalogTerm *exactly(const QStringList &words) const;
    const CatalogTerm *dated(QStringList words) const;
    const CatalogTerm *within(const QStringList &words) const;
    void name(const QString &phrase, qsizetype at);

    QList<CatalogTerm> m_terms;
    QHash<QString, qsizetype> m_byKey;
    QHash<QString, qsizetype> m_byWords;
};

} // namespace tb
