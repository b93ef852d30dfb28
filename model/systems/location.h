#pragma once

#include "model/record/subject.h"

namespace tb {

/// A place from which the service is delivered.
struct Location
{
    LocationId id;
    QString name;
    QString address;
    QString purpose;
    bool inScope = true;

    bool operator==(const Location &) const = default;
};

template <> struct Description<Location>
{
    static constexpr const char *table = "location";
    static constexpr const char *plural = "locations";
    static constexpr const char *label = "name";
    static constexpr const char *order = "name";
    static constexpr std::array fields {
        field<&Location::name>("name", Required | Unique | Searched),
        field<&Location::address>("address", Searched),
        field<&Location::purpose>("purpose", Searched),
        field<&Location::inScope>("in_scope"),
    };
};

} // namespace tb
