#pragma once

#include "model/record/subject.h"

namespace tb {

/// A system incident (DC 4).
struct Incident
{
    IncidentId id;
    QString title;
    QDate happenedOn;
    QString what;
    QString effect;
    bool disclosed = true;
    QString undisclosedReason;

    bool operator==(const Incident &) const = default;
};

template <> struct Description<Incident>
{
    static constexpr const char *table = "incident";
    static constexpr const char *plural = "incidents";
    static constexpr const char *label = "title";
    static constexpr const char *order = "happened_on";
    static constexpr std::array fields {
        field<&Incident::title>("title", Required | Searched),
        field<&Incident::happenedOn>("happened_on", Required),
        field<&Incident::what>("what", Long | Searched),
        field<&Incident::effect>("effect", Long | Searched),
        field<&Incident::disclosed>("disclosed"),
        field<&Incident::undisclosedReason>("undisclosed_reason", Long | Searched),
    };
};

} // namespace tb
