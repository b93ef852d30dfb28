#pragma once

#include "model/record/words.h"

namespace tb {

enum class FindingSource { Gap, Test, Vendor, Review };
template <> struct Words<FindingSource>
{
    static constexpr std::array all { "gap", "test", "vendor", "review" };
};

enum class Severity { Low, Medium, High, Critical };
template <> struct Words<Severity>
{
    static constexpr std::array all { "low", "medium", "high", "critical" };
};

/// A finding whose risk is accepted is not closed: acceptance clears no exception (READINESS rule 19).
enum class FindingState { Open, InRemediation, RiskAccepted, Closed };
template <> struct Words<FindingState>
{
    static constexpr std::array all { "open", "in_remediation", "risk_accepted", "closed" };
};

enum class RetestResult { NotRetested, Passed, Failed };
template <> struct Words<RetestResult>
{
    static constexpr std::array all { "not_retested", "passed", "failed" };
};

} // namespace tb
