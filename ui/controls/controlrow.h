#pragma once

#include "model/projectreadiness.h"
#include "ui/common/cells.h"
#include "ui/controls/controlparts.h"

namespace tb {

/// One control as the matrix shows it: the record with its computed readiness and the names it refers to.
struct ControlRow
{
    /// A criterion that the control serves.
    struct Served
    {
        CriterionId id;
        QString code;
        QString title;
        QString rank;
        Category category = Category::Security;
    };

    Control control;
    QString owner;
    QList<Served> criteria; ///< in the order of the framework
    ControlState state = ControlState::NotStarted;
    StatusLook status; ///< how the state is shown, "Ready to date" while the window is open
    readiness::Slots slotCount;
    QDate due; ///< the target until implemented, the next due date afterwards
    bool exception = false; ///< the mark that stays for the whole window
    QString reason; ///< the first blocker as a sentence; empty without one
    QStringList policies; ///< their codes
    QDate testedOn; ///< of the last test; invalid without one
    Conclusion tested = Conclusion::Open; ///< what that test concluded
};

ControlRow controlRow(const Records &records, const ProjectReadiness &readiness, const ControlParts &parts,
                      const Control &control);
/// By code.
QList<ControlRow> controlRows(const Records &records, const ProjectReadiness &readiness, const ControlParts &parts);
/// Where the person's own order says nothing, controls stand by their code.
void sortByCode(QList<ControlRow> &rows);

/// Which controls name something else after @p changes: their own rows, those of a person, criterion or policy that
/// they name, and those whose evidence changed. What is computed of a control is the readiness's to say. Nothing: all
/// of them.
std::optional<QSet<qint64>> controlsTouched(const Records &records, const ChangeSet &changes);

} // namespace tb
