#pragma once

#include "model/record/subject.h"

namespace tb {

/// One entry of the thread below a request.
struct RequestNote
{
    RequestNoteId id;
    RequestId request;
    QString author;
    QDateTime writtenAt;
    QString text;

    bool operator==(const RequestNote &) const = default;
};

template <> struct Description<RequestNote>
{
    static constexpr const char *table = "request_note";
    static constexpr const char *plural = "request_notes";
    static constexpr const char *label = "text";
    static constexpr const char *order = "written_at";
    static constexpr std::array fields {
        field<&RequestNote::request>("request_id", Required | Fixed | Part),
        field<&RequestNote::author>("author", Required | Fixed),
        field<&RequestNote::writtenAt>("written_at", Required | Fixed),
        field<&RequestNote::text>("text", Required | Long | Searched),
    };
};

} // namespace tb
