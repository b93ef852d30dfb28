#pragma once

#include "app/daywatch.h"
#include "app/idlewatch.h"
#include "app/recentprojects.h"
#include "app/settings.h"
#include "app/settingsviewstate.h"
#include "model/catalog/catalog.h"
#include "model/projectreadiness.h"
#include "model/store/filestorage.h"
#include "ui/common/termtips.h"
#include "ui/shell/keychain.h"
#include "ui/shell/preferences.h"
#include "ui/shell/workspace.h"

#include <QPointer>
#include <QThreadPool>

#include <optional>

namespace tb {

class Appearance;
class EvidenceTexts;
class GlossaryDialog;
class MainWindow;
class NewProjectDialog;
struct NewProjectPlan;
struct PassphraseChange;
class PassphraseDialog;

/// What the program is built from, so that tests can hand in their own.
struct ApplicationParts
{
    QString settingsPath;
    std::unique_ptr<Keychain> keychain;
    std::unique_ptr<Prompts> prompts;
    std::function<QDate()> today;
    QString actor = {}; ///< who acts until somebody else is chosen; empty: the user of the computer
    KeyCost cost = {}; ///< of deriving keys; weaker only in tests
};

/// The program: builds settings, keychain, window and job pool, and moves between the start screen and an open project.
/// The only place that opens, makes and closes project files for the window. GUI thread; owned by main().
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(ApplicationParts parts, QObject *parent = nullptr);
    ~Application() override;

    /// Shows the window; with @p path its lock, or the list's newest.
    void start(const QString &path = {});
    /// Shows the lock of the project at @p path, or says what is wrong with the file.
    void choose(const QString &path);
    void lock();
    void lockWhenQuiet();
    /// Closes the project once its jobs have ended, then runs @p then.
    void closeProject(std::function<void()> then);
    /// The same for a person: asks first when work is under way that closing would stop.
    void leaveProject(std::function<void()> then);
    void quit();

    MainWindow &window() { return *m_window; }
    Appearance &appearance() { return *m_appearance; }
    Project *project() const { return m_project.get(); }
    EvidenceTexts *texts() const { return m_texts.get(); } ///< of the open project
    /// What the open project is evaluated at; window and exports measure against the same.
    QDate day() const;
    Preferences preferences() const;
    void apply(const Preferences &preferences);
    void showSettings();
    void showShortcuts();
    /// The terms of the library, at the term @p key, or else at the one that the focused field is named by.
    void showGlossary(const QString &key = {});
    NewProjectDialog *showNewProject();
    /// The dialog that changes the passphrase of the open project.
    void showPassphrase();
    /// Makes the sample project at @p path, replacing what is there, and opens it.
    void makeSample(const QString &path);

    /// Hears the keys of lock and help while a dialog or menu keeps them from the window.
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void projectOpened();
    void projectClosed();
    void quitReady();

private:
    struct Attempt
    {
        QString path;
        Unlock unlock;
        QString keyFile = {}; ///< path; empty: none
        ProjectFile::Access access = ProjectFile::Access::ReadWrite;
        bool remember = false;
        enum class With { Passphrase, RecoveryKey, Keychain } with = With::Passphrase;
    };

    /// The file after an attempt to give it another key, which may have failed and left it as it was.
    struct Rekeyed
    {
        std::unique_ptr<ProjectFile> file;
        Status status;
    };

    void connectStart();
    void connectLock();
    void connectWorkspace(Workspace &workspace);
    void showRecent();
    RecentProject recentOf(const QString &path) const;
    void unlock(const Attempt &attempt);
    void unlocked(const Attempt &attempt, Result<std::unique_ptr<ProjectFile>> file);
    void refused(const Attempt &attempt, const Error &error);
    void recoverWith(const QString &text, bool remember);
    void askKeyFile();
    void recoverFromFile();
    void unlockFromKeychain();
    void forgetKey();
    void tryAgain(const QString &actionId);
    Status takeFile(std::unique_ptr<ProjectFile> file, bool remember);
    void take(std::unique_ptr<Project> project, const ProjectFile &file, bool remember);
    void checkPassphrase(const PassphraseChange &change);
    void confirmPassphrase(const PassphraseChange &change);
    void changePassphrase(const PassphraseChange &change);
    void rekeyed(const PassphraseChange &change, const Unlock &old, const QString &path, Result<Rekeyed> done);
    void moveIdentity(const QString &old, const QString &path, const ProjectFile &file);
    void keptOld(const Error &error);
    void closeDialogs();
    WorkspaceSetup workspaceSetup();
    void rememberKey(const QString &path, const QString &file, const RawKey &key);
    void askOpen();
    void locate(const QString &path);
    void saveCopy();
    void create(const NewProjectPlan &plan);
    void created(const NewProjectPlan &plan, Result<std::unique_ptr<ProjectFile>> file);
    static QString samplePath();
    QDate today() const; ///< by the calendar; the sample has a day of its own
    void openSample();
    void finishClosing();
    void toggleAppearance();
    void printRecoveryKey(const QString &text);
    const Catalog *catalog();
    QString actorName() const;

    ApplicationParts m_parts;
    Settings m_settings;
    RecentProjects m_recent;
    SettingsViewState m_viewState;
    QThreadPool m_pool;
    std::optional<Catalog> m_catalog; ///< read when first needed
    Glossary m_glossary; ///< empty when the library cannot be read
    TermTips m_tips;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Project> m_project; ///< closed after the window dropped its workspace
    std::unique_ptr<ProjectReadiness> m_readiness; ///< of m_project, and gone before it
    std::unique_ptr<EvidenceTexts> m_texts; ///< of m_project, and gone before it
    IdleWatch m_idle;
    DayWatch m_day; ///< while a project is open
    QTimer m_closing; ///< polls the pool while jobs end
    QList<std::function<void()>> m_afterClosing;
    Attempt m_last;
    QByteArray m_keyFileHash; ///< of the key file that the open project was opened with
    QString m_file; ///< identity of the open project's file
    QPointer<NewProjectDialog> m_newProject;
    QPointer<PassphraseDialog> m_passphrase;
    QPointer<GlossaryDialog> m_glossaryDialog;
};

} // namespace tb
