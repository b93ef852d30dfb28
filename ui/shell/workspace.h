#pragma once

#include "ui/shell/exporter.h"
#include "ui/shell/pane.h"

class QAction;
class QActionGroup;
class QMenu;
class QStackedWidget;

namespace tb {

class ChainCheck;
class PaneArea;
class Rail;
class SearchLookup;
class SearchPopup;
class StatusLine;
struct SearchHit;
struct StatusLook;
class TopBar;

/// Makes one pane for an open project.
using PaneMaker = std::function<Pane *(const PaneContext &)>;

/// What the application hands to the workspace of an open project.
struct WorkspaceSetup
{
    Project &project;
    ProjectReadiness &readiness;
    Prompts &prompts;
    ViewState &viewState;
    QThreadPool &jobs;
    std::function<QDate()> today;
    QList<PaneMaker> panes; ///< in the order of the rail
    QList<ExportKind> exports;
    Exporter::Consent consent;
    qint64 actor = 0; ///< the person who acted last time, as a key; 0: the program's user
};

/// The window's content while a project is open: top bar, rail, panes, status line, and the actions that they share.
/// Destroyed when the project closes or locks, and everything of the project's content with it.
class Workspace final : public QWidget
{
    Q_OBJECT

public:
    explicit Workspace(const WorkspaceSetup &setup, QWidget *parent = nullptr);
    ~Workspace() override;

    /// Commits open editors and remembers what the next opening needs. Call it before destroying the workspace.
    void prepareToClose();
    bool isBusy() const; ///< closing would stop an export, or files that come in

    Pane *pane(const QString &id) const;
    Pane *current() const;
    void openPane(const QString &id);
    /// Opens the record in its pane; one of a subject without a pane on a card.
    void showRecord(const QString &table, qint64 id);
    /// Everything that can be done now: the workspace's actions, then the current pane's.
    QList<QAction *> commands() const;
    void checkChain();
    /// A toast with one sentence.
    void say(const QString &sentence);
    /// A sentence across the panes that stays until it is dismissed.
    void notice(const QString &sentence);
    /// Runs an export that is not in the menu, such as a copy of the file.
    void runExport(const ExportKind &kind);

signals:
    void lockAsked();
    void closeAsked();
    void quitAsked();
    void newProjectAsked();
    void openAsked();
    void copyAsked();
    void passphraseAsked();
    void settingsAsked();
    void shortcutsAsked();
    void glossaryAsked();
    void actorChosen(qint64 person);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PaneContext makeContext(const WorkspaceSetup &setup);
    void setupPanes(const WorkspaceSetup &setup);
    void setupActions();
    void setupMenus(const QList<ExportKind> &exports);
    void setupActor(qint64 person);
    QAction *add(const QString &text, const QString &shortcut, void (Workspace::*run)());
    void follow(const ChangeSet &changes);
    void showChain();
    void chainUnknown(const Error &error);
    void showNotSaved(const Error &error);
    void explainNotSaved();
    void undo();
    void redo();
    void undoEntry(qint64 seq);
    void announce(const ChangeSet &changes, bool offerUndo);
    void report(const Result<ChangeSet> &result);
    void updateHistory();
    void updateStatus();
    void openSearch();
    void search(const QString &start);
    void openExportMenu();
    void openMenu();
    void openLog(qint64 entry);
    void nextPane();
    void previousPane();
    void nextRegion();
    void previousRegion();
    void moveRegion(int step);
    QList<QWidget *> regions() const;
    void focusFilter();
    void toggleInspector();
    void takeTyped();
    void saveNow();
    void showCard(const QString &table, qint64 id);
    StatusLook lookOf(const SearchHit &hit) const;
    void filterCurrent(const QString &text);
    void showActors();
    void showPeople();
    void act(const QString &name, qint64 person);

    Project &m_project;
    ChainCheck *m_chain; // child
    PaneContext m_context;
    Error m_notSaved; ///< why the last change was not written
    QList<QAction *> m_actions; ///< children
    QAction *m_undo = nullptr; // children from here on
    QAction *m_redo = nullptr;
    QMenu *m_menu = nullptr;
    QMenu *m_exportMenu = nullptr;
    TopBar *m_topBar;
    Rail *m_rail;
    PaneArea *m_area;
    StatusLine *m_status;
    SearchPopup *m_search;
    SearchLookup *m_lookup;
    Exporter *m_exporter;
};

} // namespace tb
