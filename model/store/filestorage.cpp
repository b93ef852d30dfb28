#include "model/store/filestorage.h"

#include "model/store/schema.h"

namespace tb {

FileFormat projectFormat()
{
    return { schema::currentVersion(), [](Connection &connection) { return schema::migrate(connection); },
             &schema::checkText };
}

FileStorage::FileStorage(std::unique_ptr<ProjectFile> file, std::unique_ptr<Connection> connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
{ }

Result<std::unique_ptr<FileStorage>> FileStorage::attach(std::unique_ptr<ProjectFile> file)
{
    auto connection = Connection::open(file->specForThread());
    if (!connection)
        return connection.error();
    return std::unique_ptr<FileStorage>(new FileStorage(std::move(file), std::move(connection).value()));
}

Result<std::unique_ptr<Connection>> FileStorage::openForThread() const
{
    return Connection::open(m_file->specForThread());
}

std::unique_ptr<ProjectFile> FileStorage::detach(std::unique_ptr<FileStorage> storage)
{
    storage->m_connection.reset();
    return std::move(storage->m_file);
}

} // namespace tb
