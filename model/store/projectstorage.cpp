#include "model/store/projectstorage.h"

#include "model/store/connection.h"
#include "model/store/gate.h"

namespace tb {

Result<std::unique_ptr<Connection>> ProjectStorage::openInTurn()
{
    const auto turn = gate().enter(WriteGate::Reader);
    return openForThread();
}

} // namespace tb
