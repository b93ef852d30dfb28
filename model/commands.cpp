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

void checkOrder(QList<FieldProblem> &problems, const char *field, QDate from, QDate to)
{
    if (from.isValid() && to.isValid() && to < from)
        problems.append({ QLatin1String(field), Code::EndBeforeStart, to.toString(Qt::ISODate) });
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

QList<FieldProblem> checkSubject(const Engagement &engagement)
{
    QList<FieldProblem> problems;
    checkOrder(problems, "period_to", engagement.from, engagement.to);
    if (engagement.reportType == ReportType::TypeTwo && !engagement.from.isValid())
        problems.append({ QStringLiteral("period_from"), Code::Required, {} });
    if (engagement.reportType == ReportType::TypeTwo && !engagement.to.isValid())
        problems.append({ QStringLiteral("period_to"), Code::Required, {} });
    if (engagement.reportType == ReportType::TypeOne && !engagement.asOf.isValid())
        problems.append({ QStringLiteral("as_of"), Code::Required, {} });
    for (const QString &category : engagement.categories) {
        if (!fromWord<Category>(category))
            problems.append({ QStringLiteral("categories"), Code::NotAValue, category });
    }
    if (!engagement.categories.contains(wordOf(Category::Security)))
        problems.append({ QStringLiteral("categories"), Code::Required, wordOf(Category::Security) });
    return problems;
}

QList<FieldProblem> checkSubject(const Control &control)
{
    QList<FieldProblem> problems;
    checkOrder(problems, "retired_on", control.implementedOn, control.retiredOn);
    if (control.workStatus == WorkStatus::NotApplicable && control.notApplicableReason.trimmed().isEmpty())
        problems.append({ QStringLiteral("not_applicable_reason"), Code::NeedsReason, {} });
    if (control.graceDays && (*control.graceDays < 0 || *control.graceDays > 366))
        problems.append({ QStringLiteral("grace_days"), Code::OutOfRange, QString::number(*control.graceDays) });
    return problems;
}

QList<FieldProblem> checkSubject(const Criterion &criterion)
{
    QList<FieldProblem> problems;
    if (criterion.notRelevant && criterion.notRelevantReason.trimmed().isEmpty())
        problems.append({ QStringLiteral("not_relevant_reason"), Code::NeedsReason, {} });
    return problems;
}

QList<FieldProblem> checkSubject(const Evidence &evidence)
{
    QList<FieldProblem> problems;
    checkOrder(problems, "covers_to", evidence.coversFrom, evidence.coversTo);
    if (!evidence.shared && evidence.withheldReason.trimmed().isEmpty())
        problems.append({ QStringLiteral("withheld_reason"), Code::NeedsReason, {} });
    if (evidence.supersedes && evidence.supersedes == evidence.id)
        problems.append({ QStringLiteral("supersedes_id"), Code::Cycle, {} });
    return problems;
}

QList<FieldProblem> checkReference(const Records &records, const FieldSpec &field, qint64 key)
{
    if (key == 0)
        return {};
    const SubjectOperations *target = findOperations(QLatin1String(field.target));
    if (target && target->contains(records, key))
        return {};
    return { { field.nameString(), Code::UnknownRecord, QString::number(key) } };
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
