#pragma once

#include "model/engagement/engagementenums.h"
#include "model/record/subject.h"

namespace tb {

/// The examination being prepared: one row. *The audit window* everywhere means its period, or its as-of date.
struct Engagement
{
    EngagementId id { 1 };
    QString organisation;
    QString service; ///< the system or service that the report covers
    ReportType reportType = ReportType::TypeTwo;
    QDate asOf; ///< Type I: the date that the report speaks of
    QDate from; ///< Type II: first day of the period
    QDate to; ///< Type II: last day of the period, inclusive
    QStringList categories; ///< words of Category in scope; security always
    QString auditor; ///< the licensed CPA firm
    QString lead; ///< who prepares the examination
    QString confidentiality; ///< label printed on every page that leaves the file
    QDate retainUntil;
    QString prior; ///< the engagement before this one
    PrivacyRole privacyRole = PrivacyRole::NotStated;
    std::optional<qint64> dueSoonDays; ///< READINESS rule 22; 30 when empty

    bool operator==(const Engagement &) const = default;
};

template <> struct Description<Engagement>
{
    static constexpr const char *table = "engagement";
    static constexpr const char *plural = "engagements";
    static constexpr const char *label = "organisation";
    static constexpr const char *order = "organisation";
    static constexpr std::array fields {
        field<&Engagement::organisation>("organisation", Required | Searched),
        field<&Engagement::service>("service", Required | Searched),
        field<&Engagement::reportType>("report_type", Required),
        field<&Engagement::asOf>("as_of"),
        field<&Engagement::from>("period_from"),
        field<&Engagement::to>("period_to"),
        field<&Engagement::categories>("categories", Required),
        field<&Engagement::auditor>("auditor", Searched),
        field<&Engagement::lead>("lead", Searched),
        field<&Engagement::confidentiality>("confidentiality"),
        field<&Engagement::retainUntil>("retain_until"),
        field<&Engagement::prior>("prior"),
        field<&Engagement::privacyRole>("privacy_role"),
        field<&Engagement::dueSoonDays>("due_soon_days"),
    };
};

} // namespace tb
