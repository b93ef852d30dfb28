#include "reports/words/changes.h"

#include "model/store/changeset.h"
#include "model/subjects.h"
#include "reports/words/changesummary.h"
#include "reports/words/terms.h"
#include "reports/words/tr.h"
#include "reports/words/values.h"

namespace tb::words {

namespace {

/// What was undone is described as it was done, so the rows are turned round first.
QList<RowDelta> inverted(QList<RowDelta> rows)
{
    for (RowDelta &row : rows) {
        if (row.operation != Operation::Update)
            row.operation = row.operation == Operation::Insert ? Operation::Delete : Operation::Insert;
        for (CellDelta &cell : row.cells)
            std::swap(cell.before, cell.after);
    }
    return rows;
}

QString lowerFirst(QString text)
{
    if (text.size() > 1 && text.at(1).isLower())
        text[0] = text.at(0).toLower();
    return text;
}

/// @p pattern holds the whole phrase with the place of the described action, e.g. "Undone: %1".
EntryWords wrapped(const QString &pattern, const EntryWords &inner)
{
    return { pattern.arg(lowerFirst(inner.sentence)), pattern.arg(lowerFirst(inner.action)), inner.record };
}

EntryWords plain(const QString &text)
{
    return { text, text, {} };
}

void addLink(QList<FieldChange> &changes, const LinkSpec &link, const RowDelta &row, const Labels &labels)
{
    const QString other = labels.of(QLatin1String(link.rightTable), row.secondKey);
    FieldChange change { QLatin1String(link.leftTable),
                         row.key,
                         labels.of(QLatin1String(link.leftTable), row.key),
                         subjectName(QLatin1String(link.rightTable)),
                         {},
                         {} };
    (row.operation == Operation::Delete ? change.before : change.after) = other;
    changes.append(change);
}

void addFields(QList<FieldChange> &changes, const SubjectSpec &subject, const RowDelta &row, const Labels &labels)
{
    for (const CellDelta &cell : row.cells) {
        if (cell.column < 1 || cell.column > subject.fieldCount)
            continue;
        const FieldSpec &field = subject.fieldAt(cell.column - 1);
        if (!isShown(field))
            continue;
        const FieldChange change { row.table,
                                   row.key,
                                   recordName(row, labels),
                                   fieldName(row.table, field.nameString()),
                                   valueText(field, cell.before, labels),
                                   valueText(field, cell.after, labels) };
        if (change.before != change.after)
            changes.append(change);
    }
}

} // namespace

EntryWords describe(const LogEntry &entry, const QList<RowDelta> &rows)
{
    const Labels labels(entry.labels);
    switch (entry.kind) {
    case EntryKind::Create: return plain(Say::tr("Project created"));
    case EntryKind::Edit: return summary(rows, labels);
    case EntryKind::Undo: return wrapped(Say::tr("Undone: %1"), summary(inverted(rows), labels));
    case EntryKind::Redo: return wrapped(Say::tr("Redone: %1"), summary(rows, labels));
    case EntryKind::Revert: return wrapped(Say::tr("Reverted: %1"), summary(inverted(rows), labels));
    case EntryKind::Import: return wrapped(Say::tr("Imported: %1"), summary(rows, labels));
    case EntryKind::Merge: return wrapped(Say::tr("Merged from another copy: %1"), summary(rows, labels));
    case EntryKind::Migration: return plain(Say::tr("Project brought to a newer format"));
    case EntryKind::Baseline: return plain(Say::tr("History starts afresh here"));
    }
    return {};
}

EntryWords describe(const LogEntry &entry)
{
    const auto rows = changeset::rows(entry.changeset);
    return rows ? describe(entry, rows.value()) : plain(Say::tr("This entry cannot be read"));
}

QList<FieldChange> fieldChanges(const LogEntry &entry, const QList<RowDelta> &rows, qsizetype most)
{
    const Labels labels(entry.labels);
    QList<FieldChange> changes;
    for (const RowDelta &row : rows) {
        if (changes.size() >= most)
            break;
        if (const LinkSpec *link = findLink(row.table))
            addLink(changes, *link, row, labels);
        else if (const SubjectSpec *subject = findSubject(row.table))
            addFields(changes, *subject, row, labels);
    }
    return changes.mid(0, most);
}

} // namespace tb::words
