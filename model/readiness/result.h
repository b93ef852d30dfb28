#pragma once

#include "model/readiness/remark.h"
#include "model/readiness/states.h"

#include <QMap>

/// What the rules found: codes, dates and numbers. Every screen and report takes its figures from here.
namespace tb::readiness {

/// One due date of a periodic control (rules 10 to 14), in the order of the due dates.
struct Occurrence
{
    QDate due;
    QDate opensAfter; ///< what was performed on or before this day belongs to an earlier due date
    QDate graceEnds; ///< last day on which it may be performed without exception
    QDate performedOn; ///< invalid: not performed
    OccurrenceState state = OccurrenceState::NotDueYet;
    bool deviates = false; ///< performed, but it did not work
    bool early = false; ///< rule 11: nothing is due in the window, this fills the due date after it
    QList<EvidenceId> evidence;

    bool operator==(const Occurrence &) const = default;
    /// Performed in time (within grace at the latest).
    bool isFilled() const { return state == OccurrenceState::Filled || state == OccurrenceState::FilledInGrace; }
    /// It was due on or before the day @p at and nothing is behind it: an evidence row of its own (rule 22).
    bool isNotCollected(QDate at) const { return due <= at && !performedOn.isValid(); }
};

/// A late, missing or deviating operation: an exception of the window for good (rule 19).
struct Exception
{
    enum class Kind { Late, Missing, Deviating };
    Kind kind = Kind::Missing;
    QDate occurrence; ///< due date, or the day of the event or look
    QDate performedOn;
    FindingId finding; ///< the one about it, if any
    bool cleared = false; ///< finding closed with a response, and a later occurrence worked

    bool operator==(const Exception &) const = default;
};

/// What a row's slots count (rule 23).
struct Slots
{
    enum class Kind { None, Occurrences, Systems, Samples };
    Kind kind = Kind::None;
    int filled = 0;
    int expected = 0;

    bool operator==(const Slots &) const = default;
};

struct ControlResult
{
    ControlState state = ControlState::NotStarted;
    bool inScope = true; ///< counts in totals: maps to a criterion in scope or to none, and is not retired before S
    bool readyToDate = false; ///< ready, and the window is not over: say "Ready to date"
    bool notYetOperated = false; ///< rule 7
    bool noOccurrence = false; ///< rules 11 and 18
    QList<Remark> blockers;
    QList<Remark> warnings;
    QList<Occurrence> occurrences; ///< periodic revisions only
    int expected = 0; ///< rule 11: due dates inside L
    Slots slotCount;
    QList<Exception> exceptions;
    QDate nextDue; ///< the earliest due date that is still open

    bool operator==(const ControlResult &) const = default;
    /// The permanent badge of rule 19.
    bool hasException() const { return !exceptions.isEmpty(); }
};

struct CriterionResult
{
    bool inScope = false;
    bool ready = false;
    QList<Remark> blockers;
    QList<Remark> warnings;
    QList<ControlId> controls; ///< all mapped ones, by id; applicable or not

    bool operator==(const CriterionResult &) const = default;
};

struct VendorResult
{
    QList<Remark> blockers;
    QList<Remark> warnings;
    QList<DaySpan> covered; ///< by reports over a period, inside [S,C]
    QList<DaySpan> bridged; ///< by bridge letters, inside [S,C]; never counted as covered
    QList<DaySpan> missing; ///< the rest of [S,C] without reports, bridged or not
    bool outcomeWithheld = true; ///< questionnaire open or report unreviewed: show no outcome and no risk word

    bool operator==(const VendorResult &) const = default;
};

struct EvidenceResult
{
    bool counts = false; ///< not replaced, undated or withheld
    Freshness freshness = Freshness::Stale;
    QList<DaySpan> covered; ///< inside the window, for the period bar
    QList<DaySpan> missing; ///< inside [S,C], for the period bar
    QList<QDate> points; ///< performed (else collected) inside the window

    bool operator==(const EvidenceResult &) const = default;
};

/// Numbers of controls by shown status. Not applicable is left out of totals.
struct StateCounts
{
    std::array<int, controlStateCount> by {};

    bool operator==(const StateCounts &) const = default;
    int of(ControlState state) const { return by.at(static_cast<std::size_t>(state)); }
    int ready() const { return of(ControlState::Ready); }
    int total() const;
};

/// The figures of a series, of a category, or of everything.
struct Figures
{
    int criteriaReady = 0;
    int criteriaInScope = 0;
    StateCounts controls; ///< each control once
    StateCounts shown; ///< each control under each of its criteria, as a matrix grouped by criterion shows it
    int exceptions = 0; ///< controls with the exception badge, each once

    bool operator==(const Figures &) const = default;
};

struct Evaluation
{
    QDate at;
    QHash<ControlId, ControlResult> controls;
    QHash<CriterionId, CriterionResult> criteria;
    QHash<VendorId, VendorResult> vendors;
    QHash<EvidenceId, EvidenceResult> evidence;
    QHash<PlanItemId, Freshness> planItems;
    Figures totals;
    QMap<QString, Figures> series; ///< of the criteria in scope
    QMap<Category, Figures> categories; ///< of the criteria in scope
    /// Evidence rows by freshness: the items, and as not collected the due occurrences and plan items with nothing
    /// behind them; a plan item for such an occurrence is the same row.
    std::array<int, freshnessCount> evidenceBy {};

    bool operator==(const Evaluation &) const = default;
};

} // namespace tb::readiness
