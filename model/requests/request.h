#pragma once

#include "model/record/subject.h"

namespace tb {

enum class RequestState { Open, Preparing, Submitted, Accepted, Returned };
template <> struct Words<RequestState>
{
    static constexpr std::array all { "open", "preparing", "submitted", "accepted", "returned" };
};

enum class RequestKind { Document, Population, Sample };
template <> struct Words<RequestKind>
{
    static constexpr std::array all { "document", "population", "sample" };
};

/// An item of the auditor's information request list (PBC).
struct Request
{
    RequestId id;
    QString code;
    QString section;
    QString text; ///< as the auditor phrases it
    RequestKind kind = RequestKind::Document;
    QString completeAnswer;
    PersonId assignee;
    QDate dueOn;
    RequestState state = RequestState::Open;
    QString rank;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const Request &) const = default;
};

template <> struct Description<Request>
{
    static constexpr const char *table = "request";
    static constexpr const char *plural = "requests";
    static constexpr const char *label = "code";
    static constexpr const char *order = "rank";
    static constexpr std::array fields {
        field<&Request::code>("code", Required | Unique | Searched),
        field<&Request::section>("section", Searched),
        field<&Request::text>("text", Required | Long | Searched),
        field<&Request::kind>("kind", Required),
        field<&Request::completeAnswer>("complete_answer", Long | Searched),
        field<&Request::assignee>("assignee_id"),
        field<&Request::dueOn>("due_on"),
        field<&Request::state>("state", Required),
        field<&Request::rank>("rank", Fixed),
        field<&Request::originKey>("origin_key", Fixed),
        field<&Request::originHash>("origin_hash", Fixed),
        field<&Request::originVersion>("origin_version", Fixed),
    };
};

inline constexpr LinkSpec requestCriterion { "request_criterion", "request", "criterion" };
inline constexpr LinkSpec requestControl { "request_control", "request", "control" };

} // namespace tb
