#pragma once

#include "model/change.h"
#include "model/records.h"

namespace tb {

/// Which procedures, tests and decisions belong to which control, and which versions to which policy: the relations
/// that the records hold from the part's side only. Follows changes by the rows that they touch.
class ControlParts
{
public:
    struct Parts
    {
        QList<TestProcedureId> procedures;
        QList<TestId> tests;
        QList<ControlDecisionId> decisions;
        QList<PolicyVersionId> versions; ///< of a policy
    };

    explicit ControlParts(const Records &records);

    /// Takes over @p changes; returns the controls whose tests came, went or changed, for their last test is shown.
    QSet<qint64> follow(const Records &records, const ChangeSet &changes);

    Parts of(ControlId control) const { return m_parts.value(control.value); }
    QList<PolicyVersionId> versionsOf(PolicyId policy) const { return m_parts.value(policy.value).versions; }

private:
    template <class R> void file(const Records &records, QList<decltype(R::id)> Parts::*list, qint64 key);
    void fileTests(const Records &records, const QList<TestId> &tests);

    QHash<qint64, Parts> m_parts; ///< by the key of a control or policy
    QHash<qint64, qint64> m_wholes; ///< part → the control or policy that it stands under
};

/// The last test of @p control that has a date; null without one.
const Test *lastTest(const Records &records, const ControlParts &parts, ControlId control);
/// The version of @p policy that holds, or else the newest one; null without any.
const PolicyVersion *shownVersion(const Records &records, const ControlParts &parts, PolicyId policy);

} // namespace tb
