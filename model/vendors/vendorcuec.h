#pragma once

#include "model/record/subject.h"
#include "model/vendors/vendorenums.h"

namespace tb {

/// What a vendor's report expects of its customers, that is of us.
struct VendorCuec
{
    VendorCuecId id;
    VendorId vendor;
    VendorReportId report;
    QString code;
    QString text;
    Met met = Met::Unknown;
    QString note;

    bool operator==(const VendorCuec &) const = default;
};

template <> struct Description<VendorCuec>
{
    static constexpr const char *table = "vendor_cuec";
    static constexpr const char *plural = "vendor_cuecs";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&VendorCuec::vendor>("vendor_id", Required | Fixed | Part),
        field<&VendorCuec::report>("report_id"),
        field<&VendorCuec::code>("code", Required),
        field<&VendorCuec::text>("text", Required | Long | Searched),
        field<&VendorCuec::met>("met"),
        field<&VendorCuec::note>("note", Long | Searched),
    };
};

inline constexpr LinkSpec vendorCuecControl { "vendor_cuec_control", "vendor_cuec", "control" };

} // namespace tb
