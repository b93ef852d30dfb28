#pragma once

#include "model/store/projectfile.h"
#include "model/store/projectstorage.h"

namespace tb {

/// The numbered migrations of schema.h as a ProjectFile sees them.
FileFormat projectFormat();

/// An open project file with the connection of the thread that works in it.
class FileStorage final : public ProjectStorage
{
public:
    /// Takes over @p file, which may have been opened in another thread, and opens this thread's connection.
    static Result<std::unique_ptr<FileStorage>> attach(std::unique_ptr<ProjectFile> file);

    Connection &connection() override { return *m_connection; }
    Result<std::unique_ptr<Connection>> openForThread() const override;
    WriteGate &gate() override { return m_file->gate(); }
    bool isReadOnly() const override { return m_file->isReadOnly(); }
    QString path() const override { return m_file->path(); }

    const ProjectFile &file() const { return *m_file; }

    /// Closes the connection and gives the file back, for ProjectFile::changePassphrase().
    static std::unique_ptr<ProjectFile> detach(std::unique_ptr<FileStorage> storage);

private:
    FileStorage(std::unique_ptr<ProjectFile> file, std::unique_ptr<Connection> connection);

    std::unique_ptr<ProjectFile> m_file; // before the connection, which must go first
    std::unique_ptr<Connection> m_connection;
};

} // namespace tb
