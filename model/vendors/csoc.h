#pragma once

#include "model/record/subject.h"

namespace tb {

/// What we expect a carved-out subservice organisation to run (DC 7).
struct Csoc
{
    CsocId id;
    VendorId vendor;
    QString code;
    QString text;
    VendorReportId report;
    ControlId monitoring;

    bool operator==(const Csoc &) const = default;
};

template <> struct Description<Csoc>
{
    static constexpr const char *table = "csoc";
    static constexpr const char *plural = "csocs";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&Csoc::vendor>("vendor_id", Required | Fixed | Part),
        field<&Csoc::code>("code", Required),
        field<&Csoc::text>("text", Required | Long | Searched),
        field<&Csoc::report>("report_id"),
        field<&Csoc::monitoring>("monitoring_id"),
    };
};

inline constexpr LinkSpec csocCriterion { "csoc_criterion", "csoc", "criterion" };

} // namespace tb
