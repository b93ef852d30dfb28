// How the application opens, makes and copies project files: keys are derived in jobs, never in the GUI thread.
#include "app/application.h"
#include "app/sample.h"
#include "model/job.h"
#include "model/project.h"
#include "model/store/filesniff.h"
#include "reports/words/errors.h"
#include "ui/common/prompts.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/newproject/newprojectdialog.h"
#include "ui/shell/start/startscreen.h"
#include "ui/shell/start/unlockpanel.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QTextDocument>

#include <memory>

namespace tb {

namespace {

const QString readOnlyAction = QStringLiteral("read-only");
const QString writeAction = QStringLiteral("write");
constexpr qint64 longestKeyFile = 4096; ///< bytes

QString filter()
{
    return Application::tr("Trustbench project (*.trustbench);;All files (*)");
}

/// What the file says before any key, under a claim so that no lock is lost.
Result<FileSniff> look(const QString &path)
{
    const auto claim = FileClaim::take(path);
    if (!claim)
        return claim.error();
    return sniffFile(path);
}

} // namespace

RecentProject Application::recentOf(const QString &path) const
{
    const QList<RecentProject> all = m_recent.all();
    for (const RecentProject &project : all) {
        if (project.path == path)
            return project;
    }
    RecentProject project;
    project.path = path;
    return project;
}

void Application::choose(const QString &path)
{
    if (m_project)
        return leaveProject([this, path] { choose(path); });
    const QString canonical = QFileInfo(path).canonicalFilePath();
    const QString place = canonical.isEmpty() ? path : canonical;
    StartScreen &start = m_window->startScreen();
    m_window->showStart();
    const Result<FileSniff> sniff = look(place);
    if (!sniff) {
        start.showProblem(words::sentence(sniff.error()));
        return;
    }
    m_settings.set(options::lastFolder, QFileInfo(place).absolutePath());
    RecentProject project = recentOf(place);
    const QString file = QString::fromLatin1(sniff.value().salt.toHex());
    project.inKeychain = project.inKeychain && project.file == file;
    project.file = file;
    start.choose(project);
    start.setKeychainState(m_parts.keychain->state(), preferences().offerKeychain);
}

void Application::connectLock()
{
    UnlockPanel &panel = m_window->startScreen().unlockPanel();
    connect(&panel, &UnlockPanel::unlockAsked, this, [this](const QString &passphrase, bool remember) {
        Attempt attempt;
        attempt.path = m_window->startScreen().unlockPanel().project().path;
        attempt.unlock.passphrase = passphrase;
        attempt.unlock.cost = m_parts.cost;
        attempt.keyFile = m_window->startScreen().unlockPanel().keyFile();
        attempt.remember = remember;
        unlock(attempt);
    });
    connect(&panel, &UnlockPanel::keyFileAsked, this, &Application::askKeyFile);
    connect(&panel, &UnlockPanel::recoveryAsked, this, &Application::recoverWith);
    connect(&panel, &UnlockPanel::recoveryFileAsked, this, &Application::recoverFromFile);
    connect(&panel, &UnlockPanel::keychainAsked, this, &Application::unlockFromKeychain);
    connect(&panel, &UnlockPanel::forgetAsked, this, &Application::forgetKey);
    connect(&panel, &UnlockPanel::actionAsked, this, &Application::tryAgain);
}

void Application::unlock(const Attempt &attempt)
{
    if (m_project)
        return;
    m_last = attempt;
    UnlockPanel &panel = m_window->startScreen().unlockPanel();
    panel.showBusy(attempt.with == Attempt::With::Passphrase ? tr("Deriving the key. This takes about a second.")
                                                             : tr("Opening the project…"));
    const auto keyFile = std::make_shared<QByteArray>(); // its hash
    Job::start<std::unique_ptr<ProjectFile>>(
        m_pool, this,
        [attempt, keyFile](JobControl &) -> Result<std::unique_ptr<ProjectFile>> {
            Unlock unlock = attempt.unlock;
            if (!attempt.keyFile.isEmpty()) {
                const auto hash = tb::keyFileHash(attempt.keyFile);
                if (!hash)
                    return hash.error();
                unlock.keyFileHash = hash.value();
            }
            *keyFile = unlock.keyFileHash;
            return ProjectFile::open(attempt.path, unlock, attempt.access, projectFormat());
        },
        [this, attempt, keyFile](Result<std::unique_ptr<ProjectFile>> file) {
            if (file)
                m_keyFileHash = *keyFile;
            const bool wanted = m_window->startScreen().unlockPanel().project().path == attempt.path;
            if (wanted && !m_project && !m_closing.isActive()) // else another one was chosen meanwhile, or the end
                unlocked(attempt, std::move(file));
        });
}

void Application::unlocked(const Attempt &attempt, Result<std::unique_ptr<ProjectFile>> file)
{
    if (!file)
        return refused(attempt, file.error());
    if (const Status open = takeFile(std::move(file).value(), attempt.remember); !open)
        return refused(attempt, open.error());
    if (attempt.with == Attempt::With::Passphrase)
        wipe(m_last.unlock.passphrase);
}

Status Application::takeFile(std::unique_ptr<ProjectFile> file, bool remember)
{
    auto storage = FileStorage::attach(std::move(file));
    if (!storage)
        return storage.error();
    std::unique_ptr<FileStorage> held = std::move(storage).value();
    const ProjectFile &open = held->file();
    auto project = Project::load(std::move(held), actorName());
    if (!project)
        return project.error();
    take(std::move(project).value(), open, remember);
    return Ok {};
}

void Application::refused(const Attempt &attempt, const Error &error)
{
    UnlockPanel &panel = m_window->startScreen().unlockPanel();
    switch (error.kind) {
    case Error::Kind::WrongPassphrase:
        if (attempt.with == Attempt::With::Passphrase)
            return panel.showWrongPassphrase();
        if (attempt.with == Attempt::With::RecoveryKey)
            return panel.showWrongRecoveryKey(
                tr("This recovery key does not open this file. A recovery key ends when the passphrase is changed."));
        return panel.showProblem(
            tr("The key in the keychain no longer opens this file. Type the passphrase and remember it again."));
    case Error::Kind::InUse:
        return panel.showProblem(tr("This project is open in another window, or somebody else is working in it."),
                                 tr("Open read-only"), readOnlyAction);
    case Error::Kind::ReadOnly:
        return panel.showProblem(tr("Nothing can be written to this file or its folder, so it cannot be edited here."),
                                 tr("Open read-only"), readOnlyAction);
    case Error::Kind::UnfinishedWrite:
        return panel.showProblem(tr("The last change to this file was interrupted. It has to be opened for writing "
                                    "once, which takes that change back."),
                                 tr("Open for writing"), writeAction);
    case Error::Kind::OlderVersion:
        return panel.showProblem(tr("This file was made by an earlier version of Trustbench. Opening it for writing "
                                    "brings it up to date and keeps a copy of it as it was."),
                                 tr("Open for writing"), writeAction);
    default: return panel.showProblem(words::sentence(error));
    }
}

void Application::tryAgain(const QString &actionId)
{
    Attempt again = m_last;
    again.access = actionId == readOnlyAction ? ProjectFile::Access::ReadOnly : ProjectFile::Access::ReadWrite;
    unlock(again);
}

void Application::recoverWith(const QString &text, bool remember)
{
    UnlockPanel &panel = m_window->startScreen().unlockPanel();
    const Result<RawKey> key = parseRecoveryText(text);
    if (!key)
        return panel.showWrongRecoveryKey(
            tr("This is not a complete recovery key: 14 groups of 4 letters and digits. Check what was typed."));
    Attempt attempt;
    attempt.path = panel.project().path;
    attempt.unlock.rawKey = key.value();
    attempt.remember = remember;
    attempt.with = Attempt::With::RecoveryKey;
    unlock(attempt);
}

void Application::askKeyFile()
{
    m_parts.prompts->openFiles(m_window.get(), { tr("Key file"), {}, {}, tr("All files (*)") },
                               [this](const QStringList &paths) {
                                   if (!paths.isEmpty())
                                       m_window->startScreen().unlockPanel().setKeyFile(paths.first());
                               });
}

void Application::recoverFromFile()
{
    const Prompts::FileQuestion question { tr("Recovery key file"), {}, {}, tr("Text file (*.txt);;All files (*)") };
    m_parts.prompts->openFiles(m_window.get(), question, [this](const QStringList &paths) {
        QFile file(paths.value(0));
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
            return m_window->startScreen().unlockPanel().showWrongRecoveryKey(tr("That file cannot be read."));
        recoverWith(QString::fromUtf8(file.read(longestKeyFile)), false);
    });
}

void Application::unlockFromKeychain()
{
    UnlockPanel &panel = m_window->startScreen().unlockPanel();
    const RecentProject project = panel.project();
    panel.showBusy(tr("Asking the keychain…"));
    m_parts.keychain->find(project.file, [this, project](const Result<RawKey> &key) {
        UnlockPanel &answer = m_window->startScreen().unlockPanel();
        if (!key) {
            answer.showProblem(key.error().kind == Error::Kind::NotFound
                                   ? tr("The keychain holds no key for this project. Type the passphrase.")
                                   : tr("The keychain did not hand over the key. Type the passphrase."));
            return;
        }
        Attempt attempt;
        attempt.path = project.path;
        attempt.unlock.rawKey = key.value();
        attempt.with = Attempt::With::Keychain;
        unlock(attempt);
    });
}

void Application::forgetKey()
{
    const RecentProject project = m_window->startScreen().unlockPanel().project();
    m_parts.keychain->forget(project.file, [this, project](const Status &forgotten) {
        if (!forgotten)
            return m_window->startScreen().unlockPanel().showProblem(
                tr("The keychain did not remove the key. Remove it in the keychain's own program."));
        m_recent.setInKeychain(project.path, false);
        showRecent();
        choose(project.path);
    });
}

void Application::askOpen()
{
    const Prompts::FileQuestion question { tr("Open project"), m_settings.value(options::lastFolder), {}, filter() };
    m_parts.prompts->openFiles(m_window.get(), question, [this](const QStringList &paths) { choose(paths.value(0)); });
}

void Application::locate(const QString &path)
{
    const Prompts::FileQuestion question { tr("Where is %1?").arg(QFileInfo(path).fileName()), {}, {}, filter() };
    m_parts.prompts->openFiles(m_window.get(), question, [this, path](const QStringList &paths) {
        const Result<FileSniff> sniff = look(paths.value(0));
        if (sniff)
            m_recent.relocate(path, QFileInfo(paths.value(0)).canonicalFilePath());
        showRecent();
        choose(paths.value(0));
    });
}

void Application::saveCopy()
{
    const auto *storage = dynamic_cast<const FileStorage *>(&m_project->storage());
    if (!storage || !m_window->workspace())
        return;
    const QFileInfo file(storage->path());
    const QString name = tr("%1 copy.trustbench").arg(file.completeBaseName());
    const ProjectFile *source = &storage->file(); // open until the jobs have ended, see closeProject()
    m_window->workspace()->runExport({ tr("Save a copy"), QStringLiteral("copy"), name, filter(),
                                       [source](const Project &) {
                                           return [source](const QString &path, JobControl &job) {
                                               return source->saveCopy(path, std::nullopt, job);
                                           };
                                       },
                                       true });
}

const Catalog *Application::catalog()
{
    if (!m_catalog) {
        auto loaded = loadCatalog();
        if (!loaded) {
            m_parts.prompts->warn(m_window.get(), tr("The built-in library cannot be read"),
                                  tr("This copy of Trustbench is damaged. Install it again."), loaded.error().detail);
            return nullptr;
        }
        m_catalog = std::move(loaded).value();
    }
    return &*m_catalog;
}

NewProjectDialog *Application::showNewProject()
{
    const Catalog *library = catalog();
    if (!library || m_newProject)
        return m_newProject;
    const QString last = m_settings.value(options::lastFolder);
    const bool usable = !last.isEmpty() && QFileInfo(last).isWritable();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const NewProjectSetup setup { *library,
                                  *m_parts.prompts,
                                  m_pool,
                                  m_parts.today(),
                                  usable                                  ? last
                                      : QFileInfo(documents).isWritable() ? documents
                                                                          : QDir::homePath(),
                                  preferences().offerKeychain ? m_parts.keychain->state() : KeychainState::Missing,
                                  preferences().idleLockMinutes,
                                  m_parts.cost };
    m_newProject = new NewProjectDialog(setup, m_window.get());
    m_newProject->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_newProject, &NewProjectDialog::createAsked, this, &Application::create);
    connect(m_newProject, &NewProjectDialog::printAsked, this, &Application::printRecoveryKey);
    m_newProject->open();
    return m_newProject;
}

void Application::create(const NewProjectPlan &plan)
{
    if (!m_newProject)
        return; // closed while the other project was closing
    if (m_project)
        return leaveProject([this, plan] { create(plan); });
    m_newProject->showWorking(tr("Making the project…")); // not before: whoever goes on with the open one may try again
    Unlock unlock;
    unlock.rawKey = plan.key;
    unlock.salt = plan.salt;
    Job::start<std::unique_ptr<ProjectFile>>(
        m_pool, this,
        [path = plan.path, unlock](JobControl &) { return ProjectFile::create(path, unlock, projectFormat()); },
        [this, plan](Result<std::unique_ptr<ProjectFile>> file) { created(plan, std::move(file)); });
}

void Application::created(const NewProjectPlan &plan, Result<std::unique_ptr<ProjectFile>> file)
{
    if (!file) {
        if (m_newProject)
            m_newProject->showProblem(words::sentence(file.error()));
        return;
    }
    const auto make = [&]() -> Status {
        auto storage = FileStorage::attach(std::move(file).value());
        if (!storage)
            return storage.error();
        std::unique_ptr<FileStorage> held = std::move(storage).value();
        const ProjectFile &open = held->file();
        auto project = makeProject(std::move(held), plan.project, *catalog(), actorName());
        if (!project)
            return project.error();
        Preferences kept = preferences();
        kept.idleLockMinutes = plan.idleLockMinutes;
        apply(kept);
        m_keyFileHash.clear();
        take(std::move(project).value(), open, plan.remember);
        return Ok {};
    };
    const Status made = make();
    if (!made)
        QFile::remove(plan.path); // the file was ours and holds nothing worth keeping
    if (!m_newProject)
        return;
    made ? m_newProject->accept() : m_newProject->showProblem(words::sentence(made.error()));
}

void Application::openSample()
{
    const QString path = samplePath();
    const QString folder = QFileInfo(path).path();
    if (QFileInfo(path).isFile())
        return choose(path);
    if (!QDir().mkpath(folder))
        return m_window->startScreen().showProblem(words::sentence({ Error::Kind::Io, folder, {}, {} }));
    makeSample(path);
}

void Application::makeSample(const QString &path)
{
    if (m_project)
        return leaveProject([this, path] { makeSample(path); });
    StartScreen &start = m_window->startScreen();
    start.choose(recentOf(path));
    start.unlockPanel().showBusy(tr("Making the sample project…"));
    Job::start<RawKey>(
        m_pool, this, [path](JobControl &job) { return sample::make(path, job); },
        [this, path](const Result<RawKey> &key) {
            if (!key)
                return m_window->startScreen().unlockPanel().showProblem(words::sentence(key.error()));
            Attempt attempt;
            attempt.path = path;
            attempt.unlock.rawKey = key.value();
            attempt.with = Attempt::With::RecoveryKey;
            unlock(attempt);
        });
}

void Application::printRecoveryKey(const QString &text)
{
    auto printer = std::make_shared<QPrinter>();
    auto *dialog = new QPrintDialog(printer.get(), QApplication::activeModalWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, QOverload<QPrinter *>::of(&QPrintDialog::accepted), this, [printer, text](QPrinter *target) {
        QTextDocument sheet;
        sheet.setPlainText(
            tr("Trustbench recovery key\n\n%1\n\nThis key opens the project file without the passphrase. "
               "It ends when the passphrase is changed. Keep it away from the computer.")
                .arg(text));
        sheet.print(target);
    });
    dialog->open();
}

QString Application::actorName() const
{
    if (!m_parts.actor.isEmpty())
        return m_parts.actor;
    for (const char *variable : { "USER", "LOGNAME", "USERNAME" }) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty())
            return name;
    }
    return QDir::home().dirName();
}

} // namespace tb
