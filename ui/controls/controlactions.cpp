// What the control matrix does: each action is one command of the model and one step of undo.
#include "model/commands.h"
#include "model/controls/duplicatecontrol.h"
#include "reports/words/errors.h"
#include "reports/words/terms.h"
#include "ui/common/bulkbar.h"
#include "ui/common/choices.h"
#include "ui/common/formfields.h"
#include "ui/common/glyphicon.h"
#include "ui/common/recordtable.h"
#include "ui/common/valuedialog.h"
#include "ui/controls/controlcolumns.h"
#include "ui/controls/controlinspector.h"
#include "ui/controls/controlspane.h"
#include "ui/controls/notapplicabledialog.h"

#include <QMenu>

namespace tb {

namespace {

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

std::optional<QVariant> ControlsPane::shared(const QString &field, const QList<ControlId> &ids) const
{
    const Field<Control> *known = fieldOf<Control>(field);
    std::optional<QVariant> value;
    for (const ControlId id : ids) {
        const Control *control = context().project.records().controls.find(id);
        if (!control || !known)
            continue;
        const QVariant own = known->value(*control);
        if (value && *value != own)
            return std::nullopt;
        value = own;
    }
    return value.value_or(QVariant());
}

void ControlsPane::fillChoices(QMenu &menu, const QString &field, const QList<Choice> &choices)
{
    menu.clear();
    const QList<ControlId> ids = acting(); // whatever becomes of the selection while the menu is open
    const auto now = shared(field == QLatin1String("status") ? QStringLiteral("work_status") : field, ids);
    if (!now) {
        QAction *mixed = menu.addAction(tr("Mixed", "the selected controls differ"));
        mixed->setEnabled(false);
        menu.addSeparator();
    }
    for (const Choice &choice : choices) {
        QAction *action
            = menu.addAction(choice.look.glyph == Glyph::None ? QIcon() : glyphIcon(choice.look), choice.text);
        const bool none = !choice.value.isValid() || choice.value == QVariant(QString()); // nobody, not set
        const bool nothing = none && now && (now->isNull() || now->toString().isEmpty());
        action->setCheckable(true);
        action->setChecked(now && (nothing || choice.value == *now));
        connect(action, &QAction::triggered, this,
                [this, ids, field, value = choice.value] { setOn(ids, field, value); });
    }
}

QMenu *ControlsPane::choiceMenu(const QString &field, std::function<QList<Choice>()> choices)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(field + QStringLiteral("Menu"));
    connect(menu, &QMenu::aboutToShow, this,
            [this, menu, field, choices = std::move(choices)] { fillChoices(*menu, field, choices()); });
    return menu;
}

QMenu *ControlsPane::statusMenu()
{
    return choiceMenu(QStringLiteral("status"), &workStatusChoices);
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
    addBulkMenu(tr("Status"), QStringLiteral("circle-dot"), statusMenu());
    addBulkMenu(tr("Owner"), QStringLiteral("user"), choiceMenu(QStringLiteral("owner_id"), [this] {
                    return personOrNewChoices(context().project.records());
                }));
    addToBulk(addCommand(tr("Due date…"), QStringLiteral("calendar"), {}, &ControlsPane::askDueDate));
    addToBulk(addCommand(tr("Criteria…"), QStringLiteral("target"), {}, &ControlsPane::linkCriteria));
    addToBulk(addCommand(tr("Link evidence…"), QStringLiteral("link"), QKeySequence(Qt::CTRL | Qt::Key_L),
                         &ControlsPane::linkEvidence));
    addBulkMenu(tr("Frequency"), QStringLiteral("repeat"),
                choiceMenu(QStringLiteral("frequency"), &wordOrNoneChoices<Frequency>));
    addToBulk(addCommand(tr("Tag…"), QStringLiteral("tag"), {}, &ControlsPane::askTag));
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

void ControlsPane::setOn(const QList<ControlId> &ids, const QString &field, const QVariant &value)
{
    if (field == QLatin1String("status"))
        setStatus(value.toString(), ids);
    else
        withPerson(value, [this, field, ids](const QVariant &known) {
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
    if (!done || !showRecord(QStringLiteral("control"), draft.id.value))
        return;
    m_inspector->setCurrentTab(0);
    m_inspector->enter(); // its title is typed next
}

void ControlsPane::duplicateControl()
{
    const ControlId original { table().currentId() };
    if (!original)
        return;
    const ControlId copy { newKey() };
    const auto done = tb::duplicateControl(context().project, original, copy);
    report(done, true);
    if (done)
        showRecord(QStringLiteral("control"), copy.value);
}

void ControlsPane::deleteControls()
{
    if (!context().readOnly && !acting().isEmpty())
        report(removeRecords<Control>(context().project, acting()), true);
}

void ControlsPane::askDueDate()
{
    const QList<ControlId> ids = acting();
    auto *field = new DateField(QStringLiteral("target_on"));
    const auto now = shared(QStringLiteral("target_on"), ids);
    if (now)
        field->setValue(QDate::fromString(now->toString(), Qt::ISODate));
    const QString asked = tr("Date by which %1 shall be implemented").arg(countOf(ids));
    auto *dialog = new ValueDialog(tr("Due date"), now ? asked : tr("%1 (now: mixed)").arg(asked), field,
                                   tr("Set due date"), this);
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
    QMenu *status = statusMenu();
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
