#include "model/demo/demodiary.h"

#include "model/catalog/catalogid.h"
#include "model/demo/blobwriting.h"
#include "model/evidence/guess.h"
#include "model/making/projectmaking.h"
#include "model/record/rank.h"

#include <QJsonArray>

namespace tb {

using namespace demo;

namespace {

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

} // namespace

DemoDiary::DemoDiary(Project &project, const Catalog &catalog, QHash<QString, DemoFile> files, DemoPicture picture)
    : m_project(project)
    , m_catalog(catalog)
    , m_files(std::move(files))
    , m_records(project)
    , m_rules(project, m_records, catalog, m_files)
    , m_picture(std::move(picture))
{ }

Status DemoDiary::write(const QJsonObject &entry)
{
    const bool isUndo = text(entry, "do") == QLatin1String("undo");
    m_project.setActor(text(entry, "by"));
    const Action action { m_project.actor(), isUndo ? EntryKind::Undo : EntryKind::Edit,
                          isUndo ? m_project.undoStack().undoable() : std::nullopt, instant(entry) };
    // The commands join this change, which carries the time and the person of the entry.
    return statusOf(m_project.change(action, [&](Connection &connection) {
        m_connection = &connection;
        return perform(entry);
    }));
}

Status DemoDiary::perform(const QJsonObject &entry)
{
    using Own = Status (DemoDiary::*)(const QJsonObject &);
    static const QHash<QString, Own> own { { QStringLiteral("person"), &DemoDiary::addPerson },
                                           { QStringLiteral("control"), &DemoDiary::addControl },
                                           { QStringLiteral("library"), &DemoDiary::addFromLibrary },
                                           { QStringLiteral("status"), &DemoDiary::setStatus },
                                           { QStringLiteral("not_applicable"), &DemoDiary::exclude },
                                           { QStringLiteral("signoff"), &DemoDiary::review },
                                           { QStringLiteral("evidence"), &DemoDiary::addEvidence },
                                           { QStringLiteral("link"), &DemoDiary::linkEvidence },
                                           { QStringLiteral("undo"), &DemoDiary::undo } };
    const Own writer = own.value(text(entry, "do"));
    if (writer)
        return (this->*writer)(entry);
    return DemoRecords::knows(entry) ? m_records.write(entry) : m_rules.write(entry);
}

Status DemoDiary::addPerson(const QJsonObject &entry)
{
    Person made;
    made.name = text(entry, "name");
    made.id.value = demo::key("person", made.name);
    made.email = text(entry, "email");
    made.role = text(entry, "role");
    made.team = text(entry, "team");
    return statusOf(createRecord(m_project, made));
}

Status DemoDiary::addControl(const QJsonObject &entry)
{
    Control made;
    made.code = text(entry, "code");
    made.id.value = demo::key("control", made.code);
    made.title = text(entry, "title");
    made.description = text(entry, "description");
    made.kind = fromWord<ControlKind>(text(entry, "kind")).value_or(made.kind);
    made.nature = fromWord<ControlNature>(text(entry, "nature")).value_or(made.nature);
    made.frequency = fromWord<Frequency>(text(entry, "frequency"));
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
    m_records.remember(QStringLiteral("evidence"), evidence.fileName, evidence.id.value);
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
    if (const auto done = setLinks(m_project, evidenceControl, { evidence.id.value }, keys, true); !done)
        return done.error();
    return m_records.addLinks(QStringLiteral("evidence"), evidence.id.value,
                              item.value(QLatin1String("links")).toObject());
}

Result<Evidence> DemoDiary::evidenceFrom(const QJsonObject &entry, const QJsonObject &item) const
{
    Evidence evidence;
    evidence.fileName = text(item, "file");
    if (!m_files.contains(evidence.fileName))
        return missing(evidence.fileName);
    evidence.id.value = demo::key("evidence", evidence.fileName);
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
    evidence.supersedes.value = replaced.isEmpty() ? 0 : demo::key("evidence", replaced);
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
    return statusOf(
        setLinks(m_project, evidenceControl, { demo::key("evidence", text(entry, "evidence")) }, keys, true));
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
