#include "model/commands.h"

#include <QSet>

namespace tb {

namespace {

using Code = FieldProblem::Code;

/// Of each id its control as @p change makes it; NotFound when one is no control's.
template <class Change>
Result<QList<Control>> changedControls(const Project &project, const QList<ControlId> &ids, Change change)
{
    QList<Control> controls;
    for (const ControlId id : ids) {
        const Control *control = project.records().controls.find(id);
        if (!control)
            return unknownRecord(id.value);
        controls.append(change(*control));
    }
    return controls;
}

Result<ChangeSet> saveControls(Project &project, const Result<QList<Control>> &controls)
{
    return controls ? saveRecords(project, controls.value()) : Result<ChangeSet>(controls.error());
}

Control signedOff(Control control, PersonId reviewer, QDate day)
{
    control.signedOffBy = reviewer;
    control.signedOffOn = day;
    control.signedOffHash = revisionHash(control);
    return control;
}

const Person *personCalled(const Records &records, const QString &name)
{
    const auto &people = records.people.all();
    const auto found = std::find_if(people.cbegin(), people.cend(), [&](const Person &person) {
        return person.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == people.cend() ? nullptr : &*found;
}

using SetPair = Status (*)(Connection &, const LinkSpec &, qint64, qint64);

Status setPairs(Connection &connection, const LinkSpec &link, const QList<qint64> &lefts, const QList<qint64> &rights,
                SetPair set)
{
    for (const qint64 left : lefts) {
        for (const qint64 right : rights) {
            if (auto done = set(connection, link, left, right); !done)
                return done;
        }
    }
    return Ok {};
}

/// Whether every id is a row's. Asked of the file and not of the records in memory: what the change that runs has just
/// added is not among those yet.
Status checkRows(Connection &connection, const char *table, const QString &field, const QList<qint64> &ids)
{
    const auto missing = store::firstMissing(connection, table, ids);
    if (!missing)
        return missing.error();
    return missing.value() ? Status(unknownRecord(*missing.value(), field)) : Status(Ok {});
}

Status checkEnds(Connection &connection, const LinkSpec &link, const QList<qint64> &lefts, const QList<qint64> &rights)
{
    const auto fine = checkRows(connection, link.leftTable, link.leftColumn(), lefts);
    return fine ? checkRows(connection, link.rightTable, link.rightColumn(), rights) : fine;
}

} // namespace

QList<FieldProblem> checkReference(const Records &records, const FieldSpec &field, qint64 key)
{
    if (key == 0)
        return {};
    const SubjectOperations *target = findOperations(QLatin1String(field.target));
    if (target && target->contains(records, key))
        return {};
    return { { field.nameString(), Code::UnknownRecord, QString::number(key) } };
}

namespace {

/// Keys of the records of @p subject whose @p field points to @p id.
Result<QList<qint64>> keysPointingTo(Connection &connection, const SubjectSpec &subject, const FieldSpec &field,
                                     qint64 id)
{
    const QByteArray sql = QByteArray("SELECT id FROM \"") + subject.table + "\" WHERE \"" + field.name + "\"=?";
    auto query = Statement::prepare(connection.handle(), sql.constData());
    if (!query)
        return query.error();
    query.value().bind(1, id);
    QList<qint64> keys;
    while (query.value().next())
        keys.append(query.value().integer(0));
    if (const auto done = query.value().status(); !done)
        return done.error();
    return keys;
}

Status removeRow(Project &project, Connection &connection, const SubjectSpec &subject, qint64 id);

/// Removes the part @p key of another record, or makes it forget that record.
Status letGo(Project &project, Connection &connection, const SubjectSpec &subject, int position, qint64 key)
{
    return subject.fieldAt(position).has(Part)
        ? removeRow(project, connection, subject, key)
        : store::updateRow(connection, subject, key, { position }, { QVariant() });
}

/// Removes the parts of record @p id of @p whole, and makes loose references to it forget it.
Status removeParts(Project &project, Connection &connection, const SubjectSpec &whole, qint64 id)
{
    for (const SubjectOperations &other : subjectOperations()) {
        for (int i = 0; i < other.spec->fieldCount; ++i) {
            const FieldSpec &field = other.spec->fieldAt(i);
            if (!(field.has(Part) || field.has(Loose)) || qstrcmp(field.target, whole.table) != 0)
                continue;
            const auto keys = keysPointingTo(connection, *other.spec, field, id);
            if (!keys)
                return keys.error();
            for (const qint64 key : keys.value()) {
                if (auto done = letGo(project, connection, *other.spec, i, key); !done)
                    return done;
            }
        }
    }
    return Ok {};
}

Status removeLinks(Connection &connection, const SubjectSpec &subject, qint64 id)
{
    for (const LinkSpec &link : linkSpecs()) {
        for (const char *table : { link.leftTable, link.rightTable }) {
            if (qstrcmp(table, subject.table) != 0)
                continue;
            if (auto done = store::unlinkAll(connection, link, table, id); !done)
                return done;
        }
    }
    return Ok {};
}

Status removeRow(Project &project, Connection &connection, const SubjectSpec &subject, qint64 id)
{
    const QList<FieldProblem> problems = findOperations(subject.tableName())->checkRemoval(project.records(), id);
    if (auto fine = asStatus(QString::number(id), problems); !fine)
        return fine;
    if (auto done = removeParts(project, connection, subject, id); !done)
        return done;
    if (auto done = removeLinks(connection, subject, id); !done)
        return done;
    return store::deleteRow(connection, subject, id);
}

} // namespace

Result<ChangeSet> removeRows(Project &project, const SubjectSpec &subject, const QList<qint64> &ids)
{
    return project.change([&](Connection &connection) -> Status {
        if (auto fine = checkRows(connection, subject.table, QStringLiteral("id"), ids); !fine)
            return fine;
        for (const qint64 id : ids) {
            if (auto done = removeRow(project, connection, subject, id); !done)
                return done;
        }
        return Ok {};
    });
}

Result<ChangeSet> setLinks(Project &project, const LinkSpec &link, const QList<qint64> &lefts,
                           const QList<qint64> &rights, bool on)
{
    return on ? changeLinks(project, link, lefts, rights, {}) : changeLinks(project, link, lefts, {}, rights);
}

Result<ChangeSet> changeLinks(Project &project, const LinkSpec &link, const QList<qint64> &lefts,
                              const QList<qint64> &added, const QList<qint64> &removed)
{
    return project.change([&](Connection &connection) -> Status {
        if (auto fine = checkEnds(connection, link, lefts, added + removed); !fine)
            return fine;
        const auto done = setPairs(connection, link, lefts, added, store::link);
        return done ? setPairs(connection, link, lefts, removed, store::unlink) : done;
    });
}

Result<ChangeSet> changeLinksFromRight(Project &project, const LinkSpec &link, const QList<qint64> &rights,
                                       const QList<qint64> &added, const QList<qint64> &removed)
{
    return project.change([&](Connection &connection) -> Status {
        if (auto fine = checkEnds(connection, link, added + removed, rights); !fine)
            return fine;
        const auto done = setPairs(connection, link, added, rights, store::link);
        return done ? setPairs(connection, link, removed, rights, store::unlink) : done;
    });
}

Result<ChangeSet> reviseControl(Project &project, ControlId id, const QList<FieldValue> &values, QDate since)
{
    const Control *control = project.records().controls.find(id);
    if (!control)
        return unknownRecord(id.value);
    QList<FieldProblem> problems;
    Control revised = withValues(*control, values, problems);
    if (!since.isValid() || since <= control->revisedOn)
        problems.append({ QStringLiteral("revised_on"), Code::EndBeforeStart, since.toString(Qt::ISODate) });
    if (const auto fine = asStatus(control->code, problems); !fine)
        return fine.error();
    revised.revisedOn = since;
    return saveRecords(project, QList<Control> { revised });
}

Result<ChangeSet> signOff(Project &project, const QList<ControlId> &ids, PersonId reviewer, QDate day)
{
    return saveControls(project, changedControls(project, ids, [&](const Control &control) {
                            return signedOff(control, reviewer, day);
                        }));
}

Result<ChangeSet> signOff(Project &project, const QList<ControlId> &ids, const QString &reviewerName, QDate day)
{
    if (const Person *known = personCalled(project.records(), reviewerName))
        return signOff(project, ids, known->id, day);
    Person reviewer;
    reviewer.id.value = newKey();
    reviewer.name = reviewerName.trimmed();
    if (const auto fine = asStatus({}, check(project.records(), reviewer)); !fine)
        return fine.error();
    const auto controls = changedControls(project, ids, [](const Control &control) { return control; });
    if (!controls)
        return controls.error();
    // Written past the checks of saveRecords(): in memory the reviewer is there only after this change.
    return project.change([&](Connection &connection) -> Status {
        if (auto made = store::insert(connection, reviewer); !made)
            return made;
        for (const Control &control : controls.value()) {
            if (auto done = store::update(connection, control, signedOff(control, reviewer.id, day)); !done)
                return done;
        }
        return Ok {};
    });
}

Result<ChangeSet> setWorkStatus(Project &project, const QList<ControlId> &ids, WorkStatus status, QDate day)
{
    return saveControls(project, changedControls(project, ids, [&](Control control) {
                            control.workStatus = status;
                            if (status == WorkStatus::Implemented && !control.implementedOn.isValid())
                                control.implementedOn = day;
                            return control;
                        }));
}

Result<ChangeSet> setNotApplicable(Project &project, const QList<ControlId> &ids, const QString &reason,
                                   PersonId approver)
{
    return saveControls(project, changedControls(project, ids, [&](Control control) {
                            control.workStatus = WorkStatus::NotApplicable;
                            control.notApplicableReason = reason;
                            control.notApplicableApprover = approver;
                            return control;
                        }));
}

QString nextCode(const QStringList &taken, const QString &prefix, int digits)
{
    int highest = 0;
    for (const QString &code : taken) {
        bool ok = false;
        const int number = code.startsWith(prefix) ? code.mid(prefix.size()).toInt(&ok) : 0;
        if (ok)
            highest = std::max(highest, number);
    }
    return prefix + QStringLiteral("%1").arg(highest + 1, digits, 10, QLatin1Char('0'));
}

Result<PersonId> personNamed(Project &project, const QString &name)
{
    if (const Person *known = personCalled(project.records(), name))
        return known->id;
    Person person;
    person.name = name.trimmed();
    return createRecord(project, person);
}

} // namespace tb
