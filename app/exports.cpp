#include "app/exports.h"

#include "model/project.h"
#include "reports/pdf/readinessreport.h"
#include "reports/reportinput.h"
#include "reports/workbook/workbook.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tb {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tb::exportKinds", text);
}

/// A file name out of the organisation's and the kind's.
QString fileName(const Project &project, const QString &kind, const QString &suffix)
{
    static const QRegularExpression other(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QString name = project.records().engagement().organisation + QLatin1Char(' ') + kind;
    return name.toLower().replace(other, QStringLiteral("-")) + suffix;
}

/// An entry whose work is @p write over the records of the moment, dated @p today.
ExportKind kindOf(const QString &text, const QString &icon, const QString &name, const QString &filter,
                  const std::function<QDate()> &today,
                  Status (*write)(const ReportInput &, const QString &, JobControl &))
{
    const auto prepare = [today, write](const Project &project) -> ExportKind::Work {
        return [records = project.records(), head = project.head(), date = today(), write](
                   const QString &path, JobControl &job) { return write(reportInput(records, head, date), path, job); };
    };
    return { text, icon, name, filter, prepare, false };
}

Status writeReport(const ReportInput &input, const QString &path, JobControl &job)
{
    return writeReadinessReport(input, path, job, defaultPaper());
}

} // namespace

QList<ExportKind> exportKinds(const Project &project, const std::function<QDate()> &today)
{
    return { kindOf(say("Control matrix workbook…"), QStringLiteral("file-spreadsheet"),
                    fileName(project, say("control matrix"), QStringLiteral(".xlsx")), say("Excel workbook (*.xlsx)"),
                    today, &writeWorkbook),
             kindOf(say("Readiness report…"), QStringLiteral("file-text"),
                    fileName(project, say("readiness report"), QStringLiteral(".pdf")), say("PDF document (*.pdf)"),
                    today, &writeReport) };
}

} // namespace tb
