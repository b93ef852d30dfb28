#include "model/making/librarywriter.h"

namespace tb {

LibraryWriter::LibraryWriter(Connection &connection, QSet<qint64> present)
    : m_rows(connection)
    , m_present(std::move(present))
{ }

void LibraryWriter::link(const LinkSpec &spec, qint64 left, qint64 right)
{
    if (m_status && has(left) && has(right))
        m_status = m_rows.link(spec, left, right);
}

QString hashText(const CatalogOrigin &origin)
{
    return QString::fromLatin1(origin.hash.toHex());
}

} // namespace tb
