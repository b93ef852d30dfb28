#pragma once

#include "model/record/subject.h"
#include "model/vendors/vendorenums.h"

namespace tb {

/// A document by which a vendor shows how it works.
struct VendorReport
{
    VendorReportId id;
    VendorId vendor;
    QString title;
    VendorReportKind kind = VendorReportKind::Soc2TypeTwo;
    QDate coversFrom;
    QDate coversTo; ///< of a report as of a date: that date
    QDate issuedOn;
    QString auditor;
    Opinion opinion = Opinion::NotStated;
    QString exceptions;
    PersonId reviewedBy;
    QDate reviewedOn;
    EvidenceId evidence;

    bool operator==(const VendorReport &) const = default;
};

template <> struct Description<VendorReport>
{
    static constexpr const char *table = "vendor_report";
    static constexpr const char *plural = "vendor_reports";
    static constexpr const char *label = "title";
    static constexpr const char *order = "covers_to";
    static constexpr std::array fields {
        field<&VendorReport::vendor>("vendor_id", Required | Fixed | Part),
        field<&VendorReport::title>("title", Required | Searched),
        field<&VendorReport::kind>("kind", Required),
        field<&VendorReport::coversFrom>("covers_from"),
        field<&VendorReport::coversTo>("covers_to"),
        field<&VendorReport::issuedOn>("issued_on"),
        field<&VendorReport::auditor>("auditor", Searched),
        field<&VendorReport::opinion>("opinion"),
        field<&VendorReport::exceptions>("exceptions", Long | Searched),
        field<&VendorReport::reviewedBy>("reviewed_by_id"),
        field<&VendorReport::reviewedOn>("reviewed_on"),
        field<&VendorReport::evidence>("evidence_id"),
    };
};

} // namespace tb
