#pragma once

#include "model/result.h"

namespace tb {

class Connection;

/// A part of an open transaction that can be taken back alone; taken back unless released.
class Savepoint
{
public:
    static Result<Savepoint> begin(Connection &connection);
    ~Savepoint();
    Savepoint(Savepoint &&other) noexcept;
    Savepoint &operator=(Savepoint &&) = delete;
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;

    Status release();

private:
    explicit Savepoint(Connection *connection) : m_connection(connection) { }
    Connection *m_connection;
};

} // namespace tb
