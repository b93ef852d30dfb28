// The actions, menus, search and regions of the workspace: what the keyboard reaches from anywhere in the window.
#include "model/project.h"
#include "ui/common/filterline.h"
#include "ui/common/icons.h"
#include "ui/common/toast.h"
#include "ui/shell/lonealt.h"
#include "ui/shell/panearea.h"
#include "ui/shell/rail.h"
#include "ui/shell/savedlabel.h"
#include "ui/shell/search/searchpopup.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QApplication>
#include <QMenu>

namespace tb {

namespace {

/// What takes the focus when F6 comes to @p region: itself, or the first in it that can; null when nothing can.
QWidget *firstStop(QWidget *region)
{
    if (region->focusPolicy() != Qt::NoFocus || region->focusProxy())
        return region;
    for (QWidget *inner = region->nextInFocusChain(); inner != region; inner = inner->nextInFocusChain()) {
        if (region->isAncestorOf(inner) && inner->isVisible() && inner->isEnabled()
            && (inner->focusPolicy() & Qt::TabFocus) != 0)
            return inner;
    }
    return nullptr;
}

} // namespace

QAction *Workspace::add(const QString &text, const QString &shortcut, void (Workspace::*run)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(QKeySequence(shortcut));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    m_actions.append(action);
    return action;
}

void Workspace::setupActions()
{
    m_undo = add(tr("Undo"), tr("Ctrl+Z"), &Workspace::undo);
    m_redo = add(tr("Redo"), tr("Ctrl+Shift+Z"), &Workspace::redo);
    add(tr("Search…"), tr("Ctrl+K"), &Workspace::openSearch);
    add(tr("Filter rows"), tr("Ctrl+F"), &Workspace::focusFilter);
    add(tr("Show or hide inspector"), tr("F9"), &Workspace::toggleInspector);
    add(tr("Next region"), tr("F6"), &Workspace::nextRegion);
    add(tr("Previous region"), tr("Shift+F6"), &Workspace::previousRegion);
    add(tr("Next pane"), tr("Ctrl+PgDown"), &Workspace::nextPane);
    add(tr("Previous pane"), tr("Ctrl+PgUp"), &Workspace::previousPane);
    add(tr("Save now"), tr("Ctrl+S"), &Workspace::saveNow);
    add(tr("Export…"), tr("Ctrl+E"), &Workspace::openExportMenu);
    add(tr("Open the menu"), tr("F10"), &Workspace::openMenu);
    add(tr("New project…"), tr("Ctrl+Shift+N"), &Workspace::newProjectAsked);
    add(tr("Open another project…"), tr("Ctrl+O"), &Workspace::openAsked);
    add(tr("Save a copy…"), {}, &Workspace::copyAsked);
    QAction *passphrase = add(tr("Change passphrase…"), {}, &Workspace::passphraseAsked);
    passphrase->setEnabled(!m_context.readOnly);
    passphrase->setToolTip(m_context.readOnly ? tr("The project is open read-only") : QString());
    add(tr("Lock"), tr("Ctrl+Shift+L"), &Workspace::lockAsked);
    add(tr("Close project"), tr("Ctrl+W"), &Workspace::closeAsked);
    add(tr("People…"), {}, &Workspace::showPeople);
    add(tr("Check the activity chain"), {}, &Workspace::checkChain);
    add(tr("Settings…"), tr("Ctrl+,"), &Workspace::settingsAsked);
    add(tr("Glossary"), tr("F1"), &Workspace::glossaryAsked);
    add(tr("Keyboard shortcuts"), tr("Ctrl+/"), &Workspace::shortcutsAsked);
    add(tr("Quit"), tr("Ctrl+Q"), &Workspace::quitAsked);
}

void Workspace::setupMenus(const QList<ExportKind> &exports)
{
    const auto byText = [this](const QString &text) {
        const auto found = std::find_if(m_actions.cbegin(), m_actions.cend(),
                                        [&](const QAction *action) { return action->text() == text; });
        return *found;
    };
    m_exportMenu = new QMenu(tr("Export"), this);
    for (const ExportKind &kind : exports) {
        QAction *action = m_exportMenu->addAction(icon(kind.iconName), kind.text);
        connect(action, &QAction::triggered, this, [this, kind] { runExport(kind); });
        m_actions.append(action);
    }
    m_topBar->setExportMenu(m_exportMenu);

    m_menu = new QMenu(this);
    const QStringList sections { tr("New project…"),
                                 tr("Open another project…"),
                                 tr("Save a copy…"),
                                 tr("Change passphrase…"),
                                 {},
                                 tr("Undo"),
                                 tr("Redo"),
                                 tr("Filter rows"),
                                 {},
                                 tr("Show or hide inspector"),
                                 tr("People…"),
                                 tr("Check the activity chain"),
                                 {},
                                 tr("Settings…"),
                                 tr("Glossary"),
                                 tr("Keyboard shortcuts"),
                                 {},
                                 tr("Lock"),
                                 tr("Close project"),
                                 tr("Quit") };
    for (const QString &text : sections) {
        if (text.isEmpty())
            m_menu->addSeparator();
        else
            m_menu->addAction(byText(text));
    }
    QAction *beforeExport = byText(tr("Change passphrase…"));
    m_menu->insertMenu(beforeExport, m_exportMenu);
    m_topBar->setMenu(m_menu);

    int number = 1;
    for (Pane *pane : m_area->panes()) {
        auto *action = new QAction(tr("Go to %1").arg(pane->title()), this);
        if (number <= 10)
            action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(number % 10)));
        ++number;
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, id = pane->id()] { openPane(id); });
        addAction(action);
        m_actions.append(action);
    }
    connect(new LoneAlt(this), &LoneAlt::pressed, this, &Workspace::openMenu);
    connect(m_status, &StatusLine::chainClicked, this,
            [this](bool broken, qint64 entry) { openLog(broken ? entry : 0); });
}

/// The pane of the log; at @p entry where the chain is broken there.
void Workspace::openLog(qint64 entry)
{
    if (entry > 0)
        return showRecord(QStringLiteral("activity"), entry);
    for (const Pane *pane : m_area->panes()) {
        if (pane->shows(QStringLiteral("activity")))
            return openPane(pane->id());
    }
}

QList<QAction *> Workspace::commands() const
{
    QList<QAction *> all = m_actions;
    if (const Pane *shown = current())
        all += shown->actions();
    all.removeIf([](const QAction *action) { return action->isSeparator() || action->text().isEmpty(); });
    return all;
}

void Workspace::openSearch()
{
    search({});
}

void Workspace::search(const QString &start)
{
    const Pane *shown = current();
    m_search->setFilterCommand(shown ? tr("Filter %1 by “%2”").arg(shown->title(), QStringLiteral("%1")) : QString());
    m_search->open(commands(), start);
}

void Workspace::openExportMenu()
{
    m_topBar->openExportMenu();
}

void Workspace::openMenu()
{
    m_topBar->openMenu();
}

void Workspace::nextPane()
{
    const QList<Pane *> &panes = m_area->panes();
    if (!panes.isEmpty())
        openPane(panes.at((panes.indexOf(current()) + 1) % panes.size())->id());
}

void Workspace::previousPane()
{
    const QList<Pane *> &panes = m_area->panes();
    if (!panes.isEmpty())
        openPane(panes.at((panes.indexOf(current()) + panes.size() - 1) % panes.size())->id());
}

QList<QWidget *> Workspace::regions() const
{
    QList<QWidget *> all { &m_topBar->search(), m_rail };
    if (Pane *shown = current())
        all += shown->regions();
    all.append(&m_area->toast());
    all.append(m_status);
    all.removeIf([](QWidget *region) { return !region->isVisible() || !region->isEnabled() || !firstStop(region); });
    return all;
}

void Workspace::nextRegion()
{
    moveRegion(1);
}

void Workspace::previousRegion()
{
    moveRegion(-1);
}

void Workspace::moveRegion(int step)
{
    const QList<QWidget *> all = regions();
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = step > 0 ? -1 : 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (focus && (all.at(i) == focus || all.at(i)->isAncestorOf(focus)))
            at = i; // the innermost, as an inspector inside its pane comes later
    }
    firstStop(all.at((at + step + all.size()) % all.size()))->setFocus(Qt::TabFocusReason);
}

void Workspace::focusFilter()
{
    if (Pane *shown = current())
        shown->focusFilter();
}

void Workspace::toggleInspector()
{
    if (Pane *shown = current())
        shown->toggleInspector();
}

void Workspace::takeTyped()
{
    if (Pane *shown = current())
        shown->closed();
}

void Workspace::saveNow()
{
    // Every change is on the disk when it is announced; only what is still being typed can be unsaved.
    takeTyped();
    if (m_topBar->saved().state() == SavedLabel::State::Failed)
        explainNotSaved();
    else if (current() && current()->hasUnsaved())
        m_context.toast(tr("Not saved: a field was refused. The reason stands below it."), 0);
    else if (!m_context.readOnly)
        m_context.toast(tr("Everything is saved."), 0);
}

} // namespace tb
