#include "ui/evidence/evidencecolumns.h"

#include "model/project.h"
#include "ui/common/choices.h"
#include "ui/common/paint/drawing.h"

#include <QCoreApplication>

namespace tb {

namespace {

/// The translation context of this file.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceTable)
};

using Row = EvidenceRow;

/// A period bar; for a report of one date, that date as a mark.
class WindowPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const bool bar = value.canConvert<paint::Period>();
        (bar ? cells::period() : cells::status())->paint(painter, cell, value);
    }
};

const CellPainter *windowPainter()
{
    static const WindowPainter painter;
    return &painter;
}

/// "9 Jan", with the year where it is not this one or the one before its turn.
QString shortDate(QDate day, QDate today)
{
    if (!day.isValid())
        return QStringLiteral("—");
    const bool near = std::abs(day.daysTo(today)) < 270;
    return QLocale().toString(day, near ? QStringLiteral("d MMM") : QStringLiteral("d MMM yy"));
}

QString controlsText(const Row &row)
{
    if (row.controls.isEmpty())
        return QStringLiteral("—");
    const QString first = row.controls.first().code;
    const auto others = row.controls.size() - 1;
    return others ? Say::tr("%1 +%2").arg(first).arg(others) : first;
}

QStringList controlCodes(const Row &row)
{
    QStringList codes;
    for (const Row::Shown &control : row.controls)
        codes.append(control.code);
    return codes;
}

QString controlsTip(const Row &row)
{
    QStringList lines;
    for (const Row::Shown &control : row.controls)
        lines.append(control.code + QStringLiteral("  ") + control.title);
    return lines.join(QLatin1Char('\n'));
}

Column<Row> nameColumn()
{
    Column<Row> column { { .id = QStringLiteral("title"),
                           .title = Say::tr("Name"),
                           .width = 180,
                           .flex = true,
                           .secondary = false,
                           .painter = cells::iconText(),
                           .edit = EditKind::Text },
                         [](const Row &row) { return row.name; } };
    column.value
        = [](const Row &row) { return row.isCollected() ? fileIconName(row.item) : QStringLiteral("file-clock"); };
    column.canEdit = [](const Row &row) { return row.isCollected(); };
    column.tip = [](const Row &row) {
        return row.isCollected() ? row.item.fileName + QLatin1Char('\n') + words::bytes(row.item.size)
                                 : Say::tr("Due and not collected: drop the files here");
    };
    return column;
}

Column<Row> controlsColumn()
{
    Column<Row> column {
        { .id = QStringLiteral("controls"), .title = Say::tr("Controls"), .width = 78, .hideOrder = 2 }, controlsText
    };
    column.tip = controlsTip;
    return column;
}

Column<Row> collectedColumn(const std::function<QDate()> &today)
{
    Column<Row> column { { .id = QStringLiteral("collected_on"),
                           .title = Say::tr("Collected"),
                           .width = 82,
                           .hideOrder = 1,
                           .edit = EditKind::Date },
                         [today](const Row &row) { return shortDate(row.item.collectedOn, today()); } };
    column.sort = [](const Row &row) { return row.item.collectedOn; };
    column.edited = [](const Row &row) { return row.item.collectedOn; };
    column.canEdit = [](const Row &row) { return row.isCollected(); };
    column.tip = [](const Row &row) { return words::longDate(row.item.collectedOn); };
    return column;
}

/// The one mark of a report of one date, with the day that speaks for the item.
StatusLook dateMark(const Row &row, const std::function<QDate()> &today)
{
    const QDate day = !row.item.performedOn.isEmpty() ? row.item.performedOn.last()
        : row.item.coversTo.isValid()                 ? row.item.coversTo
                                                      : row.item.collectedOn;
    return { Glyph::Diamond, look(row.state).tone, shortDate(day, today()) };
}

Column<Row> periodColumn(const std::function<QDate()> &today)
{
    Column<Row> column { { .id = QStringLiteral("period"),
                           .title = Say::tr("Shows the date"),
                           .width = 220,
                           .painter = windowPainter(),
                           .filterable = false },
                         [today](const Row &row) {
                             return row.period.first.isValid() ? periodInWords(row.period) : dateMark(row, today).text;
                         } };
    column.value = [today](const Row &row) {
        return row.period.first.isValid() ? QVariant::fromValue(row.period) : QVariant::fromValue(dateMark(row, today));
    };
    column.sort = [](const Row &row) { return row.covered.isEmpty() ? row.item.collectedOn : row.covered.to; };
    column.tip = [](const Row &row) { return row.period.first.isValid() ? periodInWords(row.period) : QString(); };
    return column;
}

Column<Row> freshnessColumn()
{
    Column<Row> column { { .id = QStringLiteral("freshness"),
                           .title = Say::tr("Freshness"),
                           .width = 116,
                           .secondary = false,
                           .painter = cells::status(),
                           .spokenTitle = true },
                         [](const Row &row) { return look(row.state).text; } };
    column.value = [](const Row &row) { return QVariant::fromValue(look(row.state)); };
    column.sort = [](const Row &row) { return static_cast<int>(row.state); };
    return column;
}

Column<Row> ownerColumn(const Project &project)
{
    Column<Row> column { { .id = QStringLiteral("owner_id"),
                           .title = Say::tr("Owner"),
                           .width = 104,
                           .hideOrder = 3,
                           .painter = cells::person(),
                           .edit = EditKind::Choice },
                         [](const Row &row) { return row.owner; } };
    column.edited = [](const Row &row) { return row.item.owner ? QVariant(row.item.owner.value) : QVariant(); };
    column.options = [&project](const Row &row) { return personOrNewChoices(project.records(), row.item.owner); };
    column.canEdit = [](const Row &row) { return row.isCollected(); };
    return column;
}

Column<Row> optional(const char *id, const QString &title, int width, QString (*text)(const Row &))
{
    return { { .id = QLatin1String(id), .title = title, .width = width, .optional = true }, text };
}

QString coversText(const Row &row)
{
    return words::span(row.item.coversFrom, row.item.coversTo);
}

QString performedText(const Row &row)
{
    QStringList dates;
    for (const QDate &day : row.item.performedOn)
        dates.append(words::date(day));
    return dates.join(QStringLiteral(", "));
}

QString sizeText(const Row &row)
{
    return row.isCollected() ? words::bytes(row.item.size) : QString();
}

QString kindText(const Row &row)
{
    return row.isCollected() ? words::term(row.item.kind) : QString();
}

QList<Column<Row>> optionalColumns()
{
    Column<Row> size = optional("size", Say::tr("Size"), 84, sizeText);
    size.alignment = Qt::AlignRight;
    size.sort = [](const Row &row) { return row.item.size; };
    Column<Row> covers = optional("covers", Say::tr("Covers"), 190, coversText);
    covers.sort = [](const Row &row) { return row.item.coversFrom; };
    return { optional("code", Say::tr("ID"), 72, [](const Row &row) { return row.item.code; }),
             optional("file_name", Say::tr("File"), 180, [](const Row &row) { return row.item.fileName; }),
             size,
             optional("kind", Say::tr("Kind"), 110, kindText),
             optional("performed_on", Say::tr("Performed"), 130, performedText),
             covers,
             optional("source_system", Say::tr("Source"), 120, [](const Row &row) { return row.item.sourceSystem; }),
             optional("sensitivity", Say::tr("Sensitivity"), 104,
                      [](const Row &row) { return row.isCollected() ? words::term(row.item.sensitivity) : QString(); }),
             optional("tags", Say::tr("Tags"), 110,
                      [](const Row &row) { return row.item.tags.join(QStringLiteral(", ")); }) };
}

GroupSummary summaryOf(const GroupKey &key, const QList<const Row *> &rows)
{
    GroupSummary summary;
    summary.count = Say::tr("%n item(s)", nullptr, static_cast<int>(rows.size()));
    TonePartList bar { { 0, Tone::Ok }, { 0, Tone::Warn }, { 0, Tone::Bad }, { 0, Tone::Neutral } };
    int attention = 0;
    for (const Row *row : rows) {
        const Tone tone = look(row->state).tone;
        for (TonePart &part : bar)
            part.count += part.tone == tone;
        attention += row->needsAttention();
    }
    summary.bar = bar;
    summary.barColumn = QStringLiteral("freshness");
    const QString name = key.code.isEmpty() ? key.title : key.code + QLatin1Char(' ') + key.title;
    summary.trailing = attention ? Say::tr("%n to do", nullptr, attention) : QString();
    const QString said
        = attention == 1 ? Say::tr("1 needs attention") : Say::tr("%n need attention", nullptr, attention);
    summary.spoken
        = Say::tr("%1, %2, %3", "group, count of items, how many need attention").arg(name, summary.count, said);
    return summary;
}

GroupKey noGroup(const QString &title)
{
    return { QStringLiteral("~"), {}, title, QStringLiteral("\uffff") };
}

QList<GroupKey> controlKeys(const Row &row)
{
    QList<GroupKey> keys;
    for (const Row::Shown &control : row.controls)
        keys.append({ control.id.toString(), control.code, control.title, control.code });
    return keys.isEmpty() ? QList<GroupKey> { noGroup(Say::tr("Not linked to a control")) } : keys;
}

QList<GroupKey> ownerKeys(const Row &row)
{
    return { row.owner.isEmpty() ? noGroup(Say::tr("No owner")) : GroupKey { row.owner, {}, row.owner, row.owner } };
}

QList<GroupKey> stateKeys(const Row &row)
{
    const int order = static_cast<int>(row.state);
    return { { QString::number(order), {}, look(row.state).text, order } };
}

QStringList orNone(const QStringList &values, const QString &none)
{
    return values.isEmpty() ? QStringList { none } : values;
}

QStringList categoryNames(const Row &row)
{
    QStringList names;
    for (const QString &word : row.categories)
        names.append(words::term(word));
    return names;
}

QStringList sharedWord(const Row &row)
{
    return { row.item.shared ? Say::tr("Shared") : Say::tr("Withheld") };
}

QList<FilterField<Row>> filters()
{
    return { { { QStringLiteral("freshness"), Say::tr("Freshness") },
               [](const Row &row) { return QStringList { look(row.state).text }; } },
             { { QStringLiteral("category"), Say::tr("Category") }, categoryNames },
             { { QStringLiteral("control"), Say::tr("Control") },
               [](const Row &row) { return orNone(controlCodes(row), Say::tr("None")); } },
             { { QStringLiteral("owner"), Say::tr("Owner") },
               [](const Row &row) { return QStringList { row.owner.isEmpty() ? Say::tr("No owner") : row.owner }; } },
             { { QStringLiteral("kind"), Say::tr("Kind") },
               [](const Row &row) { return QStringList { kindText(row) }; } },
             { { QStringLiteral("sensitivity"), Say::tr("Sensitivity") },
               [](const Row &row) { return QStringList { words::term(row.item.sensitivity) }; } },
             { { QStringLiteral("shared"), Say::tr("Auditor") }, sharedWord },
             { { QStringLiteral("tag"), Say::tr("Tag") }, [](const Row &row) { return row.item.tags; } } };
}

} // namespace

QString fileIconName(const Evidence &item)
{
    const QString &type = item.mediaType;
    if (item.kind == EvidenceKind::Link)
        return QStringLiteral("link");
    if (type.startsWith(QLatin1String("image/")))
        return QStringLiteral("file-image");
    if (type.contains(QLatin1String("spreadsheet")) || type.contains(QLatin1String("excel"))
        || type == QLatin1String("text/csv") || type == QLatin1String("text/tab-separated-values"))
        return QStringLiteral("file-spreadsheet");
    if (type.contains(QLatin1String("zip")) || type.contains(QLatin1String("compressed"))
        || type.contains(QLatin1String("tar")))
        return QStringLiteral("file-archive");
    if (item.kind == EvidenceKind::Configuration || type.contains(QLatin1String("json"))
        || type.contains(QLatin1String("xml")) || type.contains(QLatin1String("html")))
        return QStringLiteral("file-code");
    const bool text = type.startsWith(QLatin1String("text/")) || type == QLatin1String("application/pdf")
        || type.contains(QLatin1String("document"));
    return text ? QStringLiteral("file-text") : QStringLiteral("file");
}

RecordSpec<EvidenceRow> evidenceSpec(const Project &project, const std::function<QDate()> &today)
{
    RecordSpec<EvidenceRow> spec;
    spec.id = [](const Row &row) { return row.id(); };
    spec.columns = QList<Column<Row>> { nameColumn(),        controlsColumn(),  collectedColumn(today),
                                        periodColumn(today), freshnessColumn(), ownerColumn(project) }
        + optionalColumns();
    spec.groupings = { { { QStringLiteral("control"), Say::tr("Control") }, controlKeys, summaryOf },
                       { { QStringLiteral("owner"), Say::tr("Owner") }, ownerKeys, summaryOf },
                       { { QStringLiteral("state"), Say::tr("State") }, stateKeys, summaryOf } };
    spec.filters = filters();
    return spec;
}

} // namespace tb
