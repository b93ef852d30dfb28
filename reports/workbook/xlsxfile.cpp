#include "reports/workbook/xlsxfile.h"

#include "reports/words/tr.h"
#include "reports/workbook/packagecheck.h"

#include <QFile>

#include <cerrno>

namespace tb::workbook {

namespace {

using words::Say;

constexpr qsizetype longestCell = 32767; // Excel's limit, in UTF-16 units
constexpr lxw_row_t spareRows = 500; // below the table, where new records may be typed
constexpr qsizetype longestHeader = 200; // Excel takes 255 for the three parts together
constexpr int paperA4 = 9;
constexpr int coverWidth = 84; // characters beside the labels

lxw_workbook *newBook(const QByteArray &path, QByteArray &scratch)
{
    lxw_workbook_options options {};
    options.tmpdir = scratch.data();
    options.use_zip64 = LXW_FALSE;
    return workbook_new_opt(path.constData(), &options);
}

/// Header and footer text; '&' starts a code there.
QByteArray headerText(QString text)
{
    return text.left(longestHeader / 3).replace(QLatin1Char('&'), QStringLiteral("&&")).toUtf8();
}

lxw_datetime lxwDate(QDate day)
{
    return { day.year(), day.month(), day.day(), 0, 0, 0.0 };
}

/// The days that a sheet's calendar knows.
bool fitsSheet(QDate day)
{
    return day.isValid() && day.year() >= 1900 && day.year() <= 9999;
}

constexpr double lineHeight = 15; // points, of the default font
constexpr int mostLines = 27; // Excel's rows end at 409 points
constexpr int mostUnprintedLines = 3; // long texts beside the printed columns do not stretch what is printed

/// How many lines @p text takes in a column of @p width characters; a little too many rather than too few.
int linesIn(const QString &text, int width)
{
    qsizetype lines = 0;
    for (const QStringView paragraph : QStringView(text).split(QLatin1Char('\n')))
        lines += 1 + paragraph.size() * 20 / (std::max(width, 1) * 23); // letters are narrower than digits
    return static_cast<int>(std::min<qsizetype>(lines, mostLines));
}

/// The text of a cell that holds one, without making any: most cells of a table are empty or are asked more than once.
const QString *textOf(const Cell &cell)
{
    return cell.value.typeId() == QMetaType::QString ? static_cast<const QString *>(cell.value.constData()) : nullptr;
}

bool isEmpty(const Cell &cell)
{
    if (const QString *text = textOf(cell))
        return text->isEmpty();
    return !cell.value.isValid() || (cell.value.typeId() == QMetaType::QDate && !cell.value.toDate().isValid());
}

/// The height that wrapped cells need. It is written, since not every program works it out on opening.
int linesOf(const SheetTable &table, const QList<Cell> &cells)
{
    int lines = 1;
    for (int i = 0; i < cells.size(); ++i) {
        const Column &column = table.columns.at(i);
        const int most = i < table.printedColumns ? mostLines : mostUnprintedLines;
        const QString *text = column.wrap ? textOf(cells.at(i)) : nullptr;
        if (text && !text->isEmpty())
            lines = std::max(lines, std::min(most, linesIn(*text, column.width)));
    }
    return lines;
}

lxw_row_t lastRow(const SheetTable &table)
{
    return static_cast<lxw_row_t>(std::max<qsizetype>(table.rowCount, 1));
}

const ChoiceList *listTitled(const QList<ChoiceList> &lists, const QString &title)
{
    const auto found
        = std::find_if(lists.cbegin(), lists.cend(), [&](const ChoiceList &list) { return list.title == title; });
    return found == lists.cend() ? nullptr : &*found;
}

} // namespace

bool RowProgress::advance(const QString &what)
{
    ++m_done;
    if (m_done % 64 == 0 || m_done == m_total)
        m_job.progress(m_done, m_total, what);
    return !m_job.cancelled();
}

XlsxFile::XlsxFile(const TargetFile &target, const PageWords &words)
    : m_target(target)
    , m_words(words)
    , m_scratch(QFile::encodeName(target.folder()))
    , m_book(newBook(QFile::encodeName(target.path()), m_scratch), lxw_workbook_free)
    , m_formats(m_book.get())
{
    QByteArray title = words.title.toUtf8();
    QByteArray author = words.author.toUtf8();
    QByteArray company = words.organisation.toUtf8();
    lxw_doc_properties properties {};
    properties.title = title.data();
    properties.author = author.data();
    properties.company = company.data();
    properties.created = words.date.startOfDay(Qt::UTC).toSecsSinceEpoch(); // else the clock's
    workbook_set_properties(m_book.get(), &properties);
}

lxw_worksheet *XlsxFile::addSheet(const QString &name)
{
    lxw_worksheet *sheet = workbook_add_worksheet(m_book.get(), name.toUtf8().constData());
    setPage(sheet);
    return sheet;
}

void XlsxFile::setPage(lxw_worksheet *sheet)
{
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, paperA4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.8, 0.8);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    const QByteArray header = "&L" + headerText(m_words.headerLeft) + "&R&A";
    const QByteArray footer = "&L" + headerText(m_words.footerLeft) + "&C" + headerText(m_words.footerCentre) + "&R"
        + headerText(Say::tr("Page")) + " &P / &N";
    worksheet_set_header(sheet, header.constData());
    worksheet_set_footer(sheet, footer.constData());
}

void XlsxFile::addCover(const QList<CoverLine> &lines)
{
    lxw_worksheet *sheet = addSheet(Say::tr("Cover", "sheet"));
    worksheet_set_column(sheet, 0, 0, 3, nullptr);
    worksheet_set_column(sheet, 1, 1, 26, nullptr);
    worksheet_set_column(sheet, 2, 2, coverWidth, nullptr);
    lxw_row_t row = 1;
    for (const CoverLine &line : lines)
        writeCoverLine(sheet, row++, line);
    worksheet_fit_to_pages(sheet, 1, 1);
    worksheet_activate(sheet);
}

void XlsxFile::writeCoverLine(lxw_worksheet *sheet, lxw_row_t row, const CoverLine &line)
{
    const QByteArray label = line.label.toUtf8();
    const QByteArray value = line.value.toString().toUtf8();
    const auto write = [&](lxw_col_t col, const QByteArray &text, lxw_format *format) {
        worksheet_write_string(sheet, row, col, text.constData(), format);
    };
    switch (line.kind) {
    case CoverLine::Kind::Space: break;
    case CoverLine::Kind::Title:
        worksheet_set_row(sheet, row, 32, nullptr);
        write(1, label, m_formats.title());
        break;
    case CoverLine::Kind::Subtitle:
        worksheet_set_row(sheet, row, 24, nullptr);
        write(1, label, m_formats.subtitle());
        break;
    case CoverLine::Kind::Heading: write(1, label, m_formats.heading()); break;
    case CoverLine::Kind::Fact:
        write(1, label, m_formats.label());
        write(2, value, m_formats.value());
        break;
    case CoverLine::Kind::Count:
        write(1, label, m_formats.toned(line.tone));
        worksheet_write_number(sheet, row, 2, line.value.toDouble(), m_formats.value());
        break;
    case CoverLine::Kind::Mono:
        write(1, label, m_formats.label());
        write(2, value, m_formats.mono());
        break;
    case CoverLine::Kind::Note:
        worksheet_set_row(sheet, row, linesIn(line.label, coverWidth) * lineHeight, nullptr);
        write(2, label, m_formats.note());
        break;
    case CoverLine::Kind::Link:
        worksheet_write_url_opt(sheet, row, 1, ("internal:" + line.link.toUtf8()).constData(), m_formats.link(),
                                label.constData(), nullptr);
        write(2, value, m_formats.note());
        break;
    }
}

void XlsxFile::addLists(const QList<ChoiceList> &lists)
{
    lxw_worksheet *sheet = addSheet(listsSheetName());
    Column column;
    column.locked = true;
    lxw_col_t col = 0;
    for (const ChoiceList &list : lists) {
        worksheet_set_column(sheet, col, col, 24, nullptr);
        worksheet_write_string(sheet, 0, col, list.title.toUtf8().constData(), m_formats.header(true));
        lxw_row_t row = 1;
        for (const QString &entry : list.entries)
            worksheet_write_string(sheet, row++, col, cellText(entry).toUtf8().constData(),
                                   m_formats.cell(column, page::Tone::Plain, false));
        ++col;
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
}

bool XlsxFile::addTable(const SheetTable &table, const QList<ChoiceList> &lists, RowProgress &progress)
{
    lxw_worksheet *sheet = addSheet(table.name);
    setColumns(sheet, table);
    addTableFrame(sheet, table);
    addValidations(sheet, table, lists);
    for (qsizetype row = 0; row < table.rowCount; ++row) {
        const QList<Cell> cells = table.row(row);
        if (const int lines = linesOf(table, cells); lines > 1)
            worksheet_set_row(sheet, static_cast<lxw_row_t>(row + 1), lines * lineHeight, nullptr);
        for (int col = 0; col < table.columns.size(); ++col)
            writeCell(sheet, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(col), table.columns.at(col),
                      cells.at(col));
        if (!progress.advance(table.name))
            return false;
    }
    return true;
}

void XlsxFile::setColumns(lxw_worksheet *sheet, const SheetTable &table)
{
    for (int i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns.at(i);
        lxw_row_col_options options {};
        options.hidden = column.hidden ? LXW_TRUE : LXW_FALSE;
        const auto col = static_cast<lxw_col_t>(i);
        // Below the table the cells are open where they would be open in it, so that rows can be added.
        Column below = column;
        below.locked = column.locked && !column.hidden;
        worksheet_set_column_opt(sheet, col, col, column.width, m_formats.cell(below, page::Tone::Plain, false),
                                 &options);
    }
}

void XlsxFile::addTableFrame(lxw_worksheet *sheet, const SheetTable &table)
{
    std::vector<QByteArray> titles;
    std::vector<lxw_table_column> columns(static_cast<std::size_t>(table.columns.size()));
    for (const Column &column : table.columns)
        titles.push_back(column.title.toUtf8());
    std::vector<lxw_table_column *> pointers;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns.at(i).header = titles.at(i).data();
        columns.at(i).header_format = m_formats.header(table.columns.at(static_cast<qsizetype>(i)).locked);
        pointers.push_back(&columns.at(i));
    }
    pointers.push_back(nullptr);
    QByteArray name = table.tableName.toUtf8();
    lxw_table_options options {};
    options.name = name.data();
    options.no_banded_rows = LXW_TRUE;
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 0; // the cells bring their own
    options.columns = pointers.data();
    const auto last = static_cast<lxw_col_t>(table.columns.size() - 1);
    worksheet_set_row(sheet, 0, 30, nullptr);
    worksheet_add_table(sheet, 0, 0, lastRow(table), last, &options);
    worksheet_freeze_panes(sheet, 1, static_cast<lxw_col_t>(table.frozenColumns));
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_print_area(sheet, 0, 0, lastRow(table), static_cast<lxw_col_t>(table.printedColumns - 1));
    lxw_protection protection {};
    protection.format_cells = protection.format_columns = protection.format_rows = LXW_TRUE;
    protection.insert_rows = protection.insert_hyperlinks = protection.sort = protection.autofilter = LXW_TRUE;
    worksheet_protect(sheet, nullptr, &protection);
}

void XlsxFile::addValidations(lxw_worksheet *sheet, const SheetTable &table, const QList<ChoiceList> &lists)
{
    for (int i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns.at(i);
        if (column.locked)
            continue;
        lxw_data_validation rule {};
        std::vector<QByteArray> entries;
        std::vector<char *> pointers;
        QByteArray formula;
        QByteArray message;
        if (!column.choices.isEmpty()) {
            for (const QString &choice : column.choices)
                entries.push_back(choice.toUtf8());
            for (QByteArray &entry : entries)
                pointers.push_back(entry.data());
            pointers.push_back(nullptr);
            rule.validate = LXW_VALIDATION_TYPE_LIST;
            rule.value_list = pointers.data();
            message = Say::tr("Choose one of the values of the list.").toUtf8();
        } else if (const ChoiceList *list = listTitled(lists, column.choicesFrom); list && !list->entries.isEmpty()) {
            const QString letters = columnLetters(static_cast<int>(list - lists.constData()));
            formula = QStringLiteral("='%1'!$%2$2:$%2$%3")
                          .arg(listsSheetName(), letters)
                          .arg(list->entries.size() + 1)
                          .toUtf8();
            rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            rule.value_formula = formula.data();
            rule.show_error = LXW_VALIDATION_OFF; // a new name makes a new person
        } else if (column.date) {
            rule.validate = LXW_VALIDATION_TYPE_DATE;
            rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
            rule.value_datetime = { 1900, 1, 1, 0, 0, 0.0 };
            message = Say::tr("Enter a date, such as 2026-04-30.").toUtf8();
        } else {
            continue;
        }
        rule.error_message = message.isEmpty() ? nullptr : message.data();
        const auto col = static_cast<lxw_col_t>(i);
        worksheet_data_validation_range(sheet, 1, col, lastRow(table) + spareRows, col, &rule);
    }
}

void XlsxFile::writeCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t col, const Column &column, const Cell &cell)
{
    if (cell.tone == page::Tone::Plain && cell.link.isEmpty() && isEmpty(cell))
        return; // the column's own format stands there
    lxw_format *format = m_formats.cell(column, cell.tone, !cell.link.isEmpty());
    if (!cell.link.isEmpty()) {
        const QByteArray text = cellText(cell.value.toString()).toUtf8();
        const QByteArray address = "internal:" + cell.link.toUtf8();
        // A sheet holds 65,530 links; the words behind the last one must not be lost.
        if (worksheet_write_url_opt(sheet, row, col, address.constData(), format, text.constData(), nullptr)
            != LXW_NO_ERROR)
            worksheet_write_string(sheet, row, col, text.constData(), format);
        return;
    }
    switch (cell.value.typeId()) {
    case QMetaType::QString: {
        const QByteArray text = cellText(*textOf(cell)).toUtf8();
        if (text.isEmpty())
            worksheet_write_blank(sheet, row, col, format);
        else
            worksheet_write_string(sheet, row, col, text.constData(), format);
        return;
    }
    case QMetaType::QDate: {
        const QDate day = cell.value.toDate();
        lxw_datetime date = lxwDate(day);
        Column dated = column;
        dated.date = true;
        format = m_formats.cell(dated, cell.tone, false);
        if (fitsSheet(day))
            worksheet_write_datetime(sheet, row, col, &date, format);
        else
            worksheet_write_string(sheet, row, col, day.toString(Qt::ISODate).toUtf8().constData(), format);
        return;
    }
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double: worksheet_write_number(sheet, row, col, cell.value.toDouble(), format); return;
    default: worksheet_write_blank(sheet, row, col, format);
    }
}

Status XlsxFile::close()
{
    errno = 0;
    const lxw_error failed = workbook_close(m_book.release());
    const int errorNumber = errno;
    if (failed != LXW_NO_ERROR)
        return m_target.error(errorNumber, QString::fromUtf8(lxw_strerror(failed)));
    // The library does not look at what its scratch files answer: a full disk shows only in what they then lack.
    if (!isWholePackage(m_target.path()))
        return Error { Error::Kind::DiskFull, m_target.name(), QStringLiteral("incomplete package") };
    return Ok {};
}

QString cellText(const QString &text)
{
    if (text.size() <= longestCell)
        return text;
    const QString mark = Say::tr(" … [cut here; Trustbench holds the whole text]");
    qsizetype end = longestCell - mark.size();
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end) + mark;
}

} // namespace tb::workbook
