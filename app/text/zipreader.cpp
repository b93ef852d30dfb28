#include "app/text/zipreader.h"

#include <archive.h>
#include <archive_entry.h>

namespace tb {

/// What libarchive reads from.
struct ZipReader::Source
{
    QIODevice &bytes;
    QByteArray block;

    static la_ssize_t read(archive *, void *data, const void **buffer)
    {
        constexpr qint64 blockSize = 1 << 16;
        auto *self = static_cast<Source *>(data);
        self->block = self->bytes.read(blockSize);
        *buffer = self->block.constData();
        return self->block.size();
    }
    static la_int64_t seek(archive *, void *data, la_int64_t offset, int whence)
    {
        QIODevice &bytes = static_cast<Source *>(data)->bytes;
        const qint64 from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? bytes.pos() : bytes.size();
        const qint64 to = from + offset;
        return to >= 0 && to <= bytes.size() && bytes.seek(to) ? to : ARCHIVE_FATAL;
    }
    static la_int64_t skip(archive *, void *data, la_int64_t count)
    {
        QIODevice &bytes = static_cast<Source *>(data)->bytes;
        const qint64 room = std::clamp<qint64>(count, 0, bytes.size() - bytes.pos());
        return bytes.seek(bytes.pos() + room) ? room : 0;
    }
};

void ZipReader::Close::operator()(archive *zip) const
{
    archive_read_free(zip);
}

ZipReader::ZipReader(QIODevice &bytes, const TextLimits &limits)
    : m_limits(limits)
    , m_source(new Source { bytes, {} })
    , m_zip(archive_read_new())
{
    archive *zip = m_zip.get();
    archive_read_support_format_zip_seekable(zip);
    archive_read_set_read_callback(zip, &Source::read);
    archive_read_set_seek_callback(zip, &Source::seek);
    archive_read_set_skip_callback(zip, &Source::skip);
    archive_read_set_callback_data(zip, m_source.get());
    if (archive_read_open1(zip) != ARCHIVE_OK)
        fail(reason());
}

ZipReader::~ZipReader() = default;

QString ZipReader::reason() const
{
    const char *text = archive_error_string(m_zip.get());
    return text ? QString::fromUtf8(text) : QStringLiteral("it is no zip that can be read");
}

bool ZipReader::fail(const QString &problem)
{
    m_problem = problem;
    m_name.clear();
    return false;
}

bool ZipReader::next()
{
    if (!m_problem.isEmpty())
        return false;
    if (++m_entries > m_limits.entries)
        return fail(QStringLiteral("it has too many entries"));
    archive_entry *entry = nullptr;
    const int code = archive_read_next_header(m_zip.get(), &entry);
    if (code == ARCHIVE_EOF)
        return false;
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
        return fail(reason());
    m_name = archive_entry_pathname(entry); // a name that is none to us comes as null: no entry that is wanted
    return true;
}

QByteArray ZipReader::read(qint64 most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    const la_ssize_t count = archive_read_data(m_zip.get(), bytes.data(), static_cast<std::size_t>(most));
    if (count < 0) {
        fail(reason());
        return {};
    }
    m_unpacked += count;
    if (m_unpacked > m_limits.unpacked) {
        fail(QStringLiteral("it unpacks to too much"));
        return {};
    }
    bytes.truncate(count);
    return bytes;
}

} // namespace tb
