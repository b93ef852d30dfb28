#include "model/demo/demodiary.h"

#include "model/catalog/catalogid.h"
#include "model/demo/blobwriting.h"
#include "model/evidence/guess.h"
#include "model/making/projectmaking.h"
#include "model/record/rank.h"

#include <QJsonArray>

namespace tb {

namespace {

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QDate date(const QJsonObject &object, const char *name)
{
    return QDate::fromString(text(object, name), Qt::ISODate);
}

QDateTime instant(const QJsonObject &entry)
{
    QDateTime at = QDateTime::fromString(text(entry, "at"), Qt::ISODate);
    at.setTimeSpec(Qt::UTC);
    return at;
}

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &value : array.toArray())
        list.append(value.toString());
    return list;
}

Error missing(const QString &what)
{
    return { Error::Kind::Invalid, what, QStringLiteral("the demo's data names what is not there") };
}

/// The same keys in every demo, so that two of them can be compared.
qint64 demoKey(const char *kind, const QString &name)
{
    return catalogId(QLatin1String("demo/") + QLatin1String(kind), name);
}

template <class T> Status statusOf(const Result<T> &result)
{
    return result ? Status(Ok {}) : Status(result.error());
}

/// The given days, and every n-th day of a span for what runs by itself.
QList<QDate> daysOf(const QJsonObject &item)
{
    QList<QDate> days;
    for (const QString &day : texts(item.value(QLatin1String("performed"))))
        days.append(QDate::fromString(day, Qt::ISODate));
    const QJsonObject every = item.value(QLatin1String("every")).toObject();
    const int step = every.value(QLatin1String("days")).toInt();
    for (QDate day = date(every, "from"); step > 0 && day <= date(every, "to"); day = day.addDays(step))
        days.append(day);
    return days;
}

/// The values of an edit; what names another record becomes its key.
Result<QList<FieldValue>> valuesOf(const Records &records, const SubjectSpec &subject, const QJsonObject &set)
{
    QList<FieldValue> values;
    for (auto value = set.constBegin(); value != set.constEnd(); ++value) {
        const FieldSpec *field = subject.find(value.key());
        if (!field)
            return missing(value.key());
        if (field->kind != FieldKind::Reference) {
            values.append({ value.key(), value->toString() });
            continue;
        }
        const qint64 key = findOperations(QLatin1String(field->target))->find(records, value->toString());
        if (key == 0)
            return missing(value->toString());
        values.append({ value.key(), key });
    }
    return values;
}

} // namespace

DemoDiary::DemoDiary(Project &project, const Catalog &catalog, QHash<QString, DemoFile> files, DemoPicture picture)
    : m_project(project)
    , m_catalog(catalog)
    , m_files(std::move(files))
    , m_picture(std::move(picture))
{ }

Status DemoDiary::write(const QJsonObject &entry)
{
    using Writer = Status (DemoDiary::*)(const QJsonObject &);
    static const QHash<QString, Writer> writers {
        { QStringLiteral("person"), &DemoDiary::addPerson },
        { QStringLiteral("control"), &DemoDiary::addControl },
        { QStringLiteral("library"), &DemoDiary::addFromLibrary },
        { QStringLiteral("edit"), &DemoDiary::edit },
        { QStringLiteral("status"), &DemoDiary::setStatus },
        { QStringLiteral("not_applicable"), &DemoDiary::exclude },
        { QStringLiteral("signoff"), &DemoDiary::review },
        { QStringLiteral("evidence"), &DemoDiary::addEvidence },
        { QStringLiteral("link"), &DemoDiary::linkEvidence },
        { QStringLiteral("undo"), &DemoDiary::undo },
    };
    const Writer writer = writers.value(text(entry, "do"));
    if (!writer)
        return missing(text(entry, "do"));
    const bool isUndo = writer == &DemoDiary::undo;
    m_project.setActor(text(entry, "by"));
    const Action action { m_project.actor(), isUndo ? EntryKind::Undo : EntryKind::Edit,
                          isUndo ? m_project.undoStack().undoable() : std::nullopt, instant(entry) };
    // The commands join this change, which carries the time and the person of the entry.
    return statusOf(m_project.change(action, [&](Connection &connection) {
        m_connection = &connection;
        return (this->*writer)(entry);
    }));
}

Status DemoDiary::addPerson(const QJsonObject &entry)
{
    Person made;
    made.name = text(entry, "name");
    made.id.value = demoKey("person", made.name);
    made.email = text(entry, "email");
    made.role = text(entry, "role");
    made.team = text(entry, "team");
    return statusOf(createRecord(m_project, made));
}

Status DemoDiary::addControl(const QJsonObject &entry)
{
    Control made;
    made.code = text(entry, "code");
    made.id.value = demoKey("control", made.code);
    made.title = text(entry, "title");
    made.description = text(entry, "description");
    made.kind = fromWord<ControlKind>(text(entry, "kind")).value_or(made.kind);
    made.nature = fromWord<ControlNature>(text(entry, "nature")).value_or(made.nature);
    made.frequency = fromWord<Frequency>(text(entry, "frequency")).value_or(made.frequency);
    made.rank = rankAfterLast(m_project.records());
    if (auto done = createRecord(m_project, made); !done)
        return done.error();
    QList<qint64> criteria;
    for (const QString &code : texts(entry.value(QLatin1String("criteria"))))
        criteria.append(catalogId(QStringLiteral("criteria"), code));
    return statusOf(setLinks(m_project, controlCriterion, { made.id.value }, criteria, true));
}

Status DemoDiary::addFromLibrary(const QJsonObject &entry)
{
    return statusOf(addLibraryControls(m_project, m_catalog, texts(entry.value(QLatin1String("keys")))));
}

Status DemoDiary::edit(const QJsonObject &entry)
{
    const SubjectOperations *subject = findOperations(text(entry, "subject"));
    if (!subject)
        return missing(text(entry, "subject"));
    const auto values = valuesOf(m_project.records(), *subject->spec, entry.value(QLatin1String("set")).toObject());
    if (!values)
        return values.error();
    for (const QString &name : texts(entry.value(QLatin1String("ids")))) {
        const qint64 key = subject->find(m_project.records(), name);
        if (key == 0)
            return missing(name);
        if (const auto done = subject->set(m_project, key, values.value()); !done)
            return done.error();
    }
    return Ok {};
}

Status DemoDiary::setStatus(const QJsonObject &entry)
{
    const auto ids = controls(entry.value(QLatin1String("ids")));
    const auto status = fromWord<WorkStatus>(text(entry, "status"));
    if (!ids || !status)
        return ids ? missing(text(entry, "status")) : ids.error();
    return statusOf(setWorkStatus(m_project, ids.value(), *status, instant(entry).date()));
}

Status DemoDiary::exclude(const QJsonObject &entry)
{
    const auto ids = controls(entry.value(QLatin1String("ids")));
    if (!ids)
        return ids.error();
    return statusOf(setNotApplicable(m_project, ids.value(), text(entry, "reason"), person(text(entry, "approver"))));
}

Status DemoDiary::review(const QJsonObject &entry)
{
    const auto ids = controls(entry.value(QLatin1String("ids")));
    if (!ids)
        return ids.error();
    return statusOf(signOff(m_project, ids.value(), person(m_project.actor()), instant(entry).date()));
}

Status DemoDiary::addEvidence(const QJsonObject &entry)
{
    QStringList taken = evidenceCodes();
    for (const QJsonValue &item : entry.value(QLatin1String("items")).toArray()) {
        taken.append(nextCode(taken, QStringLiteral("E-"), 4));
        if (auto done = addItem(*m_connection, entry, item.toObject(), taken.last()); !done)
            return done;
    }
    return Ok {};
}

Status DemoDiary::addItem(Connection &connection, const QJsonObject &entry, const QJsonObject &item,
                          const QString &code)
{
    const auto linked = controls(item.value(QLatin1String("controls")));
    auto made = evidenceFrom(entry, item);
    if (!linked || !made)
        return linked ? made.error() : linked.error();
    Evidence &evidence = made.value();
    evidence.code = code;
    const QByteArray bytes = contentOf(m_files.value(evidence.fileName), m_picture);
    const auto stored = storeBytes(connection, bytes);
    if (!stored)
        return stored.error();
    evidence.sha256 = stored.value();
    evidence.size = bytes.size();
    evidence.mediaType = guess::mediaType(evidence.fileName, bytes.left(4096));
    if (auto done = createRecord(m_project, evidence); !done)
        return done.error();
    QList<qint64> keys;
    for (const ControlId id : linked.value())
        keys.append(id.value);
    return statusOf(setLinks(m_project, evidenceControl, { evidence.id.value }, keys, true));
}

Result<Evidence> DemoDiary::evidenceFrom(const QJsonObject &entry, const QJsonObject &item) const
{
    Evidence evidence;
    evidence.fileName = text(item, "file");
    if (!m_files.contains(evidence.fileName))
        return missing(evidence.fileName);
    evidence.id.value = demoKey("evidence", evidence.fileName);
    evidence.title = text(item, "title");
    evidence.kind = fromWord<EvidenceKind>(text(item, "kind")).value_or(evidence.kind);
    evidence.performedOn = daysOf(item);
    evidence.coversFrom = date(item, "from");
    evidence.coversTo = date(item, "to");
    evidence.collectedOn = date(item, "collected");
    evidence.receivedAt = instant(entry);
    evidence.collectedBy = evidence.owner = person(m_project.actor());
    evidence.sourceSystem = text(item, "source");
    const QString replaced = text(item, "supersedes");
    evidence.supersedes.value = replaced.isEmpty() ? 0 : demoKey("evidence", replaced);
    return evidence;
}

Status DemoDiary::linkEvidence(const QJsonObject &entry)
{
    const auto linked = controls(entry.value(QLatin1String("controls")));
    if (!linked)
        return linked.error();
    QList<qint64> keys;
    for (const ControlId id : linked.value())
        keys.append(id.value);
    return statusOf(setLinks(m_project, evidenceControl, { demoKey("evidence", text(entry, "evidence")) }, keys, true));
}

Status DemoDiary::undo(const QJsonObject &)
{
    return statusOf(m_project.undo());
}

Result<QList<ControlId>> DemoDiary::controls(const QJsonValue &codes) const
{
    QList<ControlId> ids;
    for (const QString &code : texts(codes)) {
        const qint64 key = findOperations(QStringLiteral("control"))->find(m_project.records(), code);
        if (key == 0)
            return missing(code);
        ids.append(ControlId { key });
    }
    return ids;
}

PersonId DemoDiary::person(const QString &name) const
{
    return { findOperations(QStringLiteral("person"))->find(m_project.records(), name) };
}

QStringList DemoDiary::evidenceCodes() const
{
    QStringList codes;
    for (const Evidence &item : m_project.records().evidence.all())
        codes.append(item.code);
    return codes;
}

} // namespace tb
