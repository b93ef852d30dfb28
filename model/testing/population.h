#pragma once

#include "model/record/subject.h"

namespace tb {

/// Every event of a control in a period, exported from its source; samples are drawn from it.
struct Population
{
    PopulationId id;
    ControlId control;
    QString title;
    EvidenceId evidence;
    QDate coversFrom;
    QDate coversTo;
    qint64 count = 0;
    bool complete = false; ///< somebody checked it
    QString completeness;
    EvidenceId zeroStatement;
    QString frozenHash; ///< SHA-256 of the export; set before a seed may be chosen
    QDate frozenOn;

    bool operator==(const Population &) const = default;
};

template <> struct Description<Population>
{
    static constexpr const char *table = "population";
    static constexpr const char *plural = "populations";
    static constexpr const char *label = "title";
    static constexpr const char *order = "covers_from";
    static constexpr std::array fields {
        field<&Population::control>("control_id", Required),
        field<&Population::title>("title", Required | Searched),
        field<&Population::evidence>("evidence_id"),
        field<&Population::coversFrom>("covers_from", Required),
        field<&Population::coversTo>("covers_to", Required),
        field<&Population::count>("count"),
        field<&Population::complete>("complete"),
        field<&Population::completeness>("completeness", Long | Searched),
        field<&Population::zeroStatement>("zero_statement_id"),
        field<&Population::frozenHash>("frozen_hash", Fixed),
        field<&Population::frozenOn>("frozen_on", Fixed),
    };
};

} // namespace tb
