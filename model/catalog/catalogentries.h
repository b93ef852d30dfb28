#pragma once

#include "model/controls/controlenums.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tb {

/// Where a library record comes from. A project keeps it beside its own copy, so that a later library can be offered as
/// an update wherever the copy still equals what was taken.
struct CatalogOrigin
{
    QString kind; ///< the file's kind, e.g. "controls"
    QString key; ///< stable for ever, e.g. "AC-01"
    int version = 0;
    QByteArray hash; ///< SHA-256 of the entry's content, 32 bytes

    bool operator==(const CatalogOrigin &) const = default;
    /// The row id that a project gives to the record, see catalogId().
    qint64 id() const;
};

/// A group of criteria, e.g. CC6.
struct CatalogSeries
{
    CatalogOrigin origin;
    QString key;
    QString title;
    QString category; ///< security, availability, confidentiality, processing_integrity or privacy
};

/// One of the 61 trust services criteria, in our own words; ids are the AICPA's (TSP section 100, 2022 revision).
struct CatalogCriterion
{
    CatalogOrigin origin;
    QString key;
    QString series;
    QString category;
    QString principle; ///< COSO's, e.g. "1"; empty outside CC1 to CC5
    QString title;
    QString statement;
    QString looksFor; ///< what an auditor looks for
    QStringList gaps; ///< typical ones
};

/// A point of focus: what a control may address; a criterion can be met without it (TSP section 100, paragraph .14).
struct CatalogPoint
{
    CatalogOrigin origin;
    QString key; ///< criterion and number, "CC6.1-03"
    QString criterion;
    QString category; ///< the category that it applies to; may be narrower than its criterion's
    QString text;
};

/// One of COSO's 17 principles of internal control, in our own words.
struct CatalogPrinciple
{
    CatalogOrigin origin;
    QString key; ///< its number
    QString component;
    QString title;
    QString statement;
    QString criterion;
};

/// One thing that shows an auditor that a control exists or operated.
struct CatalogEvidence
{
    QString what;
    QString source;
    QString dates; ///< which dates must be visible on it
};

/// How a control is tested; inquiry never stands alone.
struct CatalogTest
{
    QStringList methods; ///< inquiry, observation, inspection, reperformance
    QString population; ///< what samples are drawn from, and where the list comes from
    QStringList attributes; ///< what is true of each sampled item when the control worked
};

/// A baseline control of the library.
struct CatalogControl
{
    CatalogOrigin origin;
    QString key; ///< also its code
    QString title;
    QString description;
    ControlKind kind = ControlKind::Preventive;
    ControlNature nature = ControlNature::Manual;
    Frequency frequency = Frequency::PerEvent;
    QStringList criteria;
    QStringList points;
    QList<CatalogEvidence> evidence;
    CatalogTest test;
    QString policy; ///< key of the policy template it belongs to
    QString size; ///< smallest starting set that holds it: lean, standard or full
    QString owner; ///< role key
    QString performer; ///< role key
    QStringList phrases; ///< keys of coverage.json that it answers
};

} // namespace tb
