#include "model/store/savepoint.h"

#include "model/store/connection.h"

#include <utility>

namespace tb {

Result<Savepoint> Savepoint::begin(Connection &connection)
{
    if (const auto done = connection.execute("SAVEPOINT inner_change"); !done)
        return done.error();
    return Savepoint(&connection);
}

Savepoint::Savepoint(Savepoint &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) { }

Savepoint::~Savepoint()
{
    if (!m_connection)
        return;
    // When the engine has rolled the whole transaction back by itself, both fail and nothing is left to take back.
    const auto undone = m_connection->execute("ROLLBACK TO inner_change");
    const auto gone = m_connection->execute("RELEASE inner_change");
    static_cast<void>(undone);
    static_cast<void>(gone);
}

Status Savepoint::release()
{
    return std::exchange(m_connection, nullptr)->execute("RELEASE inner_change");
}

} // namespace tb
