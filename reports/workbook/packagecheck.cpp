#include "reports/workbook/packagecheck.h"

#include <QByteArray>
#include <QFile>

#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <memory>

namespace tb::workbook {

namespace {

/// Reads the open entry to its end, which checks its CRC, and keeps its last bytes; nothing when it cannot be read.
QByteArray tailOf(archive *zip, bool &readable)
{
    QByteArray tail;
    std::array<char, 65536> buffer;
    la_ssize_t count = 0;
    while ((count = archive_read_data(zip, buffer.data(), buffer.size())) > 0)
        tail = (tail + QByteArray(buffer.data(), count)).right(64);
    readable = count == 0;
    return tail.trimmed();
}

bool isWholePart(const QByteArray &tail)
{
    // A root without children closes itself.
    const qsizetype last = tail.lastIndexOf('<');
    return tail.endsWith('>') && (tail.mid(last, 2) == "</" || tail.endsWith("/>"));
}

/// A worksheet cut between two cells would still end with a tag: its own must be the last.
bool endsItsSheet(const char *name, const QByteArray &tail)
{
    return !QByteArray(name).startsWith("xl/worksheets/sheet") || tail.endsWith("</worksheet>");
}

} // namespace

bool isWholePackage(const QString &path)
{
    const std::unique_ptr<archive, int (*)(archive *)> zip(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(zip.get());
    if (archive_read_open_filename(zip.get(), QFile::encodeName(path).constData(), 65536) != ARCHIVE_OK)
        return false;
    archive_entry *entry = nullptr;
    int parts = 0;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(zip.get(), &entry)) == ARCHIVE_OK) {
        bool readable = false;
        const QByteArray tail = tailOf(zip.get(), readable);
        if (!readable || !isWholePart(tail) || !endsItsSheet(archive_entry_pathname(entry), tail))
            return false;
        ++parts;
    }
    return status == ARCHIVE_EOF && parts > 0;
}

} // namespace tb::workbook
