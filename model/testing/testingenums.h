#pragma once

#include "model/record/words.h"

namespace tb {

/// How the items were chosen. Haphazard is recorded as such: nobody can draw it again.
enum class DrawMethod { Random, Systematic, Haphazard, All };
template <> struct Words<DrawMethod>
{
    static constexpr std::array all { "random", "systematic", "haphazard", "all_items" };
};

enum class Conclusion { Open, Passed, Exception, NoOccurrence, Unable };
template <> struct Words<Conclusion>
{
    static constexpr std::array all { "not_concluded", "passed", "exception", "no_occurrence", "unable_to_test" };
};

} // namespace tb
