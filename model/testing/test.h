#pragma once

#include "model/record/subject.h"
#include "model/testing/testingenums.h"

namespace tb {

/// An internal test of a control; the auditor draws their own sample.
struct Test
{
    TestId id;
    QString code; ///< e.g. "T-07"
    TestProcedureId procedure;
    PopulationId population;
    PersonId tester;
    PersonId reviewer;
    QDate testedOn;
    QDate reviewedOn;
    qint64 tolerableRate = 0; ///< percent of deviations
    Conclusion conclusion = Conclusion::Open;
    QString remarks;

    bool operator==(const Test &) const = default;
};

template <> struct Description<Test>
{
    static constexpr const char *table = "test";
    static constexpr const char *plural = "tests";
    static constexpr const char *label = "code";
    static constexpr const char *order = "code";
    static constexpr std::array fields {
        field<&Test::code>("code", Required | Unique | Searched),
        field<&Test::procedure>("procedure_id", Required),
        field<&Test::population>("population_id"),
        field<&Test::tester>("tester_id"),
        field<&Test::reviewer>("reviewer_id"),
        field<&Test::testedOn>("tested_on"),
        field<&Test::reviewedOn>("reviewed_on"),
        field<&Test::tolerableRate>("tolerable_rate"),
        field<&Test::conclusion>("conclusion", Required),
        field<&Test::remarks>("remarks", Long | Searched),
    };
};

} // namespace tb
