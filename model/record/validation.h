#pragma once

#include "model/record/subject.h"
#include "model/result.h"

namespace tb {

/// The longest text a field may hold, in UTF-16 units: one line, or paragraphs where the field is Long.
inline constexpr int longestLine = 1000;
inline constexpr int longestText = 200000;

/// Problems of the common kinds with @p value in the field: empty, too long, control characters, unpaired surrogates.
QList<FieldProblem> checkText(const FieldSpec &described, const QString &value);

/// Problems that every record of the kind may have, whatever its subject.
template <class R> QList<FieldProblem> checkFields(const R &record)
{
    QList<FieldProblem> problems;
    for (const Field<R> &described : Description<R>::fields) {
        const QVariant value = described.value(record);
        if (described.kind == FieldKind::Text || described.kind == FieldKind::List)
            problems += checkText(described, value.toString());
        else if (described.has(Required) && value.isNull())
            problems.append({ described.nameString(), FieldProblem::Code::Required, {} });
    }
    return problems;
}

/// What is said of an id that is no record's; @p field names where it was given.
Error unknownRecord(qint64 id, const QString &field = QStringLiteral("id"));

/// Invalid with its problems, or fine.
Status asStatus(const QString &subject, QList<FieldProblem> problems);

} // namespace tb
