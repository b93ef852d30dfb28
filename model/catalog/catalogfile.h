#pragma once

#include "model/catalog/jsonguard.h"
#include "model/result.h"

#include <QJsonObject>
#include <QList>

namespace tb {

/// One library file as read and checked against its kind's schema: every entry has every required field, of its type.
struct CatalogFile
{
    QString kind;
    int version = 0; ///< of the content; a later library has a higher one
    QList<QJsonObject> entries;
};

/// Reads DIRECTORY/KIND.json: `{"kind": KIND, "version": 1, "entries": [{"key": …}, …]}`. Errors: NotFound when the
/// file is absent, Storage when it cannot be read, Invalid (subject "file: entry: field") when it is not what the
/// schema says.
Result<CatalogFile> readCatalogFile(const QString &directory, const QString &kind, const JsonLimits &limits = {});

} // namespace tb
