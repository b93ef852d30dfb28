#include "model/records.h"

#include "model/record/recordstore.h"

namespace tb {

namespace {

template <class R> Status loadInto(Connection &connection, RecordList<R> &list)
{
    auto records = store::loadAll<R>(connection);
    if (!records)
        return records.error();
    list = RecordList<R>(std::move(records).value());
    return Ok {};
}

Status loadInto(Connection &connection, const LinkSpec &spec, LinkMap &map)
{
    const auto pairs = store::loadLinks(connection, spec);
    if (!pairs)
        return pairs.error();
    map = LinkMap(pairs.value());
    return Ok {};
}

template <class R> QList<TouchedRow> rowsOf(const ChangeSet &changes)
{
    QList<TouchedRow> rows;
    for (const TouchedRow &row : changes.rows) {
        if (row.table == QLatin1String(Description<R>::table))
            rows.append(row);
    }
    return rows;
}

/// Re-reads what was inserted or updated; deleted rows go at once. A change of more rows than the list has (a project
/// being made, an import) reads the table whole: one statement, and everything in its order.
template <class R> Status refreshRows(Connection &connection, const ChangeSet &changes, RecordList<R> &list)
{
    const QList<TouchedRow> rows = rowsOf<R>(changes);
    if (rows.size() > list.size())
        return loadInto(connection, list);
    QSet<decltype(R::id)> gone;
    for (const TouchedRow &row : rows) {
        if (row.operation == Operation::Delete) {
            gone.insert({ row.key });
            continue;
        }
        const auto record = store::load<R>(connection, row.key);
        if (record)
            list.put(record.value());
        else if (record.error().kind == Error::Kind::NotFound)
            gone.insert({ row.key }); // by a change that was announced before this one
        else
            return record.error();
    }
    list.removeAll(gone);
    return Ok {};
}

/// Asks the table, since a later change may have been announced before this one.
Status refreshLinks(Connection &connection, const ChangeSet &changes, const LinkSpec &spec, LinkMap &map)
{
    const auto isOurs = [&spec](const TouchedRow &row) { return row.table == QLatin1String(spec.table); };
    if (std::count_if(changes.rows.cbegin(), changes.rows.cend(), isOurs) > map.size())
        return loadInto(connection, spec, map);
    auto query = store::linkQuery(connection, spec);
    if (!query)
        return query.error();
    for (const TouchedRow &row : changes.rows) {
        if (!isOurs(row))
            continue;
        query.value().bind(1, row.key);
        query.value().bind(2, row.secondKey);
        const auto linked = query.value().step();
        if (!linked)
            return linked.error();
        linked.value() ? map.add(row.key, row.secondKey) : map.remove(row.key, row.secondKey);
        query.value().reset();
    }
    return Ok {};
}

/// Calls @p step with every list until one fails.
template <class Step> Status forEachList(Records &records, Step step)
{
    Status status = Ok {};
    std::apply(
        [&](auto... list) { static_cast<void>((... && (status = step(records.*list), static_cast<bool>(status)))); },
        recordLists);
    return status;
}

} // namespace

const Engagement &Records::engagement() const
{
    static const Engagement none;
    return engagements.all().isEmpty() ? none : engagements.all().first();
}

QString Records::personName(PersonId id) const
{
    const Person *person = people.find(id);
    return person ? person->name : QString();
}

Result<Records> Records::load(Connection &connection)
{
    Records loaded;
    const auto done = forEachList(loaded, [&](auto &list) { return loadInto(connection, list); });
    if (!done)
        return done.error();
    for (const LinkList &link : linkLists) {
        if (auto read = loadInto(connection, *link.spec, loaded.*link.map); !read)
            return read.error();
    }
    return loaded;
}

Status Records::refresh(Connection &connection, const ChangeSet &changes)
{
    QSet<QString> tables;
    for (const TouchedRow &row : changes.rows)
        tables.insert(row.table);
    for (const LinkList &link : linkLists) {
        if (!tables.contains(QLatin1String(link.spec->table)))
            continue;
        if (const Status done = refreshLinks(connection, changes, *link.spec, this->*link.map); !done)
            return done;
    }
    return forEachList(*this, [&]<class R>(RecordList<R> &list) {
        return tables.contains(QLatin1String(Description<R>::table)) ? refreshRows(connection, changes, list) : Ok {};
    });
}

} // namespace tb
