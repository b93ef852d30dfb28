#pragma once

#include "model/catalog/cataloglists.h"
#include "model/catalog/catalogpolicies.h"

#include <QJsonObject>

namespace tb {

QString catalogText(const QJsonObject &object, const char *name);
QStringList catalogTexts(const QJsonObject &object, const char *name);

/// The fields of \a object as a value; `key` and `origin` are left to the caller. The object has passed its kind's
/// schema, so nothing here can be missing or of another type.
template <class Entry> Entry catalogEntry(const QJsonObject &object);

template <> CatalogSeries catalogEntry(const QJsonObject &object);
template <> CatalogCriterion catalogEntry(const QJsonObject &object);
template <> CatalogPoint catalogEntry(const QJsonObject &object);
template <> CatalogPrinciple catalogEntry(const QJsonObject &object);
template <> CatalogControl catalogEntry(const QJsonObject &object);
template <> CatalogChecklistItem catalogEntry(const QJsonObject &object);
template <> CatalogPhrase catalogEntry(const QJsonObject &object);
template <> CatalogDescriptionSection catalogEntry(const QJsonObject &object);
template <> CatalogFinding catalogEntry(const QJsonObject &object);
template <> CatalogTerm catalogEntry(const QJsonObject &object);
template <> CatalogQuestion catalogEntry(const QJsonObject &object);
template <> CatalogQuestionnaire catalogEntry(const QJsonObject &object);
template <> CatalogRequest catalogEntry(const QJsonObject &object);
template <> CatalogRisk catalogEntry(const QJsonObject &object);
template <> CatalogSampling catalogEntry(const QJsonObject &object);
template <> CatalogRole catalogEntry(const QJsonObject &object);
template <> CatalogParameter catalogEntry(const QJsonObject &object);
template <> CatalogPolicy catalogEntry(const QJsonObject &object);

} // namespace tb
