#pragma once

#include "model/record/subject.h"

namespace tb {

/// Something that happened after the window and bears on the report.
struct SubsequentEvent
{
    SubsequentEventId id;
    QString title;
    QDate happenedOn;
    QString what;
    QString effect;
    bool disclosed = true;
    QString undisclosedReason;

    bool operator==(const SubsequentEvent &) const = default;
};

template <> struct Description<SubsequentEvent>
{
    static constexpr const char *table = "subsequent_event";
    static constexpr const char *plural = "subsequent_events";
    static constexpr const char *label = "title";
    static constexpr const char *order = "happened_on";
    static constexpr std::array fields {
        field<&SubsequentEvent::title>("title", Required | Searched),
        field<&SubsequentEvent::happenedOn>("happened_on", Required),
        field<&SubsequentEvent::what>("what", Long | Searched),
        field<&SubsequentEvent::effect>("effect", Long | Searched),
        field<&SubsequentEvent::disclosed>("disclosed"),
        field<&SubsequentEvent::undisclosedReason>("undisclosed_reason", Long | Searched),
    };
};

} // namespace tb
