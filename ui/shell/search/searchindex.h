#pragma once

#include "model/records.h"

namespace tb {

/// One record that a search found.
struct SearchHit
{
    QString table; ///< "control", "evidence", "criterion"
    qint64 id = 0;
    QString code;
    QString title;

    bool operator==(const SearchHit &) const = default;
};

/// Everything of a project that can be searched by name: codes, titles, descriptions, notes and file names, lower-cased
/// once. 20,000 records answer within a key stroke.
class SearchIndex
{
public:
    void rebuild(const Records &records);

    /// The best @p most of each table, in the order control, evidence, criterion. All words of @p text must occur; a
    /// code that starts with it comes first, then titles, then other text.
    QList<SearchHit> find(const QString &text, qsizetype most = 5) const;

    /// Where the words of @p text stand in @p title: start and length, for bold type.
    static QList<std::pair<qsizetype, qsizetype>> matches(const QString &title, const QString &text);

private:
    struct Entry
    {
        SearchHit hit;
        QString code; ///< these three lower-cased
        QString title;
        QString other;
    };
    using Group = QList<Entry>;

    static int rank(const Entry &entry, const QString &whole, const QStringList &words);
    static void take(const Group &group, const QString &text, qsizetype most, QList<SearchHit> &found);

    Group m_controls;
    Group m_evidence;
    Group m_criteria;
};

} // namespace tb
