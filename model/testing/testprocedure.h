#pragma once

#include "model/record/subject.h"

namespace tb {

/// How a control is tested. Inquiry alone never suffices.
struct TestProcedure
{
    TestProcedureId id;
    ControlId control;
    QString code;
    QStringList methods; ///< inquiry, observation, inspection, reperformance
    QString attributes; ///< one a line: what is true of each sampled item when the control worked
    QString population; ///< what samples are drawn from, and where the list comes from
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;
    QString expectedEvidence; ///< one a line: what — from where — which dates must be visible

    bool operator==(const TestProcedure &) const = default;
};

template <> struct Description<TestProcedure>
{
    static constexpr const char *table = "test_procedure";
    static constexpr const char *plural = "test_procedures";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&TestProcedure::control>("control_id", Required | Part),
        field<&TestProcedure::code>("code", Required | Unique),
        field<&TestProcedure::methods>("methods", Required),
        field<&TestProcedure::attributes>("attributes", Required | Long | Searched),
        field<&TestProcedure::population>("population", Long | Searched),
        field<&TestProcedure::originKey>("origin_key", Fixed),
        field<&TestProcedure::originHash>("origin_hash", Fixed),
        field<&TestProcedure::originVersion>("origin_version", Fixed),
        field<&TestProcedure::expectedEvidence>("expected_evidence", Long | Searched),
    };
};

inline constexpr LinkSpec testProcedurePolicyRequirement { "test_procedure_policy_requirement", "test_procedure",
                                                           "policy_requirement" };

} // namespace tb
