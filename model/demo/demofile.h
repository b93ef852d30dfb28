#pragma once

#include "model/result.h"

#include <QHash>
#include <QStringList>

#include <functional>

namespace tb {

/// One evidence file of the demo engagement as data: what it says, whatever format its name asks for.
struct DemoFile
{
    QString name; ///< with the suffix that decides the format
    QString title;
    QString subtitle;
    QString text; ///< a paragraph above the table; may be empty
    QStringList columns;
    QList<QStringList> rows;
};

/// Draws a file as PNG. Given by the caller, since the model has no fonts; see reports/demofiles.
using DemoPicture = std::function<QByteArray(const DemoFile &)>;

/// The files of the demo by name. Invalid when the data inside the program is broken.
Result<QHash<QString, DemoFile>> loadDemoFiles();

/// The bytes of @p file: pdf, png, csv, json, log or text. The same file gives the same bytes.
QByteArray contentOf(const DemoFile &file, const DemoPicture &picture);

/// A JSON object out of the demo's data inside the program.
Result<QJsonObject> demoData(const QString &name);

} // namespace tb
