#pragma once

#include "reports/reportinput.h"
#include "reports/workbook/sheettable.h"

/// The sheets of the control matrix workbook, arranged but not written.
namespace tb::workbook {

/// In which row of its table each record stands, for the links between sheets.
struct Places
{
    QHash<ControlId, qsizetype> controls;
    QHash<EvidenceId, qsizetype> evidence;
};
Places placesOf(const Records &records);

QString controlSheetName();
QString coverageSheetName();
QString evidenceSheetName();
QString listsSheetName();

/// One row per control, editable but for what is computed.
SheetTable controlSheet(const ReportInput &input, const Places &places);
/// One row per criterion, in scope or not: its state, its controls and what is missing.
SheetTable coverageSheet(const ReportInput &input, const Places &places);
/// One row per evidence item.
SheetTable evidenceSheet(const ReportInput &input, const Places &places);

/// The values that drop-down lists offer: heading and entries, one list per column.
struct ChoiceList
{
    QString title;
    QStringList entries;
};
QList<ChoiceList> choiceLists(const Records &records);

/// One line of the cover: a label and what stands beside it.
struct CoverLine
{
    enum class Kind { Title, Subtitle, Heading, Fact, Count, Link, Note, Mono, Space };
    Kind kind = Kind::Fact;
    QString label = {};
    QVariant value = {};
    page::Tone tone = page::Tone::Plain;
    QString link = {};
};
/// @p tables are the sheets that the cover lists.
QList<CoverLine> coverLines(const ReportInput &input, const QList<SheetTable> &tables);

} // namespace tb::workbook
