#pragma once

#include "model/record/words.h"

namespace tb {

enum class ReportType { Readiness, TypeOne, TypeTwo };
template <> struct Words<ReportType>
{
    static constexpr std::array all { "readiness", "type1", "type2" };
};

/// The trust services categories; security (the common criteria) is always in scope.
enum class Category { Security, Availability, Confidentiality, ProcessingIntegrity, Privacy };
template <> struct Words<Category>
{
    static constexpr std::array all { "security", "availability", "confidentiality", "processing_integrity",
                                      "privacy" };
};

/// What the organisation is for the personal information in its service; matters when privacy is in scope.
enum class PrivacyRole { NotStated, Controller, Processor, Both };
template <> struct Words<PrivacyRole>
{
    static constexpr std::array all { "not_stated", "controller", "processor", "controller_and_processor" };
};

} // namespace tb
