#include "app/cli/library.h"

#include "app/cli/words.h"
#include "model/catalog/libraryentries.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tb::cli {

namespace {

/// What an entry is called: a kind has one of these.
QString titleOf(const QJsonObject &entry)
{
    for (const char *name : { "title", "term", "phrase", "text" }) {
        const QString title = entry.value(QLatin1String(name)).toString();
        if (!title.isEmpty())
            return title;
    }
    return {};
}

/// "looksFor" and "unit_one" as "Looks for" and "Unit one": parts of the library are named in its own language, as they
/// are written.
QString partName(const QString &key)
{
    QString name;
    for (const QChar sign : key) {
        if (sign.isUpper())
            name += QLatin1Char(' ');
        name += sign == QLatin1Char('_') ? QLatin1Char(' ') : sign.toLower();
    }
    return name.left(1).toUpper() + name.mid(1);
}

QString lineOf(const QJsonValue &value);

QString lineOf(const QStringList &parts, const QString &between)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(between);
}

/// A value on one line.
QString lineOf(const QJsonValue &value)
{
    QStringList parts;
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            parts.append(lineOf(item));
        return lineOf(parts, QStringLiteral("; "));
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString &key : object.keys())
            parts.append(partName(key) + QLatin1String(": ") + lineOf(object.value(key)));
        return lineOf(parts, QStringLiteral(" \u2014 "));
    }
    return value.toVariant().toString();
}

/// What it is called comes first.
QStringList orderedParts(const QJsonObject &entry)
{
    QStringList parts = entry.keys();
    for (const char *name : { "title", "term", "key" }) {
        if (parts.removeOne(QLatin1String(name)))
            parts.prepend(QLatin1String(name));
    }
    return parts;
}

void sayEntry(const Call &call, const QJsonObject &entry)
{
    for (const QString &key : orderedParts(entry)) {
        const QJsonValue value = entry.value(key);
        call.out << partName(key) << ':';
        if (!value.isArray()) {
            call.out << ' ' << lineOf(value) << '\n';
            continue;
        }
        call.out << '\n';
        for (const QJsonValue &item : value.toArray())
            call.out << "  " << lineOf(item) << '\n';
    }
}

/// The entries with the keys that were asked for, all when none was; complains about one that is not there.
std::optional<QList<QJsonObject>> wanted(const Call &call, const QList<QJsonObject> &entries)
{
    const QStringList keys = call.arguments.mid(1);
    QList<QJsonObject> found = keys.isEmpty() ? entries : QList<QJsonObject>();
    for (const QString &key : keys) {
        const auto entry = std::find_if(entries.cbegin(), entries.cend(), [&](const QJsonObject &one) {
            return one.value(QLatin1String("key")).toString() == key;
        });
        if (entry == entries.cend()) {
            call.complain(Say::tr("The library has no “%1” among its %2.").arg(key, call.arguments.first()));
            return {};
        }
        found.append(*entry);
    }
    return found;
}

void sayEntries(const Call &call, const QList<QJsonObject> &entries)
{
    const bool whole = call.arguments.size() > 1;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (whole && i > 0)
            call.out << '\n';
        if (whole)
            sayEntry(call, entries.at(i));
        else
            call.out << entries.at(i).value(QLatin1String("key")).toString() << '\t' << titleOf(entries.at(i)) << '\n';
    }
}

} // namespace

void addLibraryOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("json"), Say::tr("Write an array of objects with everything they hold.") });
}

Result<ExitCode> runLibrary(const Call &call)
{
    if (call.arguments.isEmpty()) {
        call.out << libraryKinds().join(QLatin1Char('\n')) << Qt::endl;
        return Fine;
    }
    const QString &kind = call.arguments.first();
    if (!libraryKinds().contains(kind))
        return call.misused(
            Say::tr("The library has no “%1”. There are: %2.").arg(kind, libraryKinds().join(QLatin1String(", "))));
    const auto entries = libraryEntries(kind);
    if (!entries)
        return entries.error();
    const auto shown = wanted(call, entries.value());
    if (!shown)
        return Usage;
    if (!call.has("json")) {
        sayEntries(call, *shown);
        return Fine;
    }
    QJsonArray array;
    for (const QJsonObject &entry : *shown)
        array.append(entry);
    call.out << QJsonDocument(array).toJson(QJsonDocument::Indented);
    return Fine;
}

} // namespace tb::cli
