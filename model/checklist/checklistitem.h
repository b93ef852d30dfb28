#pragma once

#include "model/record/subject.h"

namespace tb {

enum class ChecklistState { ToDo, InProgress, Blocked, Done, NotApplicable };
template <> struct Words<ChecklistState>
{
    static constexpr std::array all { "to_do", "in_progress", "blocked", "done", "not_applicable" };
};

/// One step of getting ready.
struct ChecklistItem
{
    ChecklistItemId id;
    QString code;
    QString section;
    QString text;
    QString guidance;
    QString doneWhen; ///< one condition a line
    ChecklistState state = ChecklistState::ToDo;
    QString blockedBy;
    QString reason;
    PersonId owner;
    QDate dueOn;
    QString note;
    QString rank;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const ChecklistItem &) const = default;
};

template <> struct Description<ChecklistItem>
{
    static constexpr const char *table = "checklist_item";
    static constexpr const char *plural = "checklist_items";
    static constexpr const char *label = "code";
    static constexpr const char *order = "rank";
    static constexpr std::array fields {
        field<&ChecklistItem::code>("code", Required | Unique | Searched),
        field<&ChecklistItem::section>("section", Required | Searched),
        field<&ChecklistItem::text>("text", Required | Long | Searched),
        field<&ChecklistItem::guidance>("guidance", Long | Searched),
        field<&ChecklistItem::doneWhen>("done_when", Long),
        field<&ChecklistItem::state>("state", Required),
        field<&ChecklistItem::blockedBy>("blocked_by"),
        field<&ChecklistItem::reason>("reason", Long | Searched),
        field<&ChecklistItem::owner>("owner_id"),
        field<&ChecklistItem::dueOn>("due_on"),
        field<&ChecklistItem::note>("note", Long | Searched),
        field<&ChecklistItem::rank>("rank", Fixed),
        field<&ChecklistItem::originKey>("origin_key", Fixed),
        field<&ChecklistItem::originHash>("origin_hash", Fixed),
        field<&ChecklistItem::originVersion>("origin_version", Fixed),
    };
};

inline constexpr LinkSpec checklistItemCriterion { "checklist_item_criterion", "checklist_item", "criterion" };

} // namespace tb
