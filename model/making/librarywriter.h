#pragma once

#include "model/catalog/catalogentries.h"
#include "model/record/bulkwriter.h"

#include <QSet>

namespace tb {

/// Writes entries of the library as records of a project. The first failure ends it and stays in status(), so that
/// what writes a family needs no branches.
class LibraryWriter
{
public:
    /// @p present: keys of library records that the project holds already and that links may point to.
    explicit LibraryWriter(Connection &connection, QSet<qint64> present = {});

    template <class R> void add(const R &record)
    {
        if (m_status)
            m_status = m_rows.insert(record);
        m_present.insert(record.id.value);
    }
    /// Links two records; left out unless the project holds both.
    void link(const LinkSpec &spec, qint64 left, qint64 right);

    bool has(qint64 id) const { return m_present.contains(id); }
    const Status &status() const { return m_status; }
    qsizetype prepared() const { return m_rows.prepared(); }

private:
    store::BulkWriter m_rows;
    QSet<qint64> m_present;
    Status m_status = Ok {};
};

QString hashText(const CatalogOrigin &origin);

/// Notes on @p record where it came from.
template <class R> void setOrigin(R &record, const CatalogOrigin &origin)
{
    record.originKey = origin.key;
    record.originHash = hashText(origin);
    record.originVersion = origin.version;
}

/// A record of the library entry of @p origin, under the library's key.
template <class R> R recordFrom(const CatalogOrigin &origin)
{
    R record;
    record.id.value = origin.id();
    setOrigin(record, origin);
    return record;
}

} // namespace tb
