#pragma once

#include "model/record/subject.h"

namespace tb {

/// The components of a system as the description criteria name them (DC 3); people are persons.
enum class SystemKind { Infrastructure, Software, Data, Procedure };
template <> struct Words<SystemKind>
{
    static constexpr std::array all { "infrastructure", "software", "data", "procedure" };
};

/// A component of what the report covers (DC 3).
struct System
{
    SystemId id;
    QString name;
    SystemKind kind = SystemKind::Infrastructure;
    QString product; ///< or supplier
    bool inScope = true;
    PersonId owner;
    QString notes;

    bool operator==(const System &) const = default;
};

template <> struct Description<System>
{
    static constexpr const char *table = "system";
    static constexpr const char *plural = "systems";
    static constexpr const char *label = "name";
    static constexpr const char *order = "name";
    static constexpr std::array fields {
        field<&System::name>("name", Required | Unique | Searched),
        field<&System::kind>("kind", Required),
        field<&System::product>("product", Searched),
        field<&System::inScope>("in_scope"),
        field<&System::owner>("owner_id"),
        field<&System::notes>("notes", Long | Searched),
    };
};

} // namespace tb
