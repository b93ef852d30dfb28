#include "ui/shell/mainwindow.h"

#include "model/project.h"
#include "ui/common/icons.h"
#include "ui/shell/start/startscreen.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QStackedWidget>

namespace tb {

MainWindow::MainWindow(QWidget *parent) : QMainWindow(parent), m_stack(new QStackedWidget), m_start(new StartScreen)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Trustbench"));
    setWindowIcon(markIcon());
    setMinimumSize(1100, 700);
    m_stack->addWidget(m_start);
    setCentralWidget(m_stack);
    addStartAction(tr("New project…"), tr("Ctrl+N"), &StartScreen::newProjectAsked);
    addStartAction(tr("New project…"), tr("Ctrl+Shift+N"), &StartScreen::newProjectAsked);
    addStartAction(tr("Open…"), tr("Ctrl+O"), &StartScreen::openAsked);
    addStartAction(tr("Filter"), tr("Ctrl+F"), &StartScreen::focusFilter);
    addStartAction(tr("Settings…"), tr("Ctrl+,"), &StartScreen::settingsAsked);
    addStartAction(tr("Glossary"), tr("F1"), &StartScreen::glossaryAsked);
    addStartAction(tr("Keyboard shortcuts"), tr("Ctrl+/"), &StartScreen::shortcutsAsked);
    auto *quit = new QAction(tr("Quit"), m_start);
    quit->setShortcut(QKeySequence(tr("Ctrl+Q")));
    quit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_start->addAction(quit);
    connect(quit, &QAction::triggered, this, &MainWindow::quitAsked);
}

void MainWindow::addStartAction(const QString &text, const QString &shortcut, void (StartScreen::*run)())
{
    auto *action = new QAction(text, m_start);
    action->setShortcut(QKeySequence(shortcut));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_start->addAction(action);
    connect(action, &QAction::triggered, m_start, run);
}

void MainWindow::showStart()
{
    m_stack->setCurrentWidget(m_start);
    setWindowTitle(QStringLiteral("Trustbench"));
}

void MainWindow::showWorkspace(Workspace *workspace)
{
    m_workspace = workspace;
    m_stack->addWidget(workspace);
    m_stack->setCurrentWidget(workspace);
    workspace->setFocus();
}

void MainWindow::dropWorkspace()
{
    showStart();
    delete m_workspace; // now, not later: its project is about to close
    m_workspace = nullptr;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    emit quitAsked();
}

} // namespace tb
