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
/// file is absent, Io when it cannot be read, Invalid (subject "file: entry: field") when it is not what the
/// schema says.
Result<CatalogFile> readCatalogFile(const QString &directory, const QString &kind, const JsonLimits &limits = {});

/// Reads DIRECTORY/KIND.json that is one object rather than a list of entries and checks it against KIND's schema.
Result<QJsonObject> readCatalogObject(const QString &directory, const QString &kind, const JsonLimits &limits = {});

/// Reads a UTF-8 text of at most \a largest bytes. Errors as readCatalogFile(), the subject being the file's name.
Result<QString> readCatalogText(const QString &directory, const QString &name, qint64 largest);

} // namespace tb
