#include "model/store/integrity.h"

#include "model/store/connection.h"
#include "model/store/statement.h"

namespace tb {

namespace {

constexpr int mostFaults = 100; // more of them say nothing new

Status collect(Connection &connection, const char *sql, QStringList &faults)
{
    auto query = Statement::prepare(connection.handle(), sql);
    if (!query)
        return query.error();
    while (faults.size() < mostFaults && query.value().next())
        faults.append(query.value().text(0));
    return query.value().status();
}

} // namespace

Result<QStringList> integrityFaults(Connection &connection)
{
    QStringList faults;
    if (const auto done = collect(connection, "PRAGMA integrity_check(100)", faults); !done)
        return done.error();
    faults.removeAll(QStringLiteral("ok"));
    constexpr const char *references = "SELECT \"table\" || ' row ' || coalesce(rowid, '') || ' refers to nothing in ' "
                                       "|| parent FROM pragma_foreign_key_check";
    if (const auto done = collect(connection, references, faults); !done)
        return done.error();
    return faults;
}

} // namespace tb
