#include "app/application.h"

#include "app/evidencetexts.h"
#include "app/exports.h"
#include "app/panelist.h"
#include "app/sample.h"
#include "model/evidence/privatefolder.h"
#include "model/job.h"
#include "model/project.h"
#include "model/store/projectstorage.h"
#include "reports/words/errors.h"
#include "ui/common/appearance.h"
#include "ui/common/prompts.h"
#include "ui/shell/glossary/glossarydialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/shortcutdialog.h"
#include "ui/shell/start/startscreen.h"
#include "ui/shell/start/unlockpanel.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QStandardPaths>

namespace tb {

namespace {

constexpr int closingPoll = 20; ///< milliseconds
const QString agreedKey = QStringLiteral("exports_agreed");
const QString actorKey = QStringLiteral("actor");

Appearance::Mode modeOf(const QString &word)
{
    return word == QLatin1String("dark") ? Appearance::Mode::Dark
        : word == QLatin1String("light") ? Appearance::Mode::Light
                                         : Appearance::Mode::System;
}

QString wordOfMode(Appearance::Mode mode)
{
    return mode == Appearance::Mode::Dark ? QStringLiteral("dark")
        : mode == Appearance::Mode::Light ? QStringLiteral("light")
                                          : QStringLiteral("system");
}

/// The window works without them; who asks for the glossary is told what is wrong.
QList<CatalogTerm> libraryTerms()
{
    auto terms = loadGlossary();
    return terms ? std::move(terms).value() : QList<CatalogTerm>();
}

} // namespace

Application::Application(ApplicationParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_settings(m_parts.settingsPath)
    , m_recent(m_settings)
    , m_viewState(m_settings)
    , m_glossary(libraryTerms())
    , m_tips(m_glossary)
    , m_appearance(std::make_unique<Appearance>())
    , m_window(std::make_unique<MainWindow>())
    , m_day([this] { return today(); })
{
    m_closing.setInterval(closingPoll);
    connect(&m_closing, &QTimer::timeout, this, &Application::finishClosing);
    connect(&m_idle, &IdleWatch::idle, this, &Application::lockWhenQuiet);
    connect(&m_day, &DayWatch::dayChanged, this, [this](QDate day) {
        if (m_readiness)
            m_readiness->setDay(day);
    });
    connect(m_window.get(), &MainWindow::quitAsked, this, &Application::quit);
    connect(m_parts.keychain.get(), &Keychain::stateChanged, this, [this] {
        m_window->startScreen().setKeychainState(m_parts.keychain->state(), preferences().offerKeychain);
    });
    connect(m_appearance.get(), &Appearance::changed, this,
            [this] { m_window->startScreen().setDark(m_appearance->isDark()); });
    connectStart();
    connectLock();
    qApp->installEventFilter(this);
    apply(preferences());
    m_parts.keychain->probe();
    m_window->restoreGeometry(m_settings.value(options::windowGeometry));
}

Application::~Application()
{
    m_window->dropWorkspace();
    m_pool.waitForDone();
    m_texts.reset();
    m_readiness.reset();
    m_project.reset();
}

Preferences Application::preferences() const
{
    return { modeOf(m_settings.value(options::appearance)), m_settings.value(options::textSize),
             m_settings.value(options::keepRecent),         m_settings.value(options::namesBeforeUnlocking),
             m_settings.value(options::idleLockMinutes),    m_settings.value(options::lockWithScreen),
             m_settings.value(options::offerKeychain) };
}

void Application::apply(const Preferences &preferences)
{
    m_settings.set(options::appearance, wordOfMode(preferences.mode));
    m_settings.set(options::textSize, preferences.textSize);
    m_settings.set(options::keepRecent, preferences.keepRecent);
    m_settings.set(options::namesBeforeUnlocking, preferences.namesBeforeUnlocking);
    m_settings.set(options::idleLockMinutes, preferences.idleLockMinutes);
    m_settings.set(options::lockWithScreen, preferences.lockWithScreen);
    m_settings.set(options::offerKeychain, preferences.offerKeychain);
    m_appearance->setMode(preferences.mode);
    m_appearance->setTextSize(preferences.textSize);
    m_idle.setMinutes(preferences.idleLockMinutes);
    m_idle.setWithScreen(preferences.lockWithScreen);
    m_recent.applyOptions();
    m_window->startScreen().setKeychainState(m_parts.keychain->state(), preferences.offerKeychain);
    m_window->startScreen().setDark(m_appearance->isDark());
    showRecent();
}

void Application::start(const QString &path)
{
    wipeDeadSessions(PrivateFolder::usualBase()); // what a killed session showed to another program
    showRecent();
    m_window->show();
    if (!path.isEmpty())
        return choose(path);
    const QList<RecentProject> recent = m_recent.all();
    if (!recent.isEmpty() && QFileInfo(recent.first().path).isFile())
        choose(recent.first().path);
}

void Application::showRecent()
{
    m_window->startScreen().setProjects(m_recent.all(), m_settings.value(options::keepRecent), m_parts.today());
}

void Application::connectStart()
{
    StartScreen &start = m_window->startScreen();
    connect(&start, &StartScreen::newProjectAsked, this, &Application::showNewProject);
    connect(&start, &StartScreen::openAsked, this, &Application::askOpen);
    connect(&start, &StartScreen::sampleAsked, this, &Application::openSample);
    connect(&start, &StartScreen::shortcutsAsked, this, &Application::showShortcuts);
    connect(&start, &StartScreen::glossaryAsked, this, [this] { showGlossary(); });
    connect(&start, &StartScreen::settingsAsked, this, &Application::showSettings);
    connect(&start, &StartScreen::appearanceAsked, this, &Application::toggleAppearance);
    connect(&start, &StartScreen::locateAsked, this, &Application::locate);
    connect(&start, &StartScreen::fileDropped, this, &Application::choose);
    connect(&start, &StartScreen::removeAsked, this, [this](const QString &path) {
        m_recent.remove(path);
        showRecent();
    });
}

void Application::connectWorkspace(Workspace &workspace)
{
    connect(&workspace, &Workspace::lockAsked, this, &Application::lock);
    connect(&workspace, &Workspace::closeAsked, this, [this] { leaveProject([] {}); });
    connect(&workspace, &Workspace::quitAsked, this, &Application::quit);
    connect(&workspace, &Workspace::copyAsked, this, &Application::saveCopy);
    connect(&workspace, &Workspace::passphraseAsked, this, &Application::showPassphrase);
    connect(&workspace, &Workspace::settingsAsked, this, &Application::showSettings);
    connect(&workspace, &Workspace::shortcutsAsked, this, &Application::showShortcuts);
    connect(&workspace, &Workspace::glossaryAsked, this, [this] { showGlossary(); });
    connect(&workspace, &Workspace::newProjectAsked, this, &Application::showNewProject);
    connect(&workspace, &Workspace::openAsked, this, &Application::askOpen);
    connect(&workspace, &Workspace::actorChosen, this,
            [this](qint64 person) { m_settings.setOfProject(m_file, actorKey, QString::number(person)); });
}

WorkspaceSetup Application::workspaceSetup()
{
    const QString file = m_file;
    return { *m_project,
             *m_readiness,
             *m_parts.prompts,
             m_viewState,
             m_pool,
             [this] { return day(); },
             paneMakers(),
             exportKinds(*m_project, [this] { return day(); }),
             { [this, file] { return m_settings.ofProject(file, agreedKey).toBool(); },
               [this, file] { m_settings.setOfProject(file, agreedKey, true); } },
             m_settings.ofProject(file, actorKey).toString().toLongLong() };
}

void Application::take(std::unique_ptr<Project> project, const ProjectFile &file, bool remember)
{
    m_project = std::move(project);
    m_readiness = std::make_unique<ProjectReadiness>(*m_project, today());
    m_file = QString::fromLatin1(file.salt().toHex());
    const Engagement &engagement = m_project->records().engagement();
    RecentProject recent = recentOf(file.path());
    recent.inKeychain = recent.inKeychain && recent.file == m_file;
    recent.file = m_file;
    recent.openedAt = QDateTime(m_parts.today(), QTime::currentTime());
    recent.names = RecentProject::Names { engagement.organisation, engagement.reportType, engagement.asOf,
                                          engagement.from, engagement.to };
    m_recent.opened(recent);
    if (remember)
        rememberKey(file.path(), m_file, file.key());

    auto *workspace = new Workspace(workspaceSetup()); // the window's from here on
    connectWorkspace(*workspace);
    m_window->showWorkspace(workspace);
    m_window->setWindowTitle(tr("%1 – Trustbench").arg(engagement.organisation));
    m_window->startScreen().unlockPanel().forget();
    if (!file.keptCopy().isEmpty())
        workspace->notice(
            tr("This file was made by an earlier version of Trustbench and was brought up to date. %1 is a "
               "copy of it as it was, under the same passphrase: keep it until you are sure that nothing "
               "is missing, then delete it.")
                .arg(QDir::toNativeSeparators(file.keptCopy())));
    m_texts = std::make_unique<EvidenceTexts>(*m_project);
    m_idle.start();
    m_day.start(day());
    emit projectOpened();
}

void Application::rememberKey(const QString &path, const QString &file, const RawKey &key)
{
    m_parts.keychain->store(file, key, [this, path](const Status &stored) {
        if (stored)
            m_recent.setInKeychain(path, true);
        else
            m_parts.prompts->warn(m_window.get(), tr("The key was not remembered"),
                                  tr("The system keychain did not take it. The project is open; unlock it with the "
                                     "passphrase next time."),
                                  stored.error().detail);
    });
}

void Application::lock()
{
    if (!m_project)
        return;
    closeDialogs();
    const QString path = m_project->storage().path();
    leaveProject([this, path] { choose(path); });
}

/// Nobody is there. Files that still come in are waited for, since closing would throw them away unseen.
void Application::lockWhenQuiet()
{
    if (m_window->workspace() && m_window->workspace()->isBusy())
        m_idle.start();
    else
        lock();
}

void Application::leaveProject(std::function<void()> then)
{
    if (!m_window->workspace() || !m_window->workspace()->isBusy())
        return closeProject(std::move(then));
    const Prompts::Question question { tr("Stop what is under way and close the project?"),
                                       tr("Files are coming in, or an export is being written. What is not finished "
                                          "leaves nothing behind; everything before it is saved."),
                                       tr("Stop and close"), tr("Go on"), true };
    m_parts.prompts->confirm(m_window.get(), question, [this, then = std::move(then)](bool agreed) {
        if (agreed)
            closeProject(then);
    });
}

/// Closes what lies above the window, the innermost first, as if its Cancel had been pressed: what was typed there is
/// neither applied nor kept.
void Application::closeDialogs()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    while (QWidget *modal = QApplication::activeModalWidget()) {
        if (auto *dialog = qobject_cast<QDialog *>(modal))
            dialog->done(QDialog::Rejected);
        else
            modal->close();
        if (QApplication::activeModalWidget() == modal)
            return; // it does not go; the project closes all the same
    }
}

bool Application::eventFilter(QObject *watched, QEvent *event)
{
    const bool dialog = QApplication::activeModalWidget();
    if (event->type() == QEvent::KeyPress && (dialog || QApplication::activePopupWidget())) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_project && key->key() == Qt::Key_L && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
            // Not from inside the event: its receiver goes with the dialog.
            QMetaObject::invokeMethod(this, &Application::lock, Qt::QueuedConnection);
            return true;
        }
        if (dialog && key->key() == Qt::Key_F1 && key->modifiers() == Qt::NoModifier) {
            QMetaObject::invokeMethod(
                this, [this] { showGlossary(); }, Qt::QueuedConnection);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void Application::closeProject(std::function<void()> then)
{
    m_afterClosing.append(std::move(then));
    if (m_closing.isActive())
        return;
    m_idle.stop();
    m_day.stop();
    if (Workspace *workspace = m_window->workspace()) {
        workspace->prepareToClose();
        m_window->dropWorkspace(); // cancels its jobs
        m_viewState.forgetContent();
        showRecent();
    }
    if (m_texts)
        m_texts->stop();
    if (m_project)
        m_window->startScreen().unlockPanel().showBusy(tr("Closing the project…"));
    m_closing.start();
    finishClosing();
}

void Application::finishClosing()
{
    if (m_pool.activeThreadCount() > 0 || (m_texts && m_texts->isRunning()))
        return; // a job is between two looks at its cancel flag
    m_closing.stop();
    const bool wasOpen = m_project != nullptr;
    m_texts.reset();
    m_readiness.reset();
    m_project.reset();
    m_file.clear();
    m_settings.sync();
    m_window->startScreen().unlockPanel().showIdle();
    showRecent();
    if (wasOpen)
        emit projectClosed();
    const QList<std::function<void()>> after = std::exchange(m_afterClosing, {});
    for (const std::function<void()> &run : after)
        run();
}

void Application::quit()
{
    m_settings.set(options::windowGeometry, m_window->saveGeometry());
    leaveProject([this] {
        m_window->hide();
        emit quitReady();
    });
}

void Application::showSettings()
{
    auto *dialog = new SettingsDialog(preferences(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::changed, this, &Application::apply);
    dialog->open();
}

void Application::toggleAppearance()
{
    Preferences next = preferences();
    next.mode = m_appearance->isDark() ? Appearance::Mode::Light : Appearance::Mode::Dark;
    apply(next);
}

void Application::showShortcuts()
{
    QList<ShortcutDialog::Group> groups;
    if (const Workspace *workspace = m_window->workspace()) {
        QList<QAction *> everywhere = workspace->commands();
        if (const Pane *pane = workspace->current()) {
            const QList<QAction *> inside = pane->actions();
            everywhere.removeIf([&inside](QAction *action) { return inside.contains(action); });
            groups.append(ShortcutDialog::groupOf(tr("Everywhere"), everywhere));
            groups.append(ShortcutDialog::groupOf(pane->title(), inside));
        }
    } else {
        groups.append(ShortcutDialog::groupOf(tr("Start screen"), m_window->startScreen().actions()));
    }
    auto *dialog = new ShortcutDialog(groups, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Application::showGlossary(const QString &key)
{
    if (m_glossary.terms().isEmpty()) {
        static_cast<void>(catalog()); // says what is wrong with the library
        return;
    }
    const CatalogTerm *focused = m_tips.termAt(QApplication::focusWidget());
    QWidget *modal = QApplication::activeModalWidget();
    QWidget *below = modal ? modal : m_window.get(); // a modal dialog blocks every window that is not its own
    if (!m_glossaryDialog || m_glossaryDialog->parentWidget() != below) {
        delete m_glossaryDialog;
        m_glossaryDialog = new GlossaryDialog(m_glossary, m_viewState, below);
        m_glossaryDialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_glossaryDialog->showTerm(key.isEmpty() && focused ? focused->key : key);
    m_glossaryDialog->show();
    m_glossaryDialog->raise();
    m_glossaryDialog->activateWindow();
}

QString Application::samplePath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(tr("sample.trustbench"));
}

QDate Application::today() const
{
    // The sample's window lies in the past: looked at today, everything in it would be overdue.
    return m_project && m_project->storage().path() == samplePath() ? sample::today() : m_parts.today();
}

QDate Application::day() const
{
    return m_readiness ? m_readiness->day() : today();
}

} // namespace tb
