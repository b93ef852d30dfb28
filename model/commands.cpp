#include "model/commands.h"

#include <QSet>

namespace tb {

namespace {

using Code = FieldProblem::Code;

QList<Control> controlsOf(const Project &project, const QList<ControlId> &ids)
{
    QList<Control> controls;
    for (const ControlId id : ids) {
        if (const Control *control = project.records().controls.find(id))
            controls.append(*control);
    }
    return controls;
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

Status setPairs(Connection &connection, const LinkSpec &link, qint64 left, const QList<qint64> &rights, SetPair set)
{
    for (const qint64 right : rights) {
        if (auto done = set(connection, link, left, right); !done)
            return done;
    }
    return Ok {};
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
        for (const qint64 left : lefts) {
            if (auto done = setPairs(connection, link, left, added, store::link); !done)
                return done;
            if (auto done = setPairs(connection, link, left, removed, store::unlink); !done)
                return done;
        }
        return Ok {};
    });
}

Result<ChangeSet> changeLinksFromRight(Project &project, const LinkSpec &link, const QList<qint64> &rights,
                                       const QList<qint64> &added, const QList<qint64> &removed)
{
    return project.change([&](Connection &connection) -> Status {
        for (const qint64 left : added) {
            if (auto done = setPairs(connection, link, left, rights, store::link); !done)
                return done;
        }
        for (const qint64 left : removed) {
            if (auto done = setPairs(connection, link, left, rights, store::unlink); !done)
                return done;
        }
        return Ok {};
    });
}

Result<ChangeSet> reviseControl(Project &project, ControlId id, const QList<FieldValue> &values, QDate since)
{
    const Control *control = project.records().controls.find(id);
    if (!control)
        return Error { Error::Kind::NotFound, id.toString(), {} };
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
    QList<Control> controls = controlsOf(project, ids);
    for (Control &control : controls)
        control = signedOff(control, reviewer, day);
    return saveRecords(project, controls);
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
    // Written past the checks of saveRecords(): in memory the reviewer is there only after this change.
    return project.change([&](Connection &connection) -> Status {
        if (auto made = store::insert(connection, reviewer); !made)
            return made;
        for (const Control &control : controlsOf(project, ids)) {
            if (auto done = store::update(connection, control, signedOff(control, reviewer.id, day)); !done)
                return done;
        }
        return Ok {};
    });
}

Result<ChangeSet> setWorkStatus(Project &project, const QList<ControlId> &ids, WorkStatus status, QDate day)
{
    QList<Control> controls = controlsOf(project, ids);
    for (Control &control : controls) {
        control.workStatus = status;
        if (status == WorkStatus::Implemented && !control.implementedOn.isValid())
            control.implementedOn = day;
    }
    return saveRecords(project, controls);
}

Result<ChangeSet> setNotApplicable(Project &project, const QList<ControlId> &ids, const QString &reason,
                                   PersonId approver)
{
    QList<Control> controls = controlsOf(project, ids);
    for (Control &control : controls) {
        control.workStatus = WorkStatus::NotApplicable;
        control.notApplicableReason = reason;
        control.notApplicableApprover = approver;
    }
    return saveRecords(project, controls);
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
