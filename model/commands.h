#pragma once

#include "model/checks.h"
#include "model/project.h"
#include "model/record/rank.h"
#include "model/record/recordstore.h"
#include "model/record/validation.h"
#include "model/subjects.h"

namespace tb {

/// References that point to nothing.
QList<FieldProblem> checkReference(const Records &records, const FieldSpec &field, qint64 key);

/// Every problem that stands against writing @p draft: fields, uniqueness, references, and the subject's own rules.
template <class R> QList<FieldProblem> check(const Records &records, const R &draft)
{
    QList<FieldProblem> problems = checkFields(draft) + checkSubject(draft) + checkRelations(records, draft);
    for (const Field<R> &field : Description<R>::fields) {
        if (field.kind == FieldKind::Reference)
            problems += checkReference(records, field, field.value(draft).toLongLong());
        if (!field.has(Unique))
            continue;
        const auto &all = listOf<R>(records).all();
        const bool taken = std::any_of(
            all.cbegin(), all.cend(), [&](const R &other) { return other.id != draft.id && field.same(other, draft); });
        if (taken)
            problems.append({ field.nameString(), FieldProblem::Code::NotUnique, field.value(draft).toString() });
    }
    return problems;
}

/// Gives the fields named in @p values to a copy of @p record; the problems of what could not be taken are added. What
/// the program sets is refused, but for what a new record (without a key) cannot do without, such as its whole; what
/// only a command of its own may say (that a text is approved, which items were drawn) is refused there too.
template <class R> R withValues(R record, const QList<FieldValue> &values, QList<FieldProblem> &problems)
{
    for (const FieldValue &given : values) {
        const Field<R> *field = fieldOf<R>(given.field);
        if (!field)
            problems.append({ given.field, FieldProblem::Code::UnknownField, {} });
        else if (field->has(Fixed) && (record.id || !field->has(Required) || field->has(Stamped)))
            problems.append({ given.field, FieldProblem::Code::NotEditable, {} });
        else if (!field->assign(record, given.value))
            problems.append({ given.field, FieldProblem::Code::NotAValue, given.value.toString().left(40) });
    }
    return record;
}

/// Writes @p after over the record of the same key as one change.
template <class R> Result<ChangeSet> saveRecords(Project &project, QList<R> after)
{
    QList<R> before;
    for (R &record : after) {
        derive(record);
        const R *old = listOf<R>(project.records()).find(record.id);
        if (!old)
            return unknownRecord(record.id.value);
        const QList<FieldProblem> problems = check(project.records(), record) + checkChange(*old, record);
        if (const auto fine = asStatus(record.id.toString(), problems); !fine)
            return fine.error();
        before.append(*old);
    }
    return project.change([&](Connection &connection) -> Status {
        for (qsizetype i = 0; i < after.size(); ++i) {
            R written = after.at(i);
            if (auto done = noteRevision(connection, before.at(i), written, project.changeDay()); !done)
                return done;
            if (auto done = store::update(connection, before.at(i), written); !done)
                return done;
        }
        return Ok {};
    });
}

/// Sets fields of one or several records as one change; Invalid with the field problems when a value does not fit.
template <class R>
Result<ChangeSet> setFields(Project &project, const QList<decltype(R::id)> &ids, const QList<FieldValue> &values)
{
    QList<R> after;
    for (const auto id : ids) {
        const R *record = listOf<R>(project.records()).find(id);
        if (!record)
            return unknownRecord(id.value);
        QList<FieldProblem> problems;
        after.append(withValues(*record, values, problems));
        if (const auto fine = asStatus(id.toString(), problems); !fine)
            return fine.error();
    }
    return saveRecords(project, after);
}

/// Adds a record; a draft without a key gets a new one. Returns the key.
template <class R> Result<decltype(R::id)> createRecord(Project &project, R draft)
{
    if (!draft.id)
        draft.id.value = newKey();
    derive(draft);
    if (const auto fine = asStatus({}, check(project.records(), draft)); !fine)
        return fine.error();
    const auto done = project.change([&](Connection &connection) { return store::insert(connection, draft); });
    if (!done)
        return done.error();
    return draft.id;
}

// Every command says NotFound, naming the first, and changes nothing when it is given an id that is no record's.

/// Removes records with their links and parts as one change; Conflict while other records refer to one, Invalid when
/// one may not go (an approved policy text, a draw and its items, what a control said before).
Result<ChangeSet> removeRows(Project &project, const SubjectSpec &subject, const QList<qint64> &ids);
template <class R> Result<ChangeSet> removeRecords(Project &project, const QList<decltype(R::id)> &ids)
{
    QList<qint64> keys;
    for (const auto id : ids) {
        const R *record = listOf<R>(project.records()).find(id);
        if (const auto fine = asStatus(id.toString(), record ? checkRemovalAlone(*record) : QList<FieldProblem> {});
            !fine)
            return fine.error();
        keys.append(id.value);
    }
    return removeRows(project, subjectOf<R>(), keys);
}

/// Moves a record of an ordered list to the place between two others; an invalid @p before means the start of the list,
/// an invalid @p after its end. Touches one row.
template <class R>
Result<ChangeSet> moveRecord(Project &project, decltype(R::id) id, decltype(R::id) before, decltype(R::id) after)
{
    const auto &list = listOf<R>(project.records());
    const R *moved = list.find(id);
    for (const auto needed : { id, before ? before : id, after ? after : id }) {
        if (!list.contains(needed))
            return unknownRecord(needed.value);
    }
    R placed = *moved;
    placed.rank = rankBetween(before ? list.find(before)->rank : QString(), after ? list.find(after)->rank : QString());
    return saveRecords(project, QList<R> { placed });
}

/// Adds or removes every pair of @p lefts and @p rights as one change.
Result<ChangeSet> setLinks(Project &project, const LinkSpec &link, const QList<qint64> &lefts,
                           const QList<qint64> &rights, bool on);

/// Links every one of @p lefts to @p added and unlinks it from @p removed, as one change.
Result<ChangeSet> changeLinks(Project &project, const LinkSpec &link, const QList<qint64> &lefts,
                              const QList<qint64> &added, const QList<qint64> &removed);
/// The same seen from the right side of the relation.
Result<ChangeSet> changeLinksFromRight(Project &project, const LinkSpec &link, const QList<qint64> &rights,
                                       const QList<qint64> &added, const QList<qint64> &removed);

/// Changes what a control says or how often it works from @p since on; until then what it said stays in force as a
/// dated revision. setFields() does the same from the day of the change. Invalid for a day on or before the one since
/// when the present wording is in force.
Result<ChangeSet> reviseControl(Project &project, ControlId id, const QList<FieldValue> &values, QDate since);

/// Records that each control has been reviewed as it now reads, by @p reviewer on @p day.
Result<ChangeSet> signOff(Project &project, const QList<ControlId> &ids, PersonId reviewer, QDate day);
/// The same by name; somebody who is not among the people yet becomes one in the same change.
Result<ChangeSet> signOff(Project &project, const QList<ControlId> &ids, const QString &reviewerName, QDate day);

/// Sets what people say of the work. Implementing stamps @p day where no date of implementation is known.
Result<ChangeSet> setWorkStatus(Project &project, const QList<ControlId> &ids, WorkStatus status, QDate day);
/// Not applicable needs a reason and who approved it.
Result<ChangeSet> setNotApplicable(Project &project, const QList<ControlId> &ids, const QString &reason,
                                   PersonId approver);

/// The next free code of the form PREFIX-NN among the controls ("AC-" → "AC-07"), or of evidence ("E-" → "E-0161").
QString nextCode(const QStringList &taken, const QString &prefix, int digits);

/// The person called @p name, made when there is none: owners come from sheets and from typing.
Result<PersonId> personNamed(Project &project, const QString &name);

} // namespace tb
