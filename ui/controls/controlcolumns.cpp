#include "ui/controls/controlcolumns.h"

#include "model/project.h"
#include "ui/common/choices.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"
#include "ui/common/statuslooks.h"

#include <QCoreApplication>

namespace tb {

namespace {

/// The translation context of this file.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(ControlMatrix)
};

using Row = ControlRow;
constexpr int nearDays = 14; ///< a due date this near is shown in stronger ink

Column<Row> codeColumn()
{
    return { { .id = QStringLiteral("code"), .title = Say::tr("ID"), .width = 62 },
             [](const Row &row) { return row.control.code; } };
}

Column<Row> titleColumn()
{
    Column<Row> column {
        { .id = QStringLiteral("title"), .title = Say::tr("Control"), .width = 224, .flex = true, .secondary = false },
        [](const Row &row) { return row.control.title; }
    };
    column.tip = [](const Row &row) { return row.control.description; };
    return column;
}

Column<Row> ownerColumn(const Project &project)
{
    Column<Row> column { { .id = QStringLiteral("owner_id"),
                           .title = Say::tr("Owner"),
                           .width = 102,
                           .hideOrder = 3,
                           .painter = cells::person(),
                           .edit = EditKind::Choice },
                         [](const Row &row) { return row.owner; } };
    column.edited = [](const Row &row) { return row.control.owner ? QVariant(row.control.owner.value) : QVariant(); };
    column.options = [&project](const Row &row) { return personOrNewChoices(project.records(), row.control.owner); };
    return column;
}

template <Worded Enum> Column<Row> wordColumn(const char *id, const QString &title, int width, Enum Control::*member)
{
    Column<Row> column { { .id = QLatin1String(id), .title = title, .width = width, .edit = EditKind::Choice },
                         [member](const Row &row) { return words::term(row.control.*member); } };
    column.sort = [member](const Row &row) { return static_cast<int>(row.control.*member); };
    column.edited = [member](const Row &row) { return wordOf(row.control.*member); };
    column.options = [](const Row &) { return wordChoices<Enum>(); };
    return column;
}

QString frequencyText(const Row &row)
{
    return row.control.frequency ? words::term(row.control.frequency) : notSetChoice().text;
}

Column<Row> frequencyColumn()
{
    Column<Row> column { { .id = QStringLiteral("frequency"),
                           .title = Say::tr("Frequency"),
                           .width = 96,
                           .hideOrder = 1,
                           .edit = EditKind::Choice },
                         frequencyText };
    column.sort = [](const Row &row) { return row.control.frequency ? static_cast<int>(*row.control.frequency) : -1; };
    column.edited = [](const Row &row) { return wordOf(row.control.frequency); };
    column.options = [](const Row &) { return wordOrNoneChoices<Frequency>(); };
    return column;
}

Column<Row> slotsColumn()
{
    Column<Row> column { { .id = QStringLiteral("slots"),
                           .title = Say::tr("Evidence"),
                           .width = 86,
                           .hideOrder = 4,
                           .painter = cells::evidenceSlots() },
                         [](const Row &row) {
                             const auto &counted = row.slotCount;
                             return counted.kind == readiness::Slots::Kind::None
                                 ? QString()
                                 : Say::tr("%1 of %2 collected").arg(counted.filled).arg(counted.expected);
                         } };
    column.value = [](const Row &row) {
        return QVariant::fromValue(SlotsCell { row.slotCount.filled, row.slotCount.expected });
    };
    column.sort = [](const Row &row) {
        return row.slotCount.expected ? row.slotCount.filled * 1000 / row.slotCount.expected : 1001;
    };
    return column;
}

/// A status with the mark of an exception, which stays whatever the status says.
struct MarkedStatus
{
    StatusLook status;
    bool exception = false;
};

/// Glyph and word of the status; the exception's glyph at the right edge.
class MarkedStatusPainter final : public CellPainter
{
public:
    void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const override
    {
        const auto shown = value.value<MarkedStatus>();
        CellContext rest = cell;
        if (shown.exception) {
            const StatusLook mark = exceptionLook();
            const QRect edge(cell.rect.right() + 1 - metrics::glyph(), cell.rect.top(), metrics::glyph(),
                             cell.rect.height());
            drawGlyph(painter, edge, mark.glyph, mark.tone, cell.ground);
            rest.rect.setRight(edge.left() - 4);
        }
        cells::status()->paint(painter, rest, QVariant::fromValue(shown.status));
    }
};

const CellPainter *markedStatus()
{
    static const MarkedStatusPainter painter;
    return &painter;
}

/// What is spoken and searched: the mark belongs to it.
QString statusWords(const Row &row)
{
    return row.exception ? Say::tr("%1, exception", "status").arg(row.status.text) : row.status.text;
}

QString statusTip(const Row &row)
{
    QStringList lines { Say::tr("Work status: %1.").arg(words::term(row.control.workStatus)) };
    if (!row.reason.isEmpty())
        lines.append(Say::tr("Stands against it: %1").arg(row.reason));
    if (row.exception)
        lines.append(exceptionMeaning());
    return lines.join(QLatin1Char('\n'));
}

Column<Row> statusColumn()
{
    Column<Row> column { { .id = QStringLiteral("status"),
                           .title = Say::tr("Status"),
                           .width = 132,
                           .secondary = false,
                           .painter = markedStatus(),
                           .edit = EditKind::Choice,
                           .numbered = true,
                           .spokenTitle = true },
                         statusWords };
    column.value = [](const Row &row) { return QVariant::fromValue(MarkedStatus { row.status, row.exception }); };
    column.sort = [](const Row &row) { return static_cast<int>(row.state); };
    column.edited = [](const Row &row) { return wordOf(row.control.workStatus); };
    column.options = [](const Row &) { return workStatusChoices(); };
    column.note = [](const Row &row) {
        return row.reason.isEmpty() ? QString()
                                    : Say::tr("%1: %2", "shown status, why").arg(row.status.text, row.reason);
    };
    column.tip = statusTip;
    return column;
}

Column<Row> dueColumn(const std::function<QDate()> &today)
{
    Column<Row> column { { .id = QStringLiteral("target_on"),
                           .title = Say::tr("Due"),
                           .width = 96,
                           .hideOrder = 2,
                           .alignment = Qt::AlignRight,
                           .painter = cells::due(),
                           .edit = EditKind::Date },
                         [](const Row &row) { return words::date(row.due); } };
    column.value = [today](const Row &row) {
        const qint64 days = row.due.isValid() ? today().daysTo(row.due) : nearDays + 1;
        const QString shown = row.due.isValid() ? QLocale().toString(row.due, QStringLiteral("d MMM")) : QString();
        return QVariant::fromValue(
            DueCell { row.due, shown, days < 0 ? static_cast<int>(-days) : 0, days <= nearDays });
    };
    column.sort = [](const Row &row) { return row.due; };
    column.edited = [](const Row &row) { return row.control.targetOn; };
    column.canEdit = [](const Row &row) { return row.control.workStatus != WorkStatus::Implemented; };
    column.tip = [](const Row &row) {
        return row.control.workStatus == WorkStatus::Implemented
            ? Say::tr("Next due date, computed from the frequency")
            : Say::tr("Date by which the control shall be implemented");
    };
    return column;
}

QStringList codesOf(const Row &row)
{
    QStringList codes;
    for (const Row::Served &served : row.criteria)
        codes.append(served.code);
    return codes;
}

Column<Row> optionalColumn(const char *id, const QString &title, int width, QString (*text)(const Row &))
{
    return { { .id = QLatin1String(id), .title = title, .width = width, .optional = true }, text };
}

template <Worded Enum> Column<Row> optionalWords(const char *id, const QString &title, int width, Enum Control::*member)
{
    Column<Row> column = wordColumn<Enum>(id, title, width, member);
    column.optional = true;
    return column;
}

Column<Row> lastTestColumn()
{
    Column<Row> column { { .id = QStringLiteral("last_test"),
                           .title = Say::tr("Last test"),
                           .width = 116,
                           .optional = true,
                           .painter = cells::status() },
                         [](const Row &row) {
                             return row.testedOn.isValid() ? Say::tr("%1, %2", "date of the test, conclusion")
                                                                 .arg(words::date(row.testedOn), look(row.tested).text)
                                                           : QString();
                         } };
    column.value = [](const Row &row) {
        if (!row.testedOn.isValid())
            return QVariant::fromValue(StatusLook());
        StatusLook shown = look(row.tested);
        shown.text = words::date(row.testedOn);
        return QVariant::fromValue(shown);
    };
    column.sort = [](const Row &row) { return row.testedOn; };
    column.tip = column.display;
    return column;
}

QList<Column<Row>> columns(const Project &project, const std::function<QDate()> &today)
{
    return { codeColumn(),
             titleColumn(),
             ownerColumn(project),
             frequencyColumn(),
             slotsColumn(),
             statusColumn(),
             dueColumn(today),
             optionalWords<ControlKind>("kind", Say::tr("Type"), 96, &Control::kind),
             optionalWords<ControlNature>("nature", Say::tr("Nature"), 120, &Control::nature),
             optionalColumn("criteria", Say::tr("Criteria"), 110,
                            [](const Row &row) { return codesOf(row).join(QStringLiteral(", ")); }),
             optionalColumn("tags", Say::tr("Tags"), 110,
                            [](const Row &row) { return row.control.tags.join(QStringLiteral(", ")); }),
             optionalColumn("policies", Say::tr("Policies"), 110,
                            [](const Row &row) { return row.policies.join(QStringLiteral(", ")); }),
             lastTestColumn(),
             optionalColumn("exception", Say::tr("Exception"), 84,
                            [](const Row &row) { return row.exception ? exceptionLook().text : QString(); }) };
}

GroupSummary summaryOf(const GroupKey &key, const QList<const Row *> &rows)
{
    readiness::StateCounts counts;
    for (const Row *row : rows)
        ++counts.by.at(static_cast<std::size_t>(row->state));
    GroupSummary summary;
    summary.count = words::subjectCount(QStringLiteral("control"), rows.size());
    summary.bar = barOf(counts);
    summary.trailing = Say::tr("%1/%2 ready").arg(counts.ready()).arg(counts.total());
    summary.barColumn = QStringLiteral("status");
    const QString name = key.code.isEmpty() ? key.title : key.code + QLatin1Char(' ') + key.title;
    summary.spoken = Say::tr("%1, %2, %3 ready").arg(name, summary.count).arg(counts.ready());
    return summary;
}

GroupKey noGroup(const QString &title)
{
    return { QStringLiteral("~"), {}, title, QStringLiteral("\uffff") };
}

QList<GroupKey> criterionKeys(const Row &row)
{
    QList<GroupKey> keys;
    for (const Row::Served &served : row.criteria)
        keys.append({ served.id.toString(), served.code, served.title, served.rank });
    return keys.isEmpty() ? QList<GroupKey> { noGroup(Say::tr("No criterion yet")) } : keys;
}

QList<GroupKey> ownerKeys(const Row &row)
{
    return { row.owner.isEmpty() ? noGroup(Say::tr("No owner")) : GroupKey { row.owner, {}, row.owner, row.owner } };
}

QList<GroupKey> statusKeys(const Row &row)
{
    return { { wordOf(row.state), {}, row.status.text, static_cast<int>(row.state) } };
}

QList<GroupKey> categoryKeys(const Row &row)
{
    QList<GroupKey> keys;
    for (const Row::Served &served : row.criteria) {
        const GroupKey key {
            wordOf(served.category), {}, words::term(served.category), static_cast<int>(served.category)
        };
        const bool known = std::any_of(keys.cbegin(), keys.cend(), [&](const GroupKey &k) { return k.id == key.id; });
        if (!known)
            keys.append(key);
    }
    return keys.isEmpty() ? QList<GroupKey> { noGroup(Say::tr("No category")) } : keys;
}

QList<Grouping<Row>> groupings()
{
    return { { { QStringLiteral("criterion"), Say::tr("Criterion") }, criterionKeys, summaryOf },
             { { QStringLiteral("owner"), Say::tr("Owner") }, ownerKeys, summaryOf },
             { { QStringLiteral("status"), Say::tr("Status") }, statusKeys, summaryOf },
             { { QStringLiteral("category"), Say::tr("Category") }, categoryKeys, summaryOf } };
}

QStringList categoryNames(const Row &row)
{
    QStringList names;
    for (const GroupKey &key : categoryKeys(row))
        names.append(key.title);
    return names;
}

QList<FilterField<Row>> filters()
{
    return {
        { { QStringLiteral("category"), Say::tr("Category") }, categoryNames },
        { { QStringLiteral("owner"), Say::tr("Owner") },
          [](const Row &row) { return QStringList { row.owner.isEmpty() ? Say::tr("No owner") : row.owner }; } },
        { { QStringLiteral("status"), Say::tr("Status") },
          [](const Row &row) { return QStringList { row.status.text }; } },
        { { QStringLiteral("exception"), exceptionLook().text },
          [](const Row &row) {
              return QStringList { row.exception ? exceptionLook().text : Say::tr("No exception") };
          } },
        { { QStringLiteral("frequency"), Say::tr("Frequency") },
          [](const Row &row) { return QStringList { frequencyText(row) }; } },
        { { QStringLiteral("kind"), Say::tr("Type") },
          [](const Row &row) { return QStringList { words::term(row.control.kind) }; } },
        { { QStringLiteral("criterion"), Say::tr("Criterion") }, codesOf },
        { { QStringLiteral("tag"), Say::tr("Tag") }, [](const Row &row) { return row.control.tags; } },
    };
}

} // namespace

QString exceptionMeaning()
{
    return Say::tr("Exception: in the window an occurrence was late or missing, or the control did not work as "
                   "described. The mark stays in the record.");
}

RecordSpec<ControlRow> controlSpec(const Project &project, const std::function<QDate()> &today)
{
    RecordSpec<ControlRow> spec;
    spec.id = [](const Row &row) { return row.control.id.value; };
    spec.columns = columns(project, today);
    spec.groupings = groupings();
    spec.filters = filters();
    return spec;
}

QList<Choice> workStatusChoices()
{
    QList<Choice> choices;
    for (const WorkStatus status :
         { WorkStatus::NotStarted, WorkStatus::InProgress, WorkStatus::Implemented, WorkStatus::NotApplicable })
        choices.append({ wordOf(status), words::term(status), look(status) });
    choices.append({ signOffChoice, Say::tr("Sign off as reviewer"), { Glyph::TickDisc, Tone::Ok, {} } });
    return choices;
}

} // namespace tb
