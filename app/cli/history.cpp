#include "app/cli/history.h"

#include "app/cli/opening.h"
#include "app/cli/words.h"
#include "model/store/projectstorage.h"
#include "reports/words/changes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tb::cli {

namespace {

QString hex(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex());
}

QJsonObject fieldJson(const words::FieldChange &change)
{
    return { { QStringLiteral("table"), change.table },   { QStringLiteral("id"), QString::number(change.key) },
             { QStringLiteral("record"), change.record }, { QStringLiteral("field"), change.field },
             { QStringLiteral("before"), change.before }, { QStringLiteral("after"), change.after } };
}

Result<QJsonObject> entryJson(const LogEntry &entry)
{
    const auto rows = changeset::rows(entry.changeset);
    if (!rows)
        return rows.error();
    QJsonArray fields;
    for (const words::FieldChange &change : words::fieldChanges(entry, rows.value()))
        fields.append(fieldJson(change));
    const words::EntryWords read = words::describe(entry, rows.value());
    return QJsonObject { { QStringLiteral("seq"), entry.seq },
                         { QStringLiteral("at"), entry.at.toString(Qt::ISODateWithMs) },
                         { QStringLiteral("actor"), entry.actor },
                         { QStringLiteral("kind"), wordOf(entry.kind) },
                         { QStringLiteral("target"), entry.target ? QJsonValue(*entry.target) : QJsonValue() },
                         { QStringLiteral("sentence"), read.sentence },
                         { QStringLiteral("record"), read.record },
                         { QStringLiteral("changes"), fields },
                         { QStringLiteral("previous_hash"), hex(entry.previousHash) },
                         { QStringLiteral("hash"), hex(entry.hash) } };
}

QString lineOf(const LogEntry &entry)
{
    return QStringLiteral("%1\t%2\t%3\t%4")
        .arg(QString::number(entry.seq), entry.at.toString(Qt::ISODate), entry.actor, words::describe(entry).sentence);
}

} // namespace

void addLogOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("json"), Say::tr("Write an array of objects with every change and hash.") });
}

Result<ExitCode> runLog(const Call &call)
{
    const auto project = openToRead(call);
    if (!project)
        return project.error();
    QJsonArray array;
    Status whole = Ok {};
    const bool json = call.has("json");
    const auto read = activitylog::forEach(project.value()->storage().connection(), 0, [&](const LogEntry &entry) {
        if (!json) {
            call.out << lineOf(entry) << '\n';
            return !call.job.cancelled();
        }
        const auto object = entryJson(entry);
        if (object)
            array.append(object.value());
        else
            whole = object.error();
        return object && !call.job.cancelled();
    });
    if (!read || !whole)
        return read ? whole.error() : read.error();
    if (json)
        call.out << QJsonDocument(array).toJson(QJsonDocument::Indented);
    return call.job.cancelled() ? Interrupted : Fine;
}

Result<ExitCode> runUndo(const Call &call)
{
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const auto changes = project.value()->undo();
    if (!changes)
        return changes.error();
    const auto entry = project.value()->entry(changes.value().seq);
    if (!entry)
        return entry.error();
    call.out << words::describe(entry.value()).sentence << Qt::endl;
    return Fine;
}

} // namespace tb::cli
