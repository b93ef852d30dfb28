#include "reports/paint/donut.h"
#include "tests/ui/sample.h"
#include "ui/common/appearance.h"
#include "ui/common/bulkbar.h"
#include "ui/common/button.h"
#include "ui/common/cellwidget.h"
#include "ui/common/chipbar.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/donutwidget.h"
#include "ui/common/dropzone.h"
#include "ui/common/emptystate.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formfields.h"
#include "ui/common/icons.h"
#include "ui/common/inspectorform.h"
#include "ui/common/inspectorframe.h"
#include "ui/common/paneheader.h"
#include "ui/common/pill.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/recordtable.h"
#include "ui/common/section.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/steplist.h"
#include "ui/common/textstyle.h"
#include "ui/common/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>

using namespace tb;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QWidget *row(std::initializer_list<QWidget *> widgets)
{
    auto *box = new QWidget;
    auto *layout = new FlowLayout(12, box);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return box;
}

QWidget *column(std::initializer_list<QWidget *> widgets)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setSpacing(10);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return box;
}

QLabel *heading(const char *text)
{
    return makeLabel(s(text), TextStyle::BodyStrong);
}

QWidget *vocabulary()
{
    const QList<StatusLook> looks { { Glyph::DashedRing, Tone::Neutral, s("Not started") },
                                    { Glyph::HalfRing, Tone::Info, s("In progress") },
                                    { Glyph::ThreeQuarterRing, Tone::Review, s("In review") },
                                    { Glyph::TickDisc, Tone::Ok, s("Ready") },
                                    { Glyph::Triangle, Tone::Bad, s("Gap") },
                                    { Glyph::SlashRing, Tone::Neutral, s("Not applicable") },
                                    { Glyph::Clock, Tone::Warn, s("Due soon") },
                                    { Glyph::Octagon, Tone::Bad, s("Stale") },
                                    { Glyph::BrokenBar, Tone::Bad, s("Period gap") },
                                    { Glyph::Diamond, Tone::Warn, s("Medium") },
                                    { Glyph::HollowTriangle, Tone::Neutral, s("Low") },
                                    { Glyph::CrossDisc, Tone::Bad, s("Failed") },
                                    { Glyph::Plus, Tone::Ok, s("New") } };
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    auto *words = new QWidget;
    auto *flow = new FlowLayout(16, words);
    auto *pills = new QWidget;
    auto *pillFlow = new FlowLayout(8, pills);
    for (const StatusLook &look : looks) {
        flow->addWidget(new StatusLabel(look));
        auto *pill = new Pill;
        pill->setLook(look);
        pillFlow->addWidget(pill);
    }
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(words);
    layout->addWidget(pills);
    return box;
}

paint::Period period(QList<paint::Period::Span> spans, QList<paint::Period::Point> points)
{
    return { QDate(2025, 7, 1), QDate(2026, 6, 30), QDate(2026, 3, 12), std::move(spans), std::move(points) };
}

QWidget *bars()
{
    using paint::Period;
    const QDate a(2025, 7, 1);
    const QDate b(2025, 9, 30);
    const QDate c(2025, 12, 31);
    return column(
        { new CellWidget(
              cells::stackedBar(),
              QVariant::fromValue(TonePartList {
                  { 12, Tone::Ok }, { 3, Tone::Review }, { 4, Tone::Info }, { 2, Tone::Bad }, { 1, Tone::Neutral } }),
              {}),
          new CellWidget(cells::progress(), QVariant::fromValue(ProgressCell { 0.7, s("70 %") }), {}),
          new CellWidget(cells::period(),
                         QVariant::fromValue(period({ { a, b, Period::Cover::Covered },
                                                      { b.addDays(1), c, Period::Cover::Covered },
                                                      { c.addDays(1), QDate(2026, 3, 31), Period::Cover::Expected } },
                                                    {})),
                         {}),
          new CellWidget(
              cells::period(),
              QVariant::fromValue(period({ { a, QDate(2025, 11, 30), Period::Cover::Covered },
                                           { QDate(2025, 12, 1), QDate(2026, 3, 11), Period::Cover::Missing } },
                                         {})),
              {}),
          new CellWidget(cells::period(),
                         QVariant::fromValue(period(
                             { { a, b, Period::Cover::Covered }, { b.addDays(1), c, Period::Cover::Bridge } }, {})),
                         {}),
          new CellWidget(cells::period(),
                         QVariant::fromValue(period({},
                                                    { { QDate(2025, 7, 20), Period::Mark::Done },
                                                      { QDate(2025, 10, 20), Period::Mark::Done },
                                                      { QDate(2026, 1, 20), Period::Mark::Missed },
                                                      { QDate(2026, 4, 20), Period::Mark::Planned } })),
                         {}),
          new CellWidget(cells::diff(), QVariant::fromValue(DiffCell { s("In progress"), s("Gap") }), {}),
          new CellWidget(cells::diff(), QVariant::fromValue(DiffCell { {}, s("F-012") }), {}),
          new CellWidget(cells::evidenceSlots(), QVariant::fromValue(SlotsCell { 2, 4 }), {}) });
}

QWidget *fields()
{
    auto *form = new InspectorForm;
    form->addField(s("Owner"), new ChoiceField(s("owner"), { { s("Tobias Lind"), s("Tobias Lind"), {} } }));
    auto *wrong = form->addField(s("Due"), new TextField(s("due")));
    form->addField(s("Date"), new DateField(s("date")));
    auto *readOnly = form->addField(s("Approved"), new TextField(s("approved")));
    form->addField(s("How it works"), new LongTextField(s("how"), 3), true);
    form->setValues({ { s("owner"), s("Tobias Lind") },
                      { s("due"), s("31/02/2026") },
                      { s("date"), QDate(2026, 3, 20) },
                      { s("approved"), s("4 Jun 2025") },
                      { s("how"), s("Administrator roles are held by six named engineers.") } },
                    1);
    wrong->refuse(s("Not a date"));
    readOnly->setReadOnly(true);
    return form;
}

QWidget *choices()
{
    auto *on = new QCheckBox(s("On"));
    on->setChecked(true);
    auto *mixed = new QCheckBox(s("Mixed"));
    mixed->setTristate(true);
    mixed->setCheckState(Qt::PartiallyChecked);
    auto *one = new QRadioButton(s("One of"));
    one->setChecked(true);
    return row({ new QCheckBox(s("Off")), on, mixed, one, new QRadioButton(s("Other")) });
}

QWidget *buttons()
{
    auto *menu = makeButton(s("Export"), ButtonRole::Standard, s("download"));
    menu->setMenu(new QMenu(menu));
    auto *disabled = makeButton(s("Import…"));
    disabled->setEnabled(false);
    auto *segments = new SegmentedControl(s("View"));
    for (const char *name : { "Source", "Split", "Preview" })
        segments->addSegment(s(name));
    return row({ makeButton(s("New control"), ButtonRole::Primary, s("plus")),
                 makeButton(s("Import…"), ButtonRole::Standard, s("file-spreadsheet")),
                 makeButton(s("Link"), ButtonRole::Quiet, s("link")), menu, disabled,
                 makeButton(s("Erase 3 files"), ButtonRole::Danger), segments });
}

QWidget *components()
{
    auto *donut = new DonutWidget;
    donut->setSegments({ { s("Ready"), 58, Tone::Ok },
                         { s("In review"), 13, Tone::Review },
                         { s("In progress"), 15, Tone::Info },
                         { s("Gap"), 5, Tone::Bad },
                         { s("Not started"), 5, Tone::Neutral } });
    donut->setCentre(s("60%"), s("ready"));
    auto *progress = new ProgressStrip;
    progress->start(s("Building the auditor package, file 61 of 164"));
    progress->setProgress(370, {});
    auto *problem = new ProblemStrip;
    problem->setProblem(s("The workbook is open in another program."), s("Try again"), s("sharing violation"));
    auto *toastPane = new QWidget;
    toastPane->setFixedHeight(70);
    (new Toast(toastPane))->showMessage(s("Status of 4 controls set to In progress"), s("Undo"));
    auto *empty = new EmptyState;
    empty->setContent(s("inbox"), s("No requests yet"),
                      s("Import the auditor's request list, or add the first request yourself."));
    empty->addButton(makeButton(s("Import list…"), ButtonRole::Primary, s("file-spreadsheet")));
    empty->addButton(makeButton(s("New request"), ButtonRole::Standard, s("plus")));
    empty->setMinimumHeight(220);
    auto *confirm = new ConfirmDialog({ s("Erase 3 evidence files for good?"),
                                        s("Their contents leave the project file. The activity record keeps the names "
                                          "and hashes. This cannot be undone."),
                                        s("Erase 3 files"), s("Keep files"), true });
    confirm->setWindowFlags(Qt::Widget);
    auto *steps = new StepList;
    for (const char *name : { "Organisation", "Scope", "Protection" })
        steps->addStep(s(name));
    steps->setFinished(0, s("Northquill Software"));
    steps->setCurrent(1);
    auto *page = new QWidget;
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(32);
    layout->addWidget(column({ heading("Buttons"), buttons(), heading("Fields"), fields(), choices(),
                               heading("Status vocabulary"), vocabulary() }),
                      1);
    layout->addWidget(column({ heading("Painted bars"), bars(), donut, heading("Long work"), progress,
                               heading("Problem, inline"), problem, toastPane }),
                      1);
    layout->addWidget(column({ heading("Empty pane"), empty, heading("Confirmation"), confirm, heading("Steps"), steps,
                               new DropZone(s("Drop files here to add them as evidence"),
                                            s("Files are encrypted into the project.")) }),
                      1);
    QPalette palette = page->palette();
    palette.setColor(QPalette::Window, theme().surface);
    page->setPalette(palette);
    page->setAutoFillBackground(true);
    return page;
}

QWidget *matrix(TableRecords<Sample> &records)
{
    auto *pane = new QWidget;
    auto *header = new PaneHeader(s("Control matrix"));
    header->setCount(s("31 of 96 controls"));
    header->addButton(makeButton(s("Import…"), ButtonRole::Standard, s("file-spreadsheet")));
    header->addButton(makeButton(s("New control"), ButtonRole::Primary, s("plus")));
    auto *table = new RecordTable(records, s("gallery"));
    table->groupBy(s("criterion"));
    auto *chips = new ChipBar(*table);
    chips->setChips({ { s("owner"), { s("Daniel Berg"), s("Priya Raman") } } });
    auto *bulk = new BulkBar;
    for (const char *name : { "Status", "Owner", "Due date", "Criteria", "Link evidence…", "Tag" })
        bulk->addAction(new QAction(s(name), bulk));
    table->setCurrentId(4);
    table->setSelectedIds({ 3, 4, 8 });
    bulk->setCount(3);
    auto *inspector = new InspectorFrame;
    auto *details = new QWidget;
    auto *inner = new QVBoxLayout(details);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(fields());
    auto *section = new Section(s("Evidence"));
    section->setRemark(s("2 of 4 expected"));
    section->addButton(makeButton(s("Link"), ButtonRole::Quiet, s("link")));
    section->addContent(new StatusLabel({ Glyph::TickDisc, Tone::Ok, s("Current") }));
    inner->addWidget(section);
    inner->addStretch();
    inspector->addTab(s("Details"), details);
    inspector->addTab(s("Evidence"), new QWidget);
    inspector->addTab(s("Tests"), new QWidget);
    inspector->setTabCount(1, s("2/4"));
    inspector->setHeading(s("AC-04"), { Glyph::Triangle, Tone::Bad, s("Gap") },
                          s("Privileged access limited to named engineers"));
    inspector->setNote(s("Current row. Bulk changes apply to all 3 selected."));
    inspector->setFixedWidth(368);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(header);
    middle->addWidget(chips);
    middle->addWidget(table, 1);
    middle->addWidget(bulk);
    auto *layout = new QHBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(inspector);
    QPalette palette = pane->palette();
    palette.setColor(QPalette::Window, theme().surface);
    pane->setPalette(palette);
    return pane;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath());
    Appearance appearance;
    TableRecords<Sample> records(sampleSpec());
    records.assign(manySamples(60));
    for (const bool dark : { false, true }) {
        appearance.setMode(dark ? Appearance::Mode::Dark : Appearance::Mode::Light);
        const QString name = dark ? s("dark") : s("light");
        const std::unique_ptr<QWidget> page(components());
        page->resize(1440, 900);
        page->show();
        QApplication::sendPostedEvents();
        page->grab().save(folder.filePath(s("components-%1.png").arg(name)));
        const std::unique_ptr<QWidget> pane(matrix(records));
        pane->resize(1232, 820);
        pane->show();
        QApplication::sendPostedEvents();
        pane->grab().save(folder.filePath(s("matrix-%1.png").arg(name)));
    }
    return 0;
}
