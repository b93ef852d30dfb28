#pragma once

#include "model/record/subject.h"
#include "model/vendors/vendorenums.h"

namespace tb {

/// A supplier whose service the organisation relies on.
struct Vendor
{
    VendorId id;
    QString name;
    QString service;
    PersonId owner;
    VendorTier tier = VendorTier::Medium;
    QString dataShared;
    bool customerData = false;
    SubserviceMethod subservice = SubserviceMethod::None;
    QDate contractFrom;
    QDate contractTo;
    QString securityClauses;
    QDate renewalOn;
    VendorStatus status = VendorStatus::Active;
    QString notes;

    bool operator==(const Vendor &) const = default;
};

template <> struct Description<Vendor>
{
    static constexpr const char *table = "vendor";
    static constexpr const char *plural = "vendors";
    static constexpr const char *label = "name";
    static constexpr const char *order = "name";
    static constexpr std::array fields {
        field<&Vendor::name>("name", Required | Unique | Searched),
        field<&Vendor::service>("service", Searched),
        field<&Vendor::owner>("owner_id"),
        field<&Vendor::tier>("tier", Required),
        field<&Vendor::dataShared>("data_shared", Searched),
        field<&Vendor::customerData>("customer_data"),
        field<&Vendor::subservice>("subservice", Required),
        field<&Vendor::contractFrom>("contract_from"),
        field<&Vendor::contractTo>("contract_to"),
        field<&Vendor::securityClauses>("security_clauses", Long | Searched),
        field<&Vendor::renewalOn>("renewal_on"),
        field<&Vendor::status>("status", Required),
        field<&Vendor::notes>("notes", Long | Searched),
    };
};

} // namespace tb
