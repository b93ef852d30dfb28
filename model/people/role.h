#pragma once

#include "model/record/subject.h"

namespace tb {

/// A role that policies and controls name; a person holds it.
struct Role
{
    RoleId id;
    QString key; ///< as policy texts write it: "security_lead"
    QString title;
    QString description;
    PersonId holder;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const Role &) const = default;
};

template <> struct Description<Role>
{
    static constexpr const char *table = "role";
    static constexpr const char *plural = "roles";
    static constexpr const char *label = "title";
    static constexpr const char *order = "title";
    static constexpr std::array fields {
        field<&Role::key>("key", Required | Unique | Fixed),  field<&Role::title>("title", Required | Searched),
        field<&Role::description>("description", Long),       field<&Role::holder>("holder_id"),
        field<&Role::originKey>("origin_key", Fixed),         field<&Role::originHash>("origin_hash", Fixed),
        field<&Role::originVersion>("origin_version", Fixed),
    };
};

} // namespace tb
