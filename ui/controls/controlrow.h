#pragma once

#include "model/projectreadiness.h"

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
    readiness::Slots slotCount;
    QDate due; ///< the target until implemented, the next due date afterwards
    bool exception = false;
    QString reason; ///< the first blocker as a sentence; empty without one
};

ControlRow controlRow(const Records &records, const ProjectReadiness &readiness, const Control &control);
QList<ControlRow> controlRows(const Records &records, const ProjectReadiness &readiness);

/// Which controls show something else after @p changes: their own rows, those of a person or criterion that they name,
/// and those whose evidence changed. Nothing: all of them.
std::optional<QSet<qint64>> controlsTouched(const Records &records, const ChangeSet &changes);

} // namespace tb
