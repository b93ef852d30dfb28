#include "model/demo/demofile.h"

#include "model/demo/pdfwriter.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tb {

namespace {

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &value : array.toArray())
        list.append(value.toString());
    return list;
}

DemoFile fileFrom(const QJsonObject &object)
{
    DemoFile file;
    file.name = object.value(QLatin1String("name")).toString();
    file.title = object.value(QLatin1String("title")).toString();
    file.subtitle = object.value(QLatin1String("subtitle")).toString();
    file.text = object.value(QLatin1String("text")).toString();
    file.columns = texts(object.value(QLatin1String("columns")));
    for (const QJsonValue &row : object.value(QLatin1String("rows")).toArray())
        file.rows.append(texts(row));
    return file;
}

QString csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (QString cell : cells) {
        if (cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"'))) {
            cell.replace(QLatin1Char('"'), QLatin1String("\"\""));
            cell = QLatin1Char('"') + cell + QLatin1Char('"');
        }
        quoted.append(cell);
    }
    return quoted.join(QLatin1Char(',')) + QLatin1String("\r\n");
}

QByteArray csvOf(const DemoFile &file)
{
    QString text = csvLine(file.columns);
    for (const QStringList &row : file.rows)
        text += csvLine(row);
    return text.toUtf8();
}

QByteArray jsonOf(const DemoFile &file)
{
    QJsonArray entries;
    for (const QStringList &row : file.rows) {
        QJsonObject entry;
        for (qsizetype i = 0; i < row.size() && i < file.columns.size(); ++i)
            entry.insert(file.columns.at(i), row.at(i));
        entries.append(entry);
    }
    const QJsonObject whole { { QStringLiteral("title"), file.title },
                              { QStringLiteral("source"), file.subtitle },
                              { QStringLiteral("entries"), entries } };
    return QJsonDocument(whole).toJson(QJsonDocument::Indented);
}

QByteArray logOf(const DemoFile &file)
{
    QString text;
    for (const QStringList &row : file.rows)
        text += row.join(QLatin1String("  ")) + QLatin1Char('\n');
    return text.toUtf8();
}

QByteArray textOf(const DemoFile &file)
{
    QString text = file.title + QLatin1Char('\n') + file.subtitle + QLatin1String("\n\n");
    if (!file.text.isEmpty())
        text += file.text + QLatin1String("\n\n");
    for (const QStringList &row : file.rows) {
        for (qsizetype i = 0; i < row.size() && i < file.columns.size(); ++i)
            text += file.columns.at(i) + QLatin1String(": ") + row.at(i) + QLatin1Char('\n');
        text += QLatin1Char('\n');
    }
    return text.toUtf8();
}

} // namespace

Result<QJsonObject> demoData(const QString &name)
{
    QFile file(QStringLiteral(":/demo/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error { Error::Kind::Io, file.fileName(), file.errorString() };
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return Error { Error::Kind::Invalid, file.fileName(), problem.errorString() };
    return document.object();
}

Result<QHash<QString, DemoFile>> loadDemoFiles()
{
    const auto data = demoData(QStringLiteral("files.json"));
    if (!data)
        return data.error();
    QHash<QString, DemoFile> files;
    for (const QJsonValue &value : data.value().value(QLatin1String("files")).toArray()) {
        const DemoFile file = fileFrom(value.toObject());
        files.insert(file.name, file);
    }
    return files;
}

QByteArray contentOf(const DemoFile &file, const DemoPicture &picture)
{
    const QString suffix = QFileInfo(file.name).suffix();
    if (suffix == QLatin1String("pdf"))
        return pdfOf(file);
    if (suffix == QLatin1String("png"))
        return picture(file);
    if (suffix == QLatin1String("csv"))
        return csvOf(file);
    if (suffix == QLatin1String("json"))
        return jsonOf(file);
    return suffix == QLatin1String("log") ? logOf(file) : textOf(file);
}

} // namespace tb
