#pragma once

#include "model/result.h"

#include <QString>

#include <memory>

namespace tb {

class Connection;
class WriteGate;

/// Where a project's tables lie, as the project sees it: the encrypted file, or a plain one in tests.
class ProjectStorage
{
public:
    virtual ~ProjectStorage() = default;
    /// The connection of the thread that opened the project.
    virtual Connection &connection() = 0;
    /// One more connection, for the calling thread; needs no second key derivation.
    virtual Result<std::unique_ptr<Connection>> openForThread() const = 0;
    /// The same in a turn: opening reads, and would wait or fail while a writer commits.
    Result<std::unique_ptr<Connection>> openInTurn();
    virtual WriteGate &gate() = 0;
    virtual bool isReadOnly() const = 0;
    virtual QString path() const = 0;
};

} // namespace tb
