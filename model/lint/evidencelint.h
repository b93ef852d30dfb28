#pragma once

#include "model/lint/lint.h"

namespace tb {

/// A finding about @p record, which it names as a person does.
template <class R> LintFinding lintFindingOf(LintCode code, LintSeverity severity, const R &record)
{
    const Field<R> *label = fieldOf<R>(QLatin1String(Description<R>::label));
    return { code, severity, QLatin1String(Description<R>::table), record.id.value, label->value(record).toString() };
}

/// What lint finds in the evidence that counts: dates outside the window, and the same file twice.
QList<LintFinding> lintEvidence(const Records &records, const readiness::Evaluation &evaluation);

} // namespace tb
