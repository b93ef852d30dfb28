// What the evidence pane does to items that are there: each action is one command of the model and one step of undo.
#include "model/commands.h"
#include "model/evidence/erase.h"
#include "reports/words/errors.h"
#include "ui/common/bulkbar.h"
#include "ui/common/choices.h"
#include "ui/common/formfields.h"
#include "ui/common/linkshare.h"
#include "ui/common/pickdialog.h"
#include "ui/common/prompts.h"
#include "ui/common/recordtable.h"
#include "ui/common/valuedialog.h"
#include "ui/evidence/datesdialog.h"
#include "ui/evidence/evidenceinspector.h"
#include "ui/evidence/evidencepane.h"

#include <QMenu>

namespace tb {

namespace {

QList<qint64> keysOf(const QList<EvidenceId> &ids)
{
    QList<qint64> keys;
    for (const EvidenceId id : ids)
        keys.append(id.value);
    return keys;
}

int countOf(const QList<EvidenceId> &ids)
{
    return static_cast<int>(ids.size());
}

} // namespace

QAction *EvidencePane::add(const QString &name, const QString &icon, const QKeySequence &keys, Slot slot, Needs needs)
{
    m_actions.append(addCommand(name, icon, keys, slot, needs));
    return m_actions.last();
}

void EvidencePane::setupActions()
{
    QAction *files = add(tr("Add files…"), QStringLiteral("plus"), QKeySequence::New, &EvidencePane::addFiles);
    add(tr("Add folder…"), QStringLiteral("folder"), {}, &EvidencePane::addFolder);
    add(tr("Paste"), QStringLiteral("clipboard-paste"), QKeySequence::Paste, &EvidencePane::paste);
    addHeaderButton(files, QStringLiteral("addFiles"), true);
}

void EvidencePane::setupBulkBar()
{
    const auto both = [this](const QString &name, const QString &icon, const QKeySequence &keys, Slot slot,
                             Needs needs = Needs::Writing) { bulk().addAction(add(name, icon, keys, slot, needs)); };
    both(tr("Link to controls…"), QStringLiteral("link"), QKeySequence(Qt::CTRL | Qt::Key_L),
         &EvidencePane::linkControls);
    addBulkMenu(tr("Owner"), QStringLiteral("user"), ownerMenu());
    both(tr("Dates…"), QStringLiteral("calendar"), {}, &EvidencePane::askDates);
    addBulkMenu(tr("Share"), QStringLiteral("users"), shareMenu());
    both(tr("Tag…"), QStringLiteral("tag"), {}, &EvidencePane::askTag);
    both(tr("Save copies…"), QStringLiteral("download"), {}, &EvidencePane::saveCopies, Needs::Nothing);
    add(tr("Open with another program"), QStringLiteral("external-link"), {}, &EvidencePane::openExternally,
        Needs::Nothing);
    add(tr("Replace file…"), QStringLiteral("refresh-cw"), {}, &EvidencePane::replaceFile);
    both(tr("Delete"), QStringLiteral("trash-2"), {}, &EvidencePane::deleteItems);
    add(tr("Erase content for good…"), QStringLiteral("ban"), {}, &EvidencePane::eraseItems);
}

QMenu *EvidencePane::ownerMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("ownerMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        // The menu speaks of what is selected now, whatever becomes of the selection while it is open.
        for (const Choice &person : personOrNewChoices(context().project.records()))
            connect(menu->addAction(person.text), &QAction::triggered, this, [this, person, ids = acting()] {
                withPerson(person.value, [this, ids](const QVariant &known) {
                    setOn(ids, { { QStringLiteral("owner_id"), known } });
                });
            });
    });
    return menu;
}

QMenu *EvidencePane::shareMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("shareMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const QList<EvidenceId> ids = acting();
        connect(menu->addAction(tr("Share with the auditor")), &QAction::triggered, this, [this, ids] {
            setOn(ids, { { QStringLiteral("shared"), true }, { QStringLiteral("withheld_reason"), QString() } });
        });
        connect(menu->addAction(tr("Withhold from the auditor…")), &QAction::triggered, this,
                [this, ids] { withhold(ids); });
    });
    return menu;
}

void EvidencePane::editFields(const QList<FieldValue> &values)
{
    const EvidenceId id { table().currentId() };
    if (!id)
        return;
    if (values.size() != 1)
        return setFieldsOf(id, values);
    withPerson(values.first().value, [this, id, field = values.first().field](const QVariant &known) {
        setFieldsOf(id, { { field, known } });
    });
}

void EvidencePane::setFieldsOf(EvidenceId id, const QList<FieldValue> &values)
{
    const auto done = setFields<Evidence>(context().project, { id }, values);
    if (done) {
        m_inspector->accept(values);
    } else if (!done.error().problems.isEmpty()) {
        const FieldProblem &problem = done.error().problems.first();
        m_inspector->refuse(problem.field, words::sentence(problem, QStringLiteral("evidence")));
    } else {
        report(done, false);
    }
}

void EvidencePane::setOn(const QList<EvidenceId> &ids, const QList<FieldValue> &values)
{
    if (!context().readOnly && !ids.isEmpty())
        report(setFields<Evidence>(context().project, ids, values), true);
}

void EvidencePane::linkControls()
{
    const QList<EvidenceId> ids = acting();
    if (ids.isEmpty() || context().readOnly)
        return;
    const Records &records = context().project.records();
    const LinkShare share(ids, [&records](qint64 item) { return records.evidenceControls.rightsOf(item); });
    QList<PickItem> items;
    for (const Control &control : records.controls.all())
        items.append({ control.id.value, control.code, control.title, share.of(control.id.value) });
    std::sort(items.begin(), items.end(), [](const PickItem &a, const PickItem &b) { return a.code < b.code; });
    auto *dialog = new PickDialog(tr("Controls of %n item(s)", nullptr, countOf(ids)), tr("Link"), items, this);
    connect(dialog, &PickDialog::picked, this, [this, ids](const QList<qint64> &added, const QList<qint64> &removed) {
        report(changeLinks(context().project, evidenceControl, keysOf(ids), added, removed), true);
    });
    dialog->open();
}

void EvidencePane::unlink(ControlId control)
{
    report(setLinks(context().project, evidenceControl, { table().currentId() }, { control.value }, false), true);
}

void EvidencePane::askDates()
{
    const QList<EvidenceId> ids = acting();
    if (ids.isEmpty())
        return;
    auto *dialog = new DatesDialog(countOf(ids), this);
    connect(dialog, &DatesDialog::chosen, this, [this, ids](const QList<FieldValue> &values) {
        report(setFields<Evidence>(context().project, ids, values), true);
    });
    dialog->open();
}

void EvidencePane::askTag()
{
    const QList<EvidenceId> ids = acting();
    if (ids.isEmpty())
        return;
    auto *dialog = new ValueDialog(tr("Tag"), tr("Tag to add to %n item(s)", nullptr, countOf(ids)),
                                   new TextField(QStringLiteral("tag")), tr("Add tag"), this);
    connect(dialog, &ValueDialog::chosen, this, [this, ids](const QVariant &value) {
        const QString tag = value.toString().trimmed();
        QList<Evidence> tagged;
        for (const EvidenceId id : ids) {
            const Evidence *item = context().project.records().evidence.find(id);
            if (!item || tag.isEmpty() || item->tags.contains(tag))
                continue;
            tagged.append(*item);
            tagged.last().tags.append(tag);
        }
        if (!tagged.isEmpty())
            report(saveRecords(context().project, tagged), true);
    });
    dialog->open();
}

void EvidencePane::withhold(const QList<EvidenceId> &ids)
{
    if (ids.isEmpty())
        return;
    auto *dialog = new ValueDialog(tr("Withhold"),
                                   tr("Why is it not shared with the auditor? %n item(s)", nullptr, countOf(ids)),
                                   new TextField(QStringLiteral("withheld_reason")), tr("Withhold"), this);
    connect(dialog, &ValueDialog::chosen, this, [this, ids](const QVariant &reason) {
        report(
            setFields<Evidence>(context().project, ids,
                                { { QStringLiteral("shared"), false }, { QStringLiteral("withheld_reason"), reason } }),
            true);
    });
    dialog->open();
}

void EvidencePane::deleteItems()
{
    const QList<EvidenceId> ids = acting();
    if (!context().readOnly && !ids.isEmpty())
        report(removeRecords<Evidence>(context().project, ids), true);
}

void EvidencePane::eraseItems()
{
    const QList<EvidenceId> ids = acting();
    if (ids.isEmpty())
        return;
    const int count = countOf(ids);
    const Prompts::Question question {
        tr("Erase the content of %n file(s) for good?", nullptr, count),
        tr("The bytes are removed from the project and cannot be brought back, also not by undo. What is left is the "
           "record with its hash and the time of erasing. Copies and backups made before still hold them."),
        tr("Erase %n file(s)", nullptr, count), tr("Keep", nullptr, count), true
    };
    context().prompts.confirm(this, question, [this, ids](bool agreed) {
        if (agreed)
            erase(ids);
    });
}

void EvidencePane::erase(const QList<EvidenceId> &ids)
{
    startWork<Erasure>(
        tr("Erasing %n file(s)…", nullptr, countOf(ids)),
        [project = &context().project, ids](JobControl &job) { return eraseEvidence(*project, ids, job); },
        [this](const Result<Erasure> &done) {
            if (!done && done.error().kind == Error::Kind::Cancelled)
                context().toast(tr("Erasing was cancelled; everything is as it was."), 0);
            else if (!done)
                complain(done.error());
            else if (done.value().isComplete)
                context().toast(tr("The content was erased."), 0);
            else
                context().toast(tr("The content was given up; the next opening of the project removes the rest of it."),
                                0);
        });
}

void EvidencePane::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : std::as_const(m_actions))
        menu->addAction(action);
    menu->popup(at);
}

} // namespace tb
