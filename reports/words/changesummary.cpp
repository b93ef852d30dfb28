#include "reports/words/changesummary.h"

#include "model/subjects.h"
#include "reports/words/terms.h"
#include "reports/words/tr.h"
#include "reports/words/values.h"

#include <QMap>

#include <array>

namespace tb::words {

namespace {

/// The rows of a change sorted by what they are about.
struct Parts
{
    QMap<QString, QList<RowDelta>> records; ///< by table
    QList<RowDelta> links;
};

Parts partsOf(const QList<RowDelta> &rows)
{
    Parts parts;
    for (const RowDelta &row : rows) {
        if (findLink(row.table))
            parts.links.append(row);
        else
            parts.records[row.table].append(row);
    }
    // A person made in passing, by naming an owner, is not what the change is about.
    if (parts.records.size() > 1)
        parts.records.remove(QStringLiteral("person"));
    return parts;
}

QString recordsText(const QStringList &names, qsizetype count)
{
    const QString first = names.value(0);
    return count < 2 ? first : Say::tr("%1 +%2", "first record, number of others").arg(first).arg(count - 1);
}

QString namesOf(const QList<RowDelta> &rows, const Labels &labels)
{
    return recordsText({ recordName(rows.first(), labels) }, rows.size());
}

/// A title as it stands in a sentence; codes need no quotes.
QString quoted(const QString &name)
{
    return name.contains(QLatin1Char(' ')) ? Say::tr("“%1”", "title of a record").arg(name) : name;
}

/// "Control AC-02", or "Engagement", of which there is one.
QString fullName(const RowDelta &row, const Labels &labels)
{
    const QString subject = subjectName(row.table);
    const QString name = recordName(row, labels);
    if (row.table == QLatin1String("engagement") || name.isEmpty())
        return subject;
    return Say::tr("%1 %2", "kind of record, its name").arg(subject, quoted(name));
}

const FieldSpec *fieldAt(const RowDelta &row, const CellDelta &cell)
{
    const SubjectSpec *subject = findSubject(row.table);
    return subject && cell.column > 0 && cell.column <= subject->fieldCount ? &subject->fieldAt(cell.column - 1)
                                                                            : nullptr;
}

const CellDelta *cellNamed(const RowDelta &row, QLatin1String name)
{
    for (const CellDelta &cell : row.cells) {
        const FieldSpec *field = fieldAt(row, cell);
        if (field && field->nameString() == name)
            return &cell;
    }
    return nullptr;
}

/// The one cell that says what an update was about, where others only came along; else the only one; else null.
const CellDelta *leadingCell(const RowDelta &row)
{
    static constexpr std::array leading { "erased_at",        "supersedes_id", "work_status",
                                          "signed_off_by_id", "not_relevant",  "signed_off_on" };
    for (const char *name : leading) {
        if (const CellDelta *cell = cellNamed(row, QLatin1String(name)))
            return cell;
    }
    const CellDelta *only = nullptr;
    for (const CellDelta &cell : row.cells) {
        const FieldSpec *field = fieldAt(row, cell);
        if (!field || !isShown(*field))
            continue;
        if (only)
            return nullptr;
        only = &cell;
    }
    return only;
}

QStringList changedFields(const RowDelta &row)
{
    QStringList names;
    for (const CellDelta &cell : row.cells) {
        const FieldSpec *field = fieldAt(row, cell);
        if (field && isShown(*field))
            names.append(fieldName(row.table, field->nameString()));
    }
    return names;
}

bool isLongText(const FieldSpec &field, const QString &text)
{
    return field.has(Long) || text.size() > 60 || text.contains(QLatin1Char('\n'));
}

QString lowered(QString text)
{
    if (text.size() > 1 && text.at(1).isLower())
        text[0] = text.at(0).toLower();
    return text;
}

/// Field names as they stand in a sentence: in small letters from position @p first on.
QStringList loweredAfter(QStringList names, qsizetype first)
{
    for (qsizetype i = first; i < names.size(); ++i)
        names[i] = lowered(names.at(i));
    return names;
}

/// The words of one changed field: short ("Owner set to Luis") and whole ("owner changed from Ana to Luis").
struct FieldWords
{
    QString shortly;
    QString wholly;
};

FieldWords wordsOfSpecial(const FieldSpec &field, const CellDelta &cell, const Labels &labels)
{
    const QString after = valueText(field, cell.after, labels);
    const QLatin1String name = field.nameString();
    if (name == QLatin1String("signed_off_by_id") || name == QLatin1String("signed_off_on")) {
        if (after.isEmpty())
            return { Say::tr("Sign-off withdrawn"), Say::tr("sign-off withdrawn") };
        if (name == QLatin1String("signed_off_on"))
            return { Say::tr("Signed off again"), Say::tr("signed off again") };
        return { Say::tr("Signed off by %1").arg(after), Say::tr("signed off by %1").arg(after) };
    }
    if (name == QLatin1String("erased_at") && !after.isEmpty())
        return { Say::tr("Content erased"), Say::tr("content erased") };
    if (name == QLatin1String("supersedes_id") && !after.isEmpty())
        return { Say::tr("Made a replacement of %1").arg(after), Say::tr("made a replacement of %1").arg(after) };
    return {};
}

FieldWords wordsOf(const RowDelta &row, const FieldSpec &field, const CellDelta &cell, const Labels &labels)
{
    const FieldWords special = wordsOfSpecial(field, cell, labels);
    if (!special.shortly.isEmpty())
        return special;
    const QString name = fieldName(row.table, field.nameString());
    const QString before = valueText(field, cell.before, labels);
    const QString after = valueText(field, cell.after, labels);
    if (after.isEmpty())
        return { Say::tr("%1 cleared", "field").arg(name), Say::tr("%1 cleared", "field").arg(lowered(name)) };
    if (isLongText(field, before) || isLongText(field, after))
        return { Say::tr("%1 changed", "field").arg(name), Say::tr("%1 changed", "field").arg(lowered(name)) };
    const QString shortly = Say::tr("%1 set to %2", "field, value").arg(name, after);
    if (before.isEmpty())
        return { shortly, Say::tr("%1 set to %2", "field, value").arg(lowered(name), after) };
    return { shortly, Say::tr("%1 changed from %2 to %3", "field, values").arg(lowered(name), before, after) };
}

FieldWords wordsOfSeveral(const RowDelta &row)
{
    const QStringList names = changedFields(row);
    if (names.isEmpty())
        return { Say::tr("Moved", "place in the list"), Say::tr("moved", "place in the list") };
    if (names.size() <= 3)
        return { Say::tr("%1 changed", "fields").arg(list(loweredAfter(names, 1))),
                 Say::tr("%1 changed", "fields").arg(list(loweredAfter(names, 0))) };
    const QString text = counted(names.size(), QT_TRANSLATE_NOOP("Words", "1 field changed"),
                                 QT_TRANSLATE_NOOP("Words", "%n fields changed"));
    return { text, text };
}

FieldWords wordsOfUpdate(const RowDelta &row, const Labels &labels)
{
    const CellDelta *cell = leadingCell(row);
    return cell ? wordsOf(row, *fieldAt(row, *cell), *cell, labels) : wordsOfSeveral(row);
}

EntryWords oneRecord(const RowDelta &row, const Labels &labels)
{
    const QString name = recordName(row, labels);
    const QString subject = subjectName(row.table);
    switch (row.operation) {
    case Operation::Insert:
        return { Say::tr("%1 added", "record").arg(fullName(row, labels)), Say::tr("%1 added", "record").arg(subject),
                 name };
    case Operation::Delete:
        return { Say::tr("%1 deleted", "record").arg(fullName(row, labels)),
                 Say::tr("%1 deleted", "record").arg(subject), name };
    case Operation::Update: break;
    }
    const FieldWords words = wordsOfUpdate(row, labels);
    return { Say::tr("%1: %2", "record, what changed").arg(fullName(row, labels), words.wholly), words.shortly, name };
}

/// Whether every row changed the same field, and to the same value.
struct Agreement
{
    const FieldSpec *field = nullptr;
    bool sameValue = true;
    QVariant value;
};

Agreement agreementOf(const QList<RowDelta> &rows)
{
    Agreement all;
    for (const RowDelta &row : rows) {
        const CellDelta *cell = leadingCell(row);
        const FieldSpec *field = cell ? fieldAt(row, *cell) : nullptr;
        if (!field || (all.field && all.field != field))
            return {};
        all.sameValue = all.sameValue && (!all.field || all.value == cell->after);
        all.field = field;
        all.value = cell->after;
    }
    return all;
}

QString updateOfMany(const QList<RowDelta> &rows, const Labels &labels)
{
    const QString who = subjectCount(rows.first().table, rows.size());
    const Agreement agreed = agreementOf(rows);
    if (!agreed.field)
        return Say::tr("%1 changed", "records").arg(who);
    const QString name = fieldName(rows.first().table, agreed.field->nameString());
    const QString value = valueText(*agreed.field, agreed.value, labels);
    if (!agreed.sameValue || isLongText(*agreed.field, value))
        return Say::tr("%1 of %2 changed", "field, records").arg(name, who);
    if (agreed.field->nameString() == QLatin1String("signed_off_by_id") && !value.isEmpty())
        return Say::tr("%1 signed off by %2", "records, person").arg(who, value);
    if (value.isEmpty())
        return Say::tr("%1 of %2 cleared", "field, records").arg(name, who);
    return Say::tr("%1 of %2 set to %3", "field, records, value").arg(name, who, value);
}

bool sameOperation(const QList<RowDelta> &rows)
{
    return std::all_of(rows.cbegin(), rows.cend(),
                       [&](const RowDelta &row) { return row.operation == rows.first().operation; });
}

EntryWords oneTable(const QList<RowDelta> &rows, const Labels &labels)
{
    if (rows.size() == 1)
        return oneRecord(rows.first(), labels);
    const QString who = subjectCount(rows.first().table, rows.size());
    QString text = Say::tr("%1 changed", "records").arg(who);
    if (sameOperation(rows)) {
        switch (rows.first().operation) {
        case Operation::Insert: text = Say::tr("%1 added", "records").arg(who); break;
        case Operation::Delete: text = Say::tr("%1 deleted", "records").arg(who); break;
        case Operation::Update: text = updateOfMany(rows, labels); break;
        }
    }
    return { text, text, namesOf(rows, labels) };
}

/// The names on one side of links, each once.
QStringList sideNames(const QList<RowDelta> &rows, bool left, const Labels &labels)
{
    QStringList names;
    for (const RowDelta &row : rows) {
        const LinkSpec *link = findLink(row.table);
        const QString name = left ? labels.of(QLatin1String(link->leftTable), row.key)
                                  : labels.of(QLatin1String(link->rightTable), row.secondKey);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

QString sideText(const char *table, const QStringList &names)
{
    return names.size() == 1 && !names.first().isEmpty()
        ? Say::tr("%1 %2", "kind of record, its name").arg(subjectName(QLatin1String(table)), quoted(names.first()))
        : subjectCount(QLatin1String(table), names.size());
}

EntryWords linksOnly(const QList<RowDelta> &rows, const Labels &labels)
{
    const LinkSpec *link = findLink(rows.first().table);
    const QStringList lefts = sideNames(rows, true, labels);
    const QStringList rights = sideNames(rows, false, labels);
    const QString left = sideText(link->leftTable, lefts);
    const QString right
        = rights.size() == 1 ? rights.first() : subjectCount(QLatin1String(link->rightTable), rights.size());
    const bool removed = rows.first().operation == Operation::Delete;
    if (!sameOperation(rows)) {
        const QString text = Say::tr("Links of %1 changed", "records").arg(left);
        return { text, text, recordsText(lefts, lefts.size()) };
    }
    const QString pattern = removed ? Say::tr("%1 unlinked from %2", "records") : Say::tr("%1 linked to %2", "records");
    const QString shortLeft = lefts.size() == 1 ? subjectName(QLatin1String(link->leftTable)) : left;
    return { pattern.arg(left, right), pattern.arg(shortLeft, right), recordsText(lefts, lefts.size()) };
}

EntryWords severalTables(const Parts &parts, const Labels &labels)
{
    QStringList counts;
    for (auto table = parts.records.cbegin(); table != parts.records.cend(); ++table)
        counts.append(subjectCount(table.key(), table->size()));
    const auto everywhere = [&](Operation operation) {
        return std::all_of(parts.records.cbegin(), parts.records.cend(), [&](const QList<RowDelta> &rows) {
            return sameOperation(rows) && rows.first().operation == operation;
        });
    };
    QString pattern = Say::tr("%1 changed", "records");
    if (everywhere(Operation::Insert))
        pattern = Say::tr("%1 added", "records");
    else if (everywhere(Operation::Delete))
        pattern = Say::tr("%1 deleted", "records");
    const QString text = pattern.arg(list(counts));
    return { text, text, namesOf(parts.records.first(), labels) };
}

} // namespace

QString recordName(const RowDelta &row, const Labels &labels)
{
    if (row.table == QLatin1String("engagement"))
        return Say::tr("Engagement");
    if (const CellDelta *code = cellNamed(row, QLatin1String("code"))) {
        const QVariant value = row.operation == Operation::Delete ? code->before : code->after;
        if (!value.toString().isEmpty())
            return value.toString();
    }
    return labels.of(row.table, row.key);
}

EntryWords summary(const QList<RowDelta> &rows, const Labels &labels)
{
    const Parts parts = partsOf(rows);
    if (parts.records.size() > 1)
        return severalTables(parts, labels);
    if (parts.records.size() == 1)
        return oneTable(parts.records.first(), labels);
    if (!parts.links.isEmpty())
        return linksOnly(parts.links, labels);
    return { Say::tr("Nothing changed"), Say::tr("Nothing changed"), {} };
}

} // namespace tb::words
