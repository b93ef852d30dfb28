#pragma once

#include "model/records.h"

namespace tb {

class Connection;

/// Gives the fields that follow from other fields of the same record their values; none by default.
void derive(SampledItem &item);
template <class R> void derive(R &) { }

/// What is wrong with a draft beyond its fields, per subject; none by default.
QList<FieldProblem> checkSubject(const Engagement &engagement);
QList<FieldProblem> checkSubject(const Criterion &criterion);
QList<FieldProblem> checkSubject(const Control &control);
QList<FieldProblem> checkSubject(const ControlDecision &decision);
QList<FieldProblem> checkSubject(const Evidence &evidence);
QList<FieldProblem> checkSubject(const Commitment &commitment);
QList<FieldProblem> checkSubject(const Incident &incident);
QList<FieldProblem> checkSubject(const SignificantChange &change);
QList<FieldProblem> checkSubject(const SubsequentEvent &event);
QList<FieldProblem> checkSubject(const Policy &policy);
QList<FieldProblem> checkSubject(const PolicyVersion &version);
QList<FieldProblem> checkSubject(const PolicyParameter &parameter);
QList<FieldProblem> checkSubject(const Vendor &vendor);
QList<FieldProblem> checkSubject(const Question &question);
QList<FieldProblem> checkSubject(const Assessment &assessment);
QList<FieldProblem> checkSubject(const VendorReport &report);
QList<FieldProblem> checkSubject(const ChecklistItem &item);
QList<FieldProblem> checkSubject(const Risk &risk);
QList<FieldProblem> checkSubject(const Finding &finding);
QList<FieldProblem> checkSubject(const SamplingProfile &profile);
QList<FieldProblem> checkSubject(const Population &population);
QList<FieldProblem> checkSubject(const TestProcedure &procedure);
QList<FieldProblem> checkSubject(const Test &test);
QList<FieldProblem> checkSubject(const SampledItem &item);
template <class R> QList<FieldProblem> checkSubject(const R &)
{
    return {};
}

/// What is wrong with a draft beside other records: circles, answers that do not fit their question; none by default.
QList<FieldProblem> checkRelations(const Records &records, const Evidence &evidence);
QList<FieldProblem> checkRelations(const Records &records, const PolicyVersion &version);
QList<FieldProblem> checkRelations(const Records &records, const Assessment &assessment);
QList<FieldProblem> checkRelations(const Records &records, const Answer &answer);
QList<FieldProblem> checkRelations(const Records &records, const VendorCuec &cuec);
QList<FieldProblem> checkRelations(const Records &records, const Csoc &csoc);
template <class R> QList<FieldProblem> checkRelations(const Records &, const R &)
{
    return {};
}

/// What may not change from @p before to @p after although each is fine by itself; nothing by default.
QList<FieldProblem> checkChange(const PolicyVersion &before, const PolicyVersion &after);
QList<FieldProblem> checkChange(const Population &before, const Population &after);
template <class R> QList<FieldProblem> checkChange(const R &, const R &)
{
    return {};
}

/// Why a record may not go; nothing by default.
QList<FieldProblem> checkRemoval(const PolicyVersion &version);
QList<FieldProblem> checkRemoval(const Population &population);
QList<FieldProblem> checkRemoval(const Draw &draw);
QList<FieldProblem> checkRemoval(const SampledItem &item);
template <class R> QList<FieldProblem> checkRemoval(const R &)
{
    return {};
}

/// Why a record may go with what it is a part of only; nothing by default.
QList<FieldProblem> checkRemovalAlone(const ControlRevision &revision);
template <class R> QList<FieldProblem> checkRemovalAlone(const R &)
{
    return {};
}

/// Keeps what an implemented control said until now as a dated revision when @p after says something else, so that the
/// edit is not retroactive (READINESS rule 8). A second edit on the same @p day corrects the first one.
Status noteRevision(Connection &connection, const Control &before, Control &after, QDate day);
template <class R> Status noteRevision(Connection &, const R &, R &, QDate)
{
    return Ok {};
}

} // namespace tb
