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

/// Re-reads what was inserted or updated; deleted rows go at once, so that a large change costs one pass.
template <class R> Status refreshRows(Connection &connection, const ChangeSet &changes, RecordList<R> &list)
{
    QSet<decltype(R::id)> gone;
    for (const TouchedRow &row : changes.rows) {
        if (row.table != QLatin1String(Description<R>::table))
            continue;
        if (row.operation == Operation::Delete) {
            gone.insert({ row.key });
            continue;
        }
        const auto record = store::load<R>(connection, row.key);
        if (!record)
            return record.error();
        list.put(record.value());
    }
    list.removeAll(gone);
    return Ok {};
}

void refreshLink(const TouchedRow &row, const LinkSpec &spec, LinkMap &map)
{
    if (row.table != QLatin1String(spec.table))
        return;
    if (row.operation == Operation::Delete)
        map.remove(row.key, row.secondKey);
    else
        map.add(row.key, row.secondKey);
}

/// Runs the steps in order until one fails.
template <class... Steps> Status inOrder(Steps... steps)
{
    Status status = Ok {};
    static_cast<void>((... && (status = steps(), static_cast<bool>(status))));
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
    const auto done = inOrder(
        [&] { return loadInto(connection, loaded.engagements); }, [&] { return loadInto(connection, loaded.people); },
        [&] { return loadInto(connection, loaded.frameworks); }, [&] { return loadInto(connection, loaded.criteria); },
        [&] { return loadInto(connection, loaded.controls); }, [&] { return loadInto(connection, loaded.evidence); },
        [&] { return loadInto(connection, controlCriterion, loaded.controlCriteria); },
        [&] { return loadInto(connection, evidenceControl, loaded.evidenceControls); });
    if (!done)
        return done.error();
    return loaded;
}

Status Records::refresh(Connection &connection, const ChangeSet &changes)
{
    for (const TouchedRow &row : changes.rows) {
        refreshLink(row, controlCriterion, controlCriteria);
        refreshLink(row, evidenceControl, evidenceControls);
    }
    return inOrder([&] { return refreshRows(connection, changes, engagements); },
                   [&] { return refreshRows(connection, changes, people); },
                   [&] { return refreshRows(connection, changes, frameworks); },
                   [&] { return refreshRows(connection, changes, criteria); },
                   [&] { return refreshRows(connection, changes, controls); },
                   [&] { return refreshRows(connection, changes, evidence); });
}

} // namespace tb
