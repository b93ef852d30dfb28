#pragma once

#include "model/catalog/catalogentries.h"

#include <QJsonObject>

namespace tb {

/// The fields of \a object as a value; `key` and `origin` are left to the caller. The object has passed its kind's
/// schema, so nothing here can be missing or of another type.
template <class Entry> Entry catalogEntry(const QJsonObject &object);

template <> CatalogSeries catalogEntry(const QJsonObject &object);
template <> CatalogCriterion catalogEntry(const QJsonObject &object);
template <> CatalogPoint catalogEntry(const QJsonObject &object);
template <> CatalogPrinciple catalogEntry(const QJsonObject &object);
template <> CatalogControl catalogEntry(const QJsonObject &object);

} // namespace tb
