// What the evidence pane does to items that are there: each action is one command of the model and one step of undo.
#include "model/commands.h"
#include "model/evidence/erase.h"
#include "reports/words/errors.h"
#include "ui/common/bulkbar.h"
#include "ui/common/button.h"
#include "ui/common/choices.h"
#include "ui/common/formfields.h"
#include "ui/common/icons.h"
#include "ui/common/paneheader.h"
#include "ui/common/pickdialog.h"
#include "ui/common/prompts.h"
#include "ui/common/recordtable.h"
#include "ui/common/valuedialog.h"
#include "ui/evidence/datesdialog.h"
#include "ui/evidence/evidenceinspector.h"
#include "ui/evidence/evidencepane.h"

#include <QMenu>
#include <QPushButton>

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

/// Checked, unchecked or partly, by how many of @p of have the link.
Qt::CheckState shareOf(qsizetype linked, qsizetype of)
{
    return linked == 0 ? Qt::Unchecked : linked == of ? Qt::Checked : Qt::PartiallyChecked;
}

} // namespace

QAction *EvidencePane::addPaneAction(const QString &name, const QString &icon, const QKeySequence &keys, Slot slot,
                                     bool edits)
{
    auto *action = new QAction(tb::icon(icon), name, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (edits && m_context.readOnly) {
        action->setEnabled(false);
        action->setToolTip(tr("The project is open read-only"));
    }
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_actions.append(action);
    return action;
}

void EvidencePane::setupActions()
{
    QAction *add = addPaneAction(tr("Add files…"), QStringLiteral("plus"), QKeySequence::New, &EvidencePane::addFiles);
    addPaneAction(tr("Add folder…"), QStringLiteral("folder"), {}, &EvidencePane::addFolder);
    addPaneAction(tr("Paste"), QStringLiteral("clipboard-paste"), QKeySequence::Paste, &EvidencePane::paste);
    QPushButton *button = makeButton(add->text(), ButtonRole::Primary, QStringLiteral("plus"));
    button->setObjectName(QStringLiteral("addFiles"));
    button->setEnabled(add->isEnabled());
    button->setToolTip(add->isEnabled() ? QString() : add->toolTip());
    connect(button, &QPushButton::clicked, add, &QAction::trigger);
    m_header->addButton(button);
}

void EvidencePane::setupBulkBar()
{
    const auto withMenu = [this](const QString &name, const QString &icon, QMenu *menu) {
        auto *action = new QAction(tb::icon(icon), name, this);
        action->setMenu(menu);
        action->setEnabled(!m_context.readOnly);
        m_bulk->addAction(action);
    };
    const auto add = [this](const QString &name, const QString &icon, const QKeySequence &keys, Slot slot,
                            bool edits = true) { m_bulk->addAction(addPaneAction(name, icon, keys, slot, edits)); };
    add(tr("Link to controls…"), QStringLiteral("link"), QKeySequence(Qt::CTRL | Qt::Key_L),
        &EvidencePane::linkControls);
    withMenu(tr("Owner"), QStringLiteral("user"), ownerMenu());
    add(tr("Dates…"), QStringLiteral("calendar"), {}, &EvidencePane::askDates);
    withMenu(tr("Share"), QStringLiteral("users"), shareMenu());
    add(tr("Tag…"), QStringLiteral("tag"), {}, &EvidencePane::askTag);
    add(tr("Save copies…"), QStringLiteral("download"), {}, &EvidencePane::saveCopies, false);
    addPaneAction(tr("Open with another program"), QStringLiteral("external-link"), {}, &EvidencePane::openExternally,
                  false);
    addPaneAction(tr("Replace file…"), QStringLiteral("refresh-cw"), {}, &EvidencePane::replaceFile);
    add(tr("Delete"), QStringLiteral("trash-2"), {}, &EvidencePane::deleteItems);
    addPaneAction(tr("Erase content for good…"), QStringLiteral("ban"), {}, &EvidencePane::eraseItems);
}

QMenu *EvidencePane::ownerMenu()
{
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const Choice &person : personChoices(m_context.project.records()))
            connect(menu->addAction(person.text), &QAction::triggered, this, [this, person] {
                setOnActing({ { QStringLiteral("owner_id"), person.value } });
            });
    });
    return menu;
}

QMenu *EvidencePane::shareMenu()
{
    auto *menu = new QMenu(this);
    connect(menu->addAction(tr("Share with the auditor")), &QAction::triggered, this, [this] {
        setOnActing({ { QStringLiteral("shared"), true }, { QStringLiteral("withheld_reason"), QString() } });
    });
    connect(menu->addAction(tr("Withhold from the auditor…")), &QAction::triggered, this, &EvidencePane::withhold);
    return menu;
}

void EvidencePane::editFields(const QList<FieldValue> &values)
{
    const EvidenceId id { m_table->currentId() };
    if (!id)
        return;
    const auto done = setFields<Evidence>(m_context.project, { id }, values);
    if (done) {
        m_inspector->accept(values);
    } else if (!done.error().problems.isEmpty()) {
        const FieldProblem &problem = done.error().problems.first();
        m_inspector->refuse(problem.field, words::sentence(problem, QStringLiteral("evidence")));
    } else {
        report(done, false);
    }
}

void EvidencePane::setOnActing(const QList<FieldValue> &values)
{
    if (!m_context.readOnly && !acting().isEmpty())
        report(setFields<Evidence>(m_context.project, acting(), values), true);
}

void EvidencePane::linkControls()
{
    const QList<EvidenceId> ids = acting();
    if (ids.isEmpty() || m_context.readOnly)
        return;
    const Records &records = m_context.project.records();
    QList<PickItem> items;
    for (const Control &control : records.controls.all()) {
        const auto linked = std::count_if(ids.cbegin(), ids.cend(), [&](EvidenceId id) {
            return records.evidenceControls.contains(id.value, control.id.value);
        });
        items.append({ control.id.value, control.code, control.title, shareOf(linked, ids.size()) });
    }
    std::sort(items.begin(), items.end(), [](const PickItem &a, const PickItem &b) { return a.code < b.code; });
    auto *dialog = new PickDialog(tr("Controls of %n item(s)", nullptr, countOf(ids)), tr("Link"), items, this);
    connect(dialog, &PickDialog::picked, this, [this, ids](const QList<qint64> &added, const QList<qint64> &removed) {
        report(changeLinks(m_context.project, evidenceControl, keysOf(ids), added, removed), true);
    });
    dialog->open();
}

void EvidencePane::unlink(ControlId control)
{
    report(setLinks(m_context.project, evidenceControl, { m_table->currentId() }, { control.value }, false), true);
}

void EvidencePane::askDates()
{
    const QList<EvidenceId> ids = acting();
    if (ids.isEmpty())
        return;
    auto *dialog = new DatesDialog(countOf(ids), this);
    connect(dialog, &DatesDialog::chosen, this, [this, ids](const QList<FieldValue> &values) {
        report(setFields<Evidence>(m_context.project, ids, values), true);
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
            const Evidence *item = m_context.project.records().evidence.find(id);
            if (!item || tag.isEmpty() || item->tags.contains(tag))
                continue;
            tagged.append(*item);
            tagged.last().tags.append(tag);
        }
        if (!tagged.isEmpty())
            report(saveRecords(m_context.project, tagged), true);
    });
    dialog->open();
}

void EvidencePane::withhold()
{
    const QList<EvidenceId> ids = acting();
    if (ids.isEmpty())
        return;
    auto *dialog = new ValueDialog(tr("Withhold"),
                                   tr("Why is it not shared with the auditor? %n item(s)", nullptr, countOf(ids)),
                                   new TextField(QStringLiteral("withheld_reason")), tr("Withhold"), this);
    connect(dialog, &ValueDialog::chosen, this, [this, ids](const QVariant &reason) {
        report(
            setFields<Evidence>(m_context.project, ids,
                                { { QStringLiteral("shared"), false }, { QStringLiteral("withheld_reason"), reason } }),
            true);
    });
    dialog->open();
}

void EvidencePane::deleteItems()
{
    const QList<EvidenceId> ids = acting();
    if (!m_context.readOnly && !ids.isEmpty())
        report(removeRecords<Evidence>(m_context.project, ids), true);
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
    m_context.prompts.confirm(this, question, [this, ids](bool agreed) {
        if (!agreed)
            return;
        Job::start<Erasure>(
            m_context.jobs, this,
            [project = &m_context.project, ids](JobControl &) { return eraseEvidence(*project, ids); },
            [this](const Result<Erasure> &done) {
                if (!done)
                    return complain(done.error());
                m_context.toast(done.value().isComplete
                                    ? tr("The content was erased.")
                                    : tr("The content was given up; the next opening of the project removes the rest."),
                                0);
            });
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
