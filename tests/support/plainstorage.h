#pragma once

#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"
#include "model/store/schema.h"

#include <QFile>

namespace tb {

/// A project's tables in a plain file: no key derivation, so that tests of what lies above are quick.
class PlainStorage final : public ProjectStorage
{
public:
    /// Opens or makes @p path, with the present schema.
    static std::unique_ptr<PlainStorage> at(const QString &path)
    {
        std::unique_ptr<PlainStorage> storage(new PlainStorage);
        storage->m_spec.path = path;
        storage->m_spec.mode = QFile::exists(path) ? ConnectionSpec::Mode::ReadWrite : ConnectionSpec::Mode::Create;
        auto opened = Connection::open(storage->m_spec);
        if (!opened)
            qFatal("plain storage: %s", qPrintable(opened.error().detail));
        storage->m_connection = std::move(opened).value();
        if (const auto quick = storage->m_connection->execute("PRAGMA synchronous=OFF"); !quick)
            qFatal("plain storage: %s", qPrintable(quick.error().detail));
        if (const auto made = schema::migrate(*storage->m_connection); !made)
            qFatal("plain storage: %s", qPrintable(made.error().detail));
        storage->m_spec.mode = ConnectionSpec::Mode::ReadWrite;
        return storage;
    }

    Connection &connection() override { return *m_connection; }
    Result<std::unique_ptr<Connection>> openForThread() const override { return Connection::open(m_spec); }
    WriteGate &gate() override { return m_gate; }
    bool isReadOnly() const override { return readOnly; }
    QString path() const override { return m_spec.path; }

    bool readOnly = false;

private:
    PlainStorage() = default;
    ConnectionSpec m_spec;
    std::unique_ptr<Connection> m_connection;
    WriteGate m_gate;
};

} // namespace tb
