#include "ui/shell/chaincheck.h"

#include "model/job.h"
#include "model/project.h"
#include "model/store/connection.h"
#include "model/store/projectstorage.h"

namespace tb {

void ChainCheck::start(QThreadPool &pool, const Project &project)
{
    // The storage outlives this object, whose end the closing of the project waits for (see Workspace).
    const ProjectStorage *storage = &project.storage();
    Job::start<LogCheck>(
        pool, this,
        [storage](JobControl &job) -> Result<LogCheck> {
            auto connection = storage->openForThread();
            if (!connection)
                return connection.error();
            return checkChain(*connection.value(), &job);
        },
        [this](Result<LogCheck> check) {
            if (!check)
                return emit failed(check.error());
            const QList<LogFault> &faults = check.value().faults;
            emit finished(faults.isEmpty() ? 0 : std::max<qint64>(1, faults.first().seq), check.value().head.seq);
        });
}

} // namespace tb
