#pragma once

#include "model/record/words.h"

namespace tb {

/// How much depends on the vendor.
enum class VendorTier { Critical, High, Medium, Low };
template <> struct Words<VendorTier>
{
    static constexpr std::array all { "critical", "high", "medium", "low" };
};

/// How the report treats a subservice organisation; None is a plain vendor.
enum class SubserviceMethod { None, CarveOut, Inclusive };
template <> struct Words<SubserviceMethod>
{
    static constexpr std::array all { "none", "carve_out", "inclusive" };
};

enum class VendorStatus { Onboarding, Active, Ending, Ended };
template <> struct Words<VendorStatus>
{
    static constexpr std::array all { "onboarding", "active", "ending", "ended" };
};

enum class VendorReportKind { Soc1TypeOne, Soc1TypeTwo, Soc2TypeOne, Soc2TypeTwo, Soc3, Certificate, PenTest, Bridge };
template <> struct Words<VendorReportKind>
{
    static constexpr std::array all { "soc1_type1", "soc1_type2",  "soc2_type1", "soc2_type2",
                                      "soc3",       "certificate", "pen_test",   "bridge_letter" };
};

/// The auditor's opinion in a vendor's report; NotStated for documents that hold none.
enum class Opinion { NotStated, Unqualified, Qualified, Adverse, Disclaimer };
template <> struct Words<Opinion>
{
    static constexpr std::array all { "not_stated", "unqualified", "qualified", "adverse", "disclaimer" };
};

enum class AnswerType { YesPartlyNo, Choice, Number, Date, Text };
template <> struct Words<AnswerType>
{
    static constexpr std::array all { "yes_partly_no", "choice", "number", "date", "text" };
};

enum class VendorOutcome { Undecided, Approved, Conditional, Refused };
template <> struct Words<VendorOutcome>
{
    static constexpr std::array all { "undecided", "approved", "approved_with_conditions", "not_acceptable" };
};

/// Whether one of our controls does what a vendor expects of its customers.
enum class Met { Unknown, Yes, Partly, No };
template <> struct Words<Met>
{
    static constexpr std::array all { "not_assessed", "met", "partly_met", "not_met" };
};

} // namespace tb
