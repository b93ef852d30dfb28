#pragma once

#include "app/text/texttaker.h"

#include <memory>

struct archive;

namespace tb {

/// Reads the entries of a zip out of a file in memory or in the project, one after another, never to disk.
class ZipReader
{
public:
    ZipReader(QIODevice &bytes, const TextLimits &limits);
    ~ZipReader();
    Q_DISABLE_COPY_MOVE(ZipReader)

    /// Goes to the next entry; false at the end, or when the zip cannot be read or passes a limit: see problem().
    bool next();
    const QByteArray &name() const { return m_name; }
    /// More bytes of the entry; empty at its end or when something is wrong.
    QByteArray read(qint64 most);
    /// Why reading ended; empty when nothing is wrong.
    const QString &problem() const { return m_problem; }

private:
    struct Source;
    struct Close
    {
        void operator()(archive *zip) const;
    };
    bool fail(const QString &problem);
    QString reason() const;

    const TextLimits m_limits;
    std::unique_ptr<Source> m_source; // before the archive, which reads from it
    std::unique_ptr<archive, Close> m_zip;
    QByteArray m_name;
    QString m_problem;
    qint64 m_unpacked = 0;
    int m_entries = 0;
};

} // namespace tb
