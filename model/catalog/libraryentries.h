#pragma once

#include "model/catalog/catalog.h"

#include <QJsonObject>

namespace tb {

/// What the library has entries of: the kinds of its files, and the "policies", "roles" and "parameters" of the policy
/// templates.
QStringList libraryKinds();

/// The entries of one kind as they are written, checked, for whoever shows them whole; a policy holds its text as
/// "body". NotFound for a kind that is none; else errors as loadCatalog(), though references are not followed.
Result<QList<QJsonObject>> libraryEntries(const QString &kind, const QString &directory = builtInCatalog());

} // namespace tb
