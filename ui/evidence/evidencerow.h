#pragma once

#include "model/projectreadiness.h"
#include "reports/paint/periodbar.h"
#include "ui/common/cells.h"

namespace tb {

/// What the freshness column says, worst first: the order in which the table sorts.
enum class EvidenceState {
    PeriodGap,
    Stale,
    NotCollected,
    Undated, ///< without any date it cannot show anything
    DueSoon,
    Current,
    Withheld, ///< not shared with the auditor: does not count
    Replaced, ///< a newer item supersedes it
    Erased,
};

/// One line of the evidence table: an item, or what is still missing for a control (no item, negative id).
struct EvidenceRow
{
    /// A control that the item is linked to.
    struct Shown
    {
        ControlId id;
        QString code;
        QString title;
        StatusLook status; ///< as the control matrix shows it
    };

    Evidence item; ///< without an id when nothing was collected yet
    QString name;
    QString owner;
    QList<Shown> controls; ///< by code
    QStringList categories; ///< words of Category that the controls serve
    EvidenceState state = EvidenceState::Current;
    paint::Period period; ///< without first day when there is no window of days
    readiness::DaySpan covered; ///< from the first to the last day covered inside the window; may be empty
    QList<readiness::DaySpan> missing;
    QList<QDate> due; ///< due dates with nothing behind them; the next one of an item that is due soon

    /// Unique among all rows: missing evidence of a control has the control's key, negative.
    qint64 id() const { return item.id ? item.id.value : -controls.first().id.value; }
    bool isCollected() const { return static_cast<bool>(item.id); }
    bool needsAttention() const { return state <= EvidenceState::Undated; }
};

StatusLook look(EvidenceState state);

/// The row of one item.
EvidenceRow evidenceRow(const Records &records, const ProjectReadiness &readiness, const Evidence &item);
/// The row about what @p control still lacks; nothing when all that was due is there.
std::optional<EvidenceRow> missingRow(const Records &records, const ProjectReadiness &readiness,
                                      const Control &control);
QList<EvidenceRow> evidenceRows(const Records &records, const ProjectReadiness &readiness);
/// Where the person's own order says nothing, items stand as they came in.
void sortByCode(QList<EvidenceRow> &rows);

/// Which items and controls show something else after a change; an item's freshness hangs on the others of its
/// controls.
struct EvidenceTouched
{
    QSet<qint64> items;
    QSet<qint64> controls;
};
/// Nothing: all of them.
std::optional<EvidenceTouched> evidenceTouched(const Records &records, const ChangeSet &changes);

} // namespace tb
