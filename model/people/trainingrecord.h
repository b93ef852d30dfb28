#pragma once

#include "model/record/subject.h"

namespace tb {

enum class TrainingKind { Awareness, RoleBased, Onboarding, Exercise };
template <> struct Words<TrainingKind>
{
    static constexpr std::array all { "awareness", "role_based", "onboarding", "exercise" };
};

/// Somebody completed a training or an awareness course.
struct TrainingRecord
{
    TrainingRecordId id;
    PersonId person;
    QString title;
    TrainingKind kind = TrainingKind::Awareness;
    QDate completedOn;
    EvidenceId proof;

    bool operator==(const TrainingRecord &) const = default;
};

template <> struct Description<TrainingRecord>
{
    static constexpr const char *table = "training_record";
    static constexpr const char *plural = "training_records";
    static constexpr const char *label = "title";
    static constexpr const char *order = "completed_on";
    static constexpr std::array fields {
        field<&TrainingRecord::person>("person_id", Required),
        field<&TrainingRecord::title>("title", Required | Searched),
        field<&TrainingRecord::kind>("kind", Required),
        field<&TrainingRecord::completedOn>("completed_on", Required),
        field<&TrainingRecord::proof>("proof_id"),
    };
};

} // namespace tb
