// What the control matrix does: each action is one command of the model and one step of undo.
#include "model/commands.h"
#include "reports/words/errors.h"
#include "reports/words/terms.h"
#include "ui/common/bulkbar.h"
#include "ui/common/choices.h"
#include "ui/common/formfields.h"
#include "ui/common/glyphicon.h"
#include "ui/common/pickdialog.h"
#include "ui/common/recordtable.h"
#include "ui/common/valuedialog.h"
#include "ui/controls/controlcolumns.h"
#include "ui/controls/controlinspector.h"
#include "ui/controls/controlspane.h"
#include "ui/controls/notapplicabledialog.h"

#include <QMenu>

namespace tb {

namespace {

/// Checked, unchecked or partly, by how many of @p ids have the link.
Qt::CheckState shareOf(qsizetype linked, qsizetype of)
{
    return linked == 0 ? Qt::Unchecked : linked == of ? Qt::Checked : Qt::PartiallyChecked;
}

QList<qint64> keysOf(const QList<ControlId> &ids)
{
    QList<qint64> keys;
    for (const ControlId id : ids)
        keys.append(id.value);
    return keys;
}

/// "AC-" of "AC-04": what a new code starts with.
QString prefixOf(const QString &code)
{
    return code.contains(QLatin1Char('-')) ? code.left(code.lastIndexOf(QLatin1Char('-')) + 1) : QStringLiteral("C-");
}

QString countOf(const QList<ControlId> &ids)
{
    return words::subjectCount(QStringLiteral("control"), ids.size());
}

QStringList codesOf(const Records &records)
{
    QStringList codes;
    for (const Control &control : records.controls.all())
        codes.append(control.code);
    return codes;
}

} // namespace

QMenu *ControlsPane::choiceMenu(const QString &field, const QList<Choice> &choices)
{
    auto *menu = new QMenu(this);
    for (const Choice &choice : choices) {
        QAction *action
            = menu->addAction(choice.look.glyph == Glyph::None ? QIcon() : glyphIcon(choice.look), choice.text);
        connect(action, &QAction::triggered, this, [this, field, value = choice.value] { setOnActing(field, value); });
    }
    return menu;
}

void ControlsPane::setupActions()
{
    QAction *create
        = addCommand(tr("New control"), QStringLiteral("plus"), QKeySequence::New, &ControlsPane::createControl);
    addHeaderButton(create, QStringLiteral("newControl"), true);
    m_editing = { create,
                  addCommand(tr("Duplicate control"), QStringLiteral("copy"), QKeySequence(Qt::CTRL | Qt::Key_D),
                             &ControlsPane::duplicateControl),
                  addCommand(tr("Delete controls"), QStringLiteral("trash-2"), {}, &ControlsPane::deleteControls) };
    const auto addToBulk = [this](QAction *action) {
        bulk().addAction(action);
        m_editing.append(action);
    };
    addBulkMenu(tr("Status"), QStringLiteral("circle-dot"), choiceMenu(QStringLiteral("status"), workStatusChoices()));
    addBulkMenu(tr("Owner"), QStringLiteral("user"), ownerMenu());
    addToBulk(addCommand(tr("Due date…"), QStringLiteral("calendar"), {}, &ControlsPane::askDueDate));
    addToBulk(addCommand(tr("Criteria…"), QStringLiteral("target"), {}, &ControlsPane::linkCriteria));
    addToBulk(addCommand(tr("Link evidence…"), QStringLiteral("link"), QKeySequence(Qt::CTRL | Qt::Key_L),
                         &ControlsPane::linkEvidence));
    addBulkMenu(tr("Frequency"), QStringLiteral("repeat"),
                choiceMenu(QStringLiteral("frequency"), wordOrNoneChoices<Frequency>()));
    addToBulk(addCommand(tr("Tag…"), QStringLiteral("tag"), {}, &ControlsPane::askTag));
}

QMenu *ControlsPane::ownerMenu()
{
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const Choice &person : personOrNewChoices(context().project.records()))
            connect(menu->addAction(person.text), &QAction::triggered, this,
                    [this, person] { setOnActing(QStringLiteral("owner_id"), person.value); });
    });
    return menu;
}

void ControlsPane::editCell(qint64 id, const QString &column, const QVariant &value)
{
    if (column == QLatin1String("status"))
        setStatus(value.toString(), { { id } });
    else
        withPerson(value, [this, id, column](const QVariant &known) {
            report(setFields<Control>(context().project, { { id } }, { { column, known } }), false);
        });
}

void ControlsPane::editField(const QString &field, const QVariant &value)
{
    const ControlId id { table().currentId() };
    if (!id)
        return;
    if (field == QLatin1String("work_status")) {
        setStatus(value.toString(), { id });
        showCurrent(); // a question may have been asked first: until answered, the stored status stands
        return;
    }
    withPerson(value, [this, id, field](const QVariant &known) { setField(id, field, known); });
}

void ControlsPane::setField(ControlId id, const QString &field, const QVariant &value)
{
    const auto done = setFields<Control>(context().project, { id }, { { field, value } });
    if (done)
        m_inspector->accept(field);
    else if (!done.error().problems.isEmpty())
        m_inspector->refuse(field, words::sentence(done.error().problems.first(), QStringLiteral("control")));
    else
        report(done, false);
}

void ControlsPane::setOnActing(const QString &field, const QVariant &value)
{
    if (field == QLatin1String("status"))
        setStatus(value.toString(), acting());
    else
        withPerson(value, [this, field, ids = acting()](const QVariant &known) {
            report(setFields<Control>(context().project, ids, { { field, known } }), true);
        });
}

void ControlsPane::setStatus(const QString &choice, const QList<ControlId> &ids)
{
    if (context().readOnly || ids.isEmpty())
        return;
    if (choice == signOffChoice)
        return signOffAs(ids);
    const WorkStatus status = fromWord<WorkStatus>(choice).value_or(WorkStatus::NotStarted);
    if (status == WorkStatus::NotApplicable)
        return askNotApplicable(ids);
    report(setWorkStatus(context().project, ids, status, context().today()), ids.size() > 1);
}

void ControlsPane::askNotApplicable(const QList<ControlId> &ids)
{
    auto *dialog
        = new NotApplicableDialog(static_cast<int>(ids.size()), personChoices(context().project.records()), this);
    connect(dialog, &NotApplicableDialog::agreed, this, [this, ids](const QString &reason, qint64 approver) {
        report(setNotApplicable(context().project, ids, reason, { approver }), ids.size() > 1);
    });
    dialog->open();
}

void ControlsPane::signOffAs(const QList<ControlId> &ids)
{
    const auto done = signOff(context().project, ids, context().project.actor(), context().today());
    report(done, ids.size() > 1);
}

void ControlsPane::createControl()
{
    const ControlRow *current = m_rows.find(table().currentId());
    Control draft;
    draft.id.value = newKey();
    draft.code
        = nextCode(codesOf(context().project.records()), prefixOf(current ? current->control.code : QString()), 2);
    draft.title = tr("New control");
    const auto done = context().project.change([&](Connection &) -> Status {
        if (const auto made = createRecord(context().project, draft); !made)
            return made.error();
        if (!current || current->criteria.isEmpty())
            return Ok {};
        // A new control starts under the criterion that the person looks at.
        const auto linked = setLinks(context().project, controlCriterion, { draft.id.value },
                                     { current->criteria.first().id.value }, true);
        return linked ? Status(Ok {}) : Status(linked.error());
    });
    report(done, false);
    if (done && showRecord(QStringLiteral("control"), draft.id.value))
        m_inspector->setFocus();
}

void ControlsPane::duplicateControl()
{
    const Control *original = context().project.records().controls.find({ table().currentId() });
    if (!original)
        return;
    Control copy = *original;
    copy.id.value = newKey();
    copy.code = nextCode(codesOf(context().project.records()), prefixOf(original->code), 2);
    copy.originKey.clear();
    copy.originHash.clear();
    copy.revisedOn = {}; // the earlier wordings stay with the original, so the copy holds from its own start
    copy.signedOffBy = {};
    copy.signedOffOn = {};
    copy.signedOffHash.clear();
    const QList<qint64> criteria = context().project.records().controlCriteria.rightsOf(original->id.value);
    const auto done = context().project.change([&](Connection &) -> Status {
        if (const auto made = createRecord(context().project, copy); !made)
            return made.error();
        const auto linked = setLinks(context().project, controlCriterion, { copy.id.value }, criteria, true);
        return linked ? Status(Ok {}) : Status(linked.error());
    });
    report(done, true);
    if (done)
        showRecord(QStringLiteral("control"), copy.id.value);
}

void ControlsPane::deleteControls()
{
    if (!context().readOnly && !acting().isEmpty())
        report(removeRecords<Control>(context().project, acting()), true);
}

void ControlsPane::linkCriteria()
{
    const QList<ControlId> ids = acting();
    if (ids.isEmpty())
        return;
    const Records &records = context().project.records();
    QList<PickItem> items;
    for (const Criterion &criterion : records.criteria.all()) {
        const auto linked = std::count_if(ids.cbegin(), ids.cend(), [&](ControlId id) {
            return records.controlCriteria.contains(id.value, criterion.id.value);
        });
        items.append({ criterion.id.value, criterion.code, criterion.title, shareOf(linked, ids.size()) });
    }
    auto *dialog = new PickDialog(tr("Criteria of %1").arg(countOf(ids)), tr("Link"), items, this);
    connect(dialog, &PickDialog::picked, this, [this, ids](const QList<qint64> &added, const QList<qint64> &removed) {
        report(changeLinks(context().project, controlCriterion, keysOf(ids), added, removed), true);
    });
    dialog->open();
}

void ControlsPane::linkEvidence()
{
    const QList<ControlId> ids = acting();
    if (ids.isEmpty())
        return;
    const Records &records = context().project.records();
    QList<PickItem> items;
    for (const Evidence &item : records.evidence.all()) {
        const auto linked = std::count_if(ids.cbegin(), ids.cend(), [&](ControlId id) {
            return records.evidenceControls.contains(item.id.value, id.value);
        });
        items.append({ item.id.value, item.code, item.title, shareOf(linked, ids.size()) });
    }
    auto *dialog = new PickDialog(tr("Evidence of %1").arg(countOf(ids)), tr("Link"), items, this);
    connect(dialog, &PickDialog::picked, this, [this, ids](const QList<qint64> &added, const QList<qint64> &removed) {
        report(changeLinksFromRight(context().project, evidenceControl, keysOf(ids), added, removed), true);
    });
    dialog->open();
}

void ControlsPane::askDueDate()
{
    const QList<ControlId> ids = acting();
    auto *dialog = new ValueDialog(tr("Due date"), tr("Date by which %1 shall be implemented").arg(countOf(ids)),
                                   new DateField(QStringLiteral("target_on")), tr("Set due date"), this);
    connect(dialog, &ValueDialog::chosen, this, [this, ids](const QVariant &value) {
        report(setFields<Control>(context().project, ids, { { QStringLiteral("target_on"), value } }), true);
    });
    dialog->open();
}

void ControlsPane::askTag()
{
    const QList<ControlId> ids = acting();
    auto *dialog = new ValueDialog(tr("Tag"), tr("Tag to add to %1").arg(countOf(ids)),
                                   new TextField(QStringLiteral("tag")), tr("Add tag"), this);
    connect(dialog, &ValueDialog::chosen, this, [this, ids](const QVariant &value) {
        QList<Control> tagged;
        for (const ControlId id : ids) {
            const Control *control = context().project.records().controls.find(id);
            const QString tag = value.toString().trimmed();
            if (!control || tag.isEmpty() || control->tags.contains(tag))
                continue;
            tagged.append(*control);
            tagged.last().tags.append(tag);
        }
        if (!tagged.isEmpty())
            report(saveRecords(context().project, tagged), true);
    });
    dialog->open();
}

void ControlsPane::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu *status = choiceMenu(QStringLiteral("status"), workStatusChoices());
    status->setTitle(tr("Status"));
    status->setParent(menu, status->windowFlags());
    status->setEnabled(!context().readOnly);
    menu->addMenu(status);
    menu->addSeparator();
    for (QAction *action : std::as_const(m_editing))
        menu->addAction(action);
    menu->popup(at);
}

} // namespace tb
