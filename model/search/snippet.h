#pragma once

#include "model/search/searchquery.h"

namespace tb {

/// A few words of a text around what was found in it.
struct Snippet
{
    struct Mark
    {
        qsizetype start = 0;
        qsizetype length = 0;

        bool operator==(const Mark &) const = default;
    };
    QString text; ///< one line; with an ellipsis where something was left out
    QList<Mark> marks; ///< what matches, in order; may be empty when the engine knows a spelling that we do not

    /// The text with @p before and @p after around each match, for terminals and tests.
    QString marked(const QString &before, const QString &after) const;

    bool operator==(const Snippet &) const = default;
};

/// Finds the terms of a query in texts.
class TermFinder
{
public:
    explicit TermFinder(const SearchQuery &query) : m_terms(query.terms()) { }

    /// Every place in @p text, in order and not overlapping.
    QList<Snippet::Mark> find(const QString &text) const;
    /// How many of the terms occur in @p text.
    int count(const QString &text) const;
    /// About @p length characters around the first match.
    Snippet around(const QString &text, qsizetype length = 160) const;

private:
    QList<SearchQuery::Term> m_terms;
};

} // namespace tb
