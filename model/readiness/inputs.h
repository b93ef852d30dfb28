#pragma once

#include "model/controls/controlenums.h"
#include "model/engagement/engagementenums.h"
#include "model/evidence/evidenceenums.h"
#include "model/findings/findingenums.h"
#include "model/readiness/dayspan.h"
#include "model/readiness/ids.h"
#include "model/vendors/vendorenums.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <optional>
#include <variant>

/// What the readiness rules are fed: plain values, no store, no clock. An invalid date means "not given".
namespace tb::readiness {

/// How many items of a population are tested: `size`, but everything while there are at most `testAllUpTo`.
struct SampleProfile
{
    int size = 40;
    int testAllUpTo = 10;

    bool operator==(const SampleProfile &) const = default;
};

/// The engagement's window and the editable numbers of the rules. A readiness-only engagement needs no date.
struct EngagementInput
{
    ReportType type = ReportType::Readiness;
    QDate asOf; ///< Type I: D
    DaySpan window; ///< Type II: W
    QList<Category> categories { Category::Security };
    std::array<int, 8> graceDays { 0, 0, 0, 2, 5, 15, 15, 15 }; ///< by Frequency, rule 13
    int dueSoonDays = 30; ///< rule 22
    SampleProfile eventSample; ///< rule 18

    bool operator==(const EngagementInput &) const = default;
};

/// One criterion of the catalogue. Marked not relevant counts only with reason and approver (rule 1, DC 8).
struct CriterionInput
{
    CriterionId id;
    QString series; ///< e.g. "CC6"
    Category category = Category::Security;
    bool notRelevant = false;
    bool notRelevantApproved = false; ///< reason and approver are both given

    bool operator==(const CriterionInput &) const = default;
};

/// What a control says and how often, from a date to a date.
struct RevisionInput
{
    QByteArray hash; ///< of everything a sign-off vouches for
    QDate from; ///< invalid: since ever
    QDate to; ///< invalid: still in force
    std::optional<Frequency> frequency;
    QDate anchor; ///< a due date from which the others are counted; invalid: calendar units
    Calendar calendar = Calendar::EveryDay;
    std::optional<int> graceDays; ///< instead of the engagement's

    bool operator==(const RevisionInput &) const = default;
};

/// A noted decision about a control that clears what `rule` says; it counts with text, person and date.
struct Decision
{
    int rule = 0;
    QString text;
    PersonId who;
    QDate on;

    bool operator==(const Decision &) const = default;
};

/// A reviewer's sign-off of one revision.
struct SignOff
{
    PersonId who;
    QDate on;
    QByteArray revisionHash;

    bool operator==(const SignOff &) const = default;
};

struct ControlInput
{
    ControlId id;
    WorkStatus workStatus = WorkStatus::NotStarted;
    bool notApplicableApproved = false; ///< reason and approver are both given
    bool ownerActive = false; ///< has an owner, and that person is active
    QDate implementedOn;
    QDate retiredOn; ///< its last day
    QList<RevisionInput> revisions;
    std::optional<SignOff> signOff;
    QList<Decision> decisions;
    QList<CriterionId> criteria;
    QList<PolicyId> policies;
    QList<SystemId> systems; ///< none: a continuous control is about every system in scope

    bool operator==(const ControlInput &) const = default;
};

struct EvidenceInput
{
    EvidenceId id;
    EvidenceKind kind = EvidenceKind::Document;
    QList<QDate> performedOn; ///< when the control operated, once or several times (rule 15)
    DaySpan covers;
    QDate collectedOn;
    bool replaced = false;
    bool withheld = false; ///< not shared with the auditor
    QList<ControlId> controls;
    QList<SystemId> systems;

    bool operator==(const EvidenceInput &) const = default;
};

/// One operation of a control: the due date of a periodic one, the day of an event or a look otherwise.
struct OccurrenceRef
{
    ControlId control;
    QDate date;

    bool operator==(const OccurrenceRef &) const = default;
};

struct FindingInput
{
    FindingId id;
    Severity severity = Severity::Low;
    FindingState state = FindingState::Open;
    QDate closedOn;
    bool hasResponse = false; ///< management's
    QList<ControlId> controls;
    QList<OccurrenceRef> occurrences;

    bool operator==(const FindingInput &) const = default;
};

struct PolicyVersionInput
{
    QDate approvedOn; ///< invalid: draft or in review
    QDate effectiveOn;
    QDate effectiveTo; ///< invalid: until the next approved version

    bool operator==(const PolicyVersionInput &) const = default;
};

struct PolicyInput
{
    PolicyId id;
    QDate retiredOn; ///< its last day
    QList<PolicyVersionInput> versions;

    bool operator==(const PolicyInput &) const = default;
};

struct VendorReportInput
{
    VendorReportId id;
    VendorReportKind kind = VendorReportKind::Soc2TypeTwo;
    DaySpan period; ///< a report about a point in time has one day
    QDate reviewedOn;
    EvidenceId evidence;

    bool operator==(const VendorReportInput &) const = default;
};

struct VendorInput
{
    VendorId id;
    SubserviceMethod subservice = SubserviceMethod::None;
    QDate assessedOn; ///< the first day on which a questionnaire was complete; invalid: none is
    QList<VendorReportInput> reports;

    bool operator==(const VendorInput &) const = default;
};

/// A complementary control that a carved-out subservice organisation is expected to run (rule 3, DC 7).
struct CsocInput
{
    CsocId id;
    VendorId vendor;
    QList<CriterionId> criteria;
    ControlId monitoring; ///< our own control over it; none: not monitored

    bool operator==(const CsocInput &) const = default;
};

/// A list of all events of a per-event control in a period, exported from its source.
struct PopulationInput
{
    PopulationId id;
    ControlId control;
    EvidenceId evidence; ///< the export; a population counts only while this counts
    DaySpan period;
    bool complete = false; ///< somebody marked it so after checking
    int count = 0;
    QDate collectedOn;
    bool zeroStated = false; ///< a statement that no event happened is attached, and counts

    bool operator==(const PopulationInput &) const = default;
};

struct SampleItem
{
    QDate on; ///< the event's day
    QList<EvidenceId> evidence;
    bool deviates = false;

    bool operator==(const SampleItem &) const = default;
};

/// The items drawn from a control's populations. An earlier draw that was redrawn does not count, its deviations do.
struct DrawInput
{
    DrawId id;
    ControlId control;
    bool superseded = false;
    QList<SampleItem> items;
    PopulationId population;

    bool operator==(const DrawInput &) const = default;
};

/// An occurrence that was performed but did not work, as a test or a finding says.
struct DeviationInput
{
    DeviationId id;
    OccurrenceRef occurrence;

    bool operator==(const DeviationInput &) const = default;
};

struct SystemInput
{
    SystemId id;
    bool inScope = true;

    bool operator==(const SystemInput &) const = default;
};

/// A recorded significant change; without systems it concerns all of them.
struct ChangeInput
{
    ChangeId id;
    QDate on;
    QList<SystemId> systems;

    bool operator==(const ChangeInput &) const = default;
};

struct PlanItemInput
{
    PlanItemId id;
    ControlId control;
    QDate due;
    QList<EvidenceId> evidence;

    bool operator==(const PlanItemInput &) const = default;
};

template <class T> using Table = QHash<decltype(T::id), T>;

/// Everything that the rules look at.
struct Inputs
{
    EngagementInput engagement;
    std::tuple<Table<CriterionInput>, Table<ControlInput>, Table<EvidenceInput>, Table<FindingInput>,
               Table<PolicyInput>, Table<VendorInput>, Table<CsocInput>, Table<PopulationInput>, Table<DrawInput>,
               Table<DeviationInput>, Table<SystemInput>, Table<ChangeInput>, Table<PlanItemInput>>
        tables;

    template <class T> Table<T> &table() { return std::get<Table<T>>(tables); }
    template <class T> const Table<T> &table() const { return std::get<Table<T>>(tables); }
    /// The record, or null when there is none of that id.
    template <class T> const T *find(decltype(T::id) id) const
    {
        const auto it = table<T>().constFind(id);
        return it == table<T>().constEnd() ? nullptr : &*it;
    }
    /// Adds the record or replaces the one of the same id.
    template <class T> void put(const T &record) { table<T>().insert(record.id, record); }
};

using InputRecord
    = std::variant<CriterionInput, ControlInput, EvidenceInput, FindingInput, PolicyInput, VendorInput, CsocInput,
                   PopulationInput, DrawInput, DeviationInput, SystemInput, ChangeInput, PlanItemInput>;
using InputKey = std::variant<CriterionId, ControlId, EvidenceId, FindingId, PolicyId, VendorId, CsocId, PopulationId,
                              DrawId, DeviationId, SystemId, ChangeId, PlanItemId>;

/// A difference between two states of the inputs: records as they are now, and keys of those that are gone.
struct InputChange
{
    QList<InputRecord> written;
    QList<InputKey> removed;
    std::optional<EngagementInput> engagement;
};

} // namespace tb::readiness
