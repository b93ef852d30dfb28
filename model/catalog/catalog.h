#pragma once

#include "model/catalog/cataloglists.h"
#include "model/catalog/catalogpolicies.h"
#include "model/result.h"

#include <QList>

namespace tb {

/// The content library as plain values. Nothing in it refers to a project; read it in any thread.
struct Catalog
{
    QList<CatalogSeries> series;
    QList<CatalogCriterion> criteria;
    QList<CatalogPoint> points;
    QList<CatalogPrinciple> principles;
    QList<CatalogControl> controls;
    QList<CatalogChecklistItem> checklist;
    QList<CatalogPhrase> coverage;
    QList<CatalogDescriptionSection> description;
    QList<CatalogFinding> findings;
    QList<CatalogTerm> glossary;
    QList<CatalogQuestionnaire> questionnaires;
    QList<CatalogQuestion> reportReview;
    QList<CatalogRequest> requests;
    QList<CatalogRisk> risks;
    QList<CatalogSampling> sampling;
    CatalogPolicies policies; ///< from the sub-folder "policies"
};

/// The folder of the library inside the program.
QString builtInCatalog();

/// Reads the whole library from \a directory (default: the one inside the program) and checks that every reference
/// resolves. The first fault ends it: Error's subject is "file: entry: field", its detail the reason. Reads only.
Result<Catalog> loadCatalog(const QString &directory = builtInCatalog());

/// Reads only the terms of the library from \a directory: all that the window needs before a project is made.
Result<QList<CatalogTerm>> loadGlossary(const QString &directory = builtInCatalog());

/// The controls of a starting set ("lean", "standard" or "full") for \a categories: those of that size or smaller with
/// at least one point of focus in scope, in the library's order. Security is always in scope. The points decide, as a
/// common criterion has points that only apply to confidentiality or privacy.
QList<CatalogControl> startingControls(const Catalog &catalog, const QString &size, const QStringList &categories);

} // namespace tb
