#pragma once

#include "model/readiness/index.h"
#include "model/readiness/result.h"

namespace tb::readiness {

/// The dates of one evaluation (READINESS.md, "Definitions"). Type I and readiness-only: S = E = C = D.
struct Window
{
    bool typeTwo = false;
    QDate S; ///< first day
    QDate E; ///< last day
    QDate C; ///< last completed day inside the window; before S when none is
    QDate T; ///< the evaluation date

    /// Rule 21: nothing blocks but rule 4.
    bool isBefore() const { return T < S; }
    /// "Ready to date".
    bool isOpen() const { return T < E; }
    DaySpan days() const { return { S, E }; }
    DaySpan elapsed() const { return { S, C }; }
};

/// The window of @p engagement as seen on the day @p at.
Window windowAt(const EngagementInput &engagement, QDate at);

/// What every rule may look at; borrowed for the length of one evaluation.
struct Context
{
    const Inputs &inputs;
    const Index &index;
    Window window;

    int graceOf(const RevisionInput &revision) const;
};

/// A control's revision and the days L in which it is expected to operate (rule 8).
struct Lifetime
{
    const RevisionInput *revision = nullptr;
    DaySpan days;
};

/// A control with what was gathered about it; its rules write into `result`.
struct Subject
{
    const Context &context;
    const ControlInput &control;
    ControlResult &result;
    QList<const EvidenceInput *> evidence; ///< what counts, by id
    QList<Lifetime> lifetimes; ///< Type II

    const Window &window() const { return context.window; }
    /// Adds a blocker; before the window it only warns, as nothing but rule 4 blocks a plan (rule 21).
    void block(const Remark &remark);
    void warn(const Remark &remark) { result.warnings.append(remark); }
    /// Adds a blocker, or a warning when a decision about its rule is noted, on or after @p since where that matters.
    void blockUnlessDecided(Remark remark, QDate since = {});
    bool isDecided(int rule, QDate since = {}) const;
};

/// Evidence counts as nothing when replaced, undated, or withheld from the auditor.
bool counts(const EvidenceInput &evidence);
/// The days on which the control is seen to operate or to be set up: performed, else collected; none after @p at.
QList<QDate> datesOf(const EvidenceInput &evidence, QDate at);
/// The revision in force on @p day, else the nearest earlier one, else the first; null when there is none.
const RevisionInput *revisionAt(const ControlInput &control, QDate day);
bool isPeriodic(Frequency frequency);

} // namespace tb::readiness
