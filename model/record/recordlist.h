#pragma once

#include <QHash>
#include <QList>
#include <QSet>

#include <utility>

namespace tb {

/// The records of one subject in memory, found by key. Order: as loaded, new ones last.
template <class R> class RecordList
{
public:
    using Key = decltype(R::id);

    RecordList() = default;
    explicit RecordList(QList<R> records) : m_records(std::move(records)) { reindex(0); }

    const QList<R> &all() const { return m_records; }
    qsizetype size() const { return m_records.size(); }
    const R *find(Key id) const
    {
        const auto found = m_index.constFind(id);
        return found == m_index.cend() ? nullptr : &m_records.at(*found);
    }
    bool contains(Key id) const { return m_index.contains(id); }

    void put(const R &record)
    {
        const auto found = m_index.constFind(record.id);
        if (found != m_index.cend()) {
            m_records[*found] = record;
            return;
        }
        m_index.insert(record.id, m_records.size());
        m_records.append(record);
    }
    void removeAll(const QSet<Key> &ids)
    {
        if (ids.isEmpty())
            return;
        m_records.removeIf([&](const R &record) { return ids.contains(record.id); });
        m_index.clear();
        reindex(0);
    }

private:
    void reindex(qsizetype from)
    {
        m_index.reserve(m_records.size());
        for (qsizetype i = from; i < m_records.size(); ++i)
            m_index.insert(m_records.at(i).id, i);
    }

    QList<R> m_records;
    QHash<Key, qsizetype> m_index;
};

/// A many-to-many relation in memory, readable from both sides.
class LinkMap
{
public:
    LinkMap() = default;
    /// @p pairs as a table holds them: each once.
    explicit LinkMap(const QList<std::pair<qint64, qint64>> &pairs) : m_size(pairs.size())
    {
        m_rights.reserve(m_size);
        m_lefts.reserve(m_size);
        for (const auto &[left, right] : pairs) {
            m_rights[left].append(right);
            m_lefts[right].append(left);
        }
    }

    QList<qint64> rightsOf(qint64 left) const { return m_rights.value(left); }
    QList<qint64> leftsOf(qint64 right) const { return m_lefts.value(right); }
    bool contains(qint64 left, qint64 right) const { return m_rights.value(left).contains(right); }
    qsizetype size() const { return m_size; }

    void add(qint64 left, qint64 right)
    {
        if (contains(left, right))
            return;
        m_rights[left].append(right);
        m_lefts[right].append(left);
        ++m_size;
    }
    void remove(qint64 left, qint64 right)
    {
        if (!contains(left, right))
            return;
        m_rights[left].removeOne(right);
        m_lefts[right].removeOne(left);
        --m_size;
    }

private:
    QHash<qint64, QList<qint64>> m_rights;
    QHash<qint64, QList<qint64>> m_lefts;
    qsizetype m_size = 0;
};

} // namespace tb
