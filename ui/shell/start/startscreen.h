#pragma once

#include "ui/shell/keychain.h"
#include "ui/shell/recentproject.h"

#include <QWidget>

class QListView;
class QToolButton;

namespace tb {

class EmptyState;
class FilterLine;
class ProblemStrip;
class RecentListModel;
class UnlockPanel;

/// What the window shows while no project is open: what can be started, the recent projects, and the lock of the chosen
/// one. It opens nothing itself.
class StartScreen final : public QWidget
{
    Q_OBJECT

public:
    explicit StartScreen(QWidget *parent = nullptr);

    /// @p kept: whether the list is switched on in the settings.
    void setProjects(const QList<RecentProject> &projects, bool kept, QDate today);
    /// Shows the lock of @p project, whether it is in the list or not.
    void choose(const RecentProject &project);
    void setKeychainState(KeychainState state, bool offered);
    void setDark(bool dark);
    /// A strip above the list, for what is about no chosen project; an empty sentence removes it.
    void showProblem(const QString &sentence);
    UnlockPanel &unlockPanel() { return *m_unlock; }
    void focusFilter();

signals:
    void newProjectAsked();
    void openAsked();
    void sampleAsked();
    void shortcutsAsked();
    void glossaryAsked();
    void settingsAsked();
    void appearanceAsked();
    void locateAsked(const QString &path);
    void removeAsked(const QString &path);
    void chosen(const QString &path);
    void fileDropped(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeBrand();
    QWidget *makeFoot();
    QWidget *makeCentre();
    QWidget *makeHint();
    EmptyState *makeNothing();
    QListView *makeList();
    void chooseRow(const QModelIndex &index);
    void showMenu(const QPoint &at);
    void showNothing(bool kept);

    RecentListModel *m_model; // child
    FilterLine *m_filter; // children from here on
    QListView *m_list;
    QWidget *m_hint;
    EmptyState *m_nothing;
    ProblemStrip *m_problem;
    QToolButton *m_appearance;
    UnlockPanel *m_unlock;
    QWidget *m_left;
    QDate m_today;
};

} // namespace tb
