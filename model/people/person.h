#pragma once

#include "model/record/subject.h"

namespace tb {

/// Somebody who owns, performs or reviews: owners are people, not free text.
struct Person
{
    PersonId id;
    QString name;
    QString email;
    QString role;
    QString team;
    bool active = true;

    bool operator==(const Person &) const = default;
};

template <> struct Description<Person>
{
    static constexpr const char *table = "person";
    static constexpr const char *plural = "people";
    static constexpr const char *label = "name";
    static constexpr const char *order = "name";
    static constexpr std::array fields {
        field<&Person::name>("name", Required | Unique | Searched),
        field<&Person::email>("email"),
        field<&Person::role>("role"),
        field<&Person::team>("team"),
        field<&Person::active>("active"),
    };
};

} // namespace tb
