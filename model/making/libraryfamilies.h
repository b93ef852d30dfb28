#pragma once

#include "model/catalog/catalog.h"
#include "model/making/librarywriter.h"

namespace tb {

/// Whether an entry of @p category belongs into an engagement over @p categories. Security always does.
bool isInScope(const QString &category, const QStringList &categories);

/// The row key of a policy's numbered requirement.
qint64 requirementId(const CatalogPolicy &policy, const CatalogRequirement &requirement);

/// Every criterion with its points of focus: the categories decide which count, and may change later.
void writeCriteria(LibraryWriter &writer, const Catalog &catalog);
/// Roles, values, policies with a first draft each, and their numbered requirements.
void writePolicies(LibraryWriter &writer, const CatalogPolicies &library);
/// Questionnaires for vendors, and the form by which a vendor's report is reviewed.
void writeQuestionnaires(LibraryWriter &writer, const Catalog &catalog);
void writeChecklist(LibraryWriter &writer, const Catalog &catalog, const QStringList &categories);
void writeRequests(LibraryWriter &writer, const Catalog &catalog, const QStringList &categories);
void writeRisks(LibraryWriter &writer, const Catalog &catalog);
void writeSampling(LibraryWriter &writer, const Catalog &catalog);
void writeDescription(LibraryWriter &writer, const Catalog &catalog);
/// Controls with their test procedures and their criteria, points of focus and policy. Each has the rank of its place
/// in the library, so that one added later falls into it.
void writeControls(LibraryWriter &writer, const Catalog &catalog, const QList<CatalogControl> &controls);
/// What in the library points to controls: requirements of policies, requests and risks.
void linkToControls(LibraryWriter &writer, const Catalog &catalog);

} // namespace tb
