#pragma once

#include "model/record/subject.h"
#include "model/vendors/vendorenums.h"

namespace tb {

/// What a vendor answered and what we make of it. Its score is computed: see vendorscore.h.
struct Assessment
{
    AssessmentId id;
    VendorId vendor;
    QuestionnaireId questionnaire;
    PersonId assessor;
    QDate startedOn;
    QDate completedOn;
    VendorOutcome outcome = VendorOutcome::Undecided;
    QString conditions;
    QDate nextDueOn;

    bool operator==(const Assessment &) const = default;
};

template <> struct Description<Assessment>
{
    static constexpr const char *table = "assessment";
    static constexpr const char *plural = "assessments";
    static constexpr const char *label = "started_on";
    static constexpr const char *order = "started_on";
    static constexpr std::array fields {
        field<&Assessment::vendor>("vendor_id", Required | Fixed | Part),
        field<&Assessment::questionnaire>("questionnaire_id", Required),
        field<&Assessment::assessor>("assessor_id"),
        field<&Assessment::startedOn>("started_on", Required),
        field<&Assessment::completedOn>("completed_on"),
        field<&Assessment::outcome>("outcome", Required),
        field<&Assessment::conditions>("conditions", Long | Searched),
        field<&Assessment::nextDueOn>("next_due_on"),
    };
};

} // namespace tb
