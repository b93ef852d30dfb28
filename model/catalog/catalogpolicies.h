#pragma once

#include "model/catalog/catalogentries.h"
#include "model/result.h"

namespace tb {

/// A role that policies and controls name; a project puts a person to it.
struct CatalogRole
{
    CatalogOrigin origin;
    QString key;
    QString title;
    QString description;
};

/// A value that policies leave to the organisation, such as a number of days.
struct CatalogParameter
{
    CatalogOrigin origin;
    QString key;
    QString title;
    bool integer = false;
    QString defaultValue;
    QString unit; ///< "days"; empty where the value is words or a bare number
    QString unitOfOne; ///< "day"
    QString description;
};

/// A numbered sentence of a policy that controls and tests point at.
struct CatalogRequirement
{
    QString number; ///< "4.7"
    QString title;
    QStringList controls; ///< those that the sentence names
};

/// A policy template: what the index says and its document.
struct CatalogPolicy
{
    CatalogOrigin origin; ///< the hash covers the document too
    QString key;
    QString code; ///< "PL-01"
    QString title;
    QString summary;
    QString ownerRole;
    QString reviewCycleParameter;
    QStringList criteria;
    QStringList controls; ///< that belong to it
    QList<CatalogRequirement> requirements;
    QString body; ///< Markdown with {{organisation}}, {{service}}, {{role:…}}, {{param:…}} and {{control:…}}
};

/// The policy templates and what they refer to.
struct CatalogPolicies
{
    QList<CatalogRole> roles;
    QList<CatalogParameter> parameters;
    QList<CatalogPolicy> policies;
};

/// What stands in a policy for a parameter: its value with its unit in the right number, "1 day" or "30 days".
/// Sentences therefore never name the unit themselves.
QString withUnit(const QString &value, const QString &unit, const QString &unitOfOne);

/// Reads DIRECTORY/index.json and the documents beside it. Errors as readCatalogFile(); a document's subject is its
/// file name. Only files named KEY.md in that folder are opened, whatever the index says.
Result<CatalogPolicies> readPolicies(const QString &directory);

/// What stands between {{ and }} in \a markdown, in order, each once. An unclosed {{ yields its first 40 characters.
QStringList fieldsIn(const QString &markdown);

} // namespace tb
