#pragma once

#include "ui/shell/keychain.h"
#include "ui/shell/newproject/newprojectplan.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QThreadPool;

namespace tb {

class AssistantPage;
class BusyBar;
class ContentPage;
class EngagementPage;
class ProblemStrip;
class Prompts;
class ProtectionPage;
class StepList;
class SummaryPage;

/// What the assistant needs from the application.
struct NewProjectSetup
{
    const Catalog &catalog; ///< outlives the dialog
    Prompts &prompts;
    QThreadPool &jobs;
    QDate today;
    QString folder; ///< where the file is proposed to go
    KeychainState keychain = KeychainState::Missing;
    int idleMinutes = 15;
    KeyCost cost = {}; ///< weaker only in tests
};

/// The new-project assistant: four steps over a plan. It writes nothing itself; the application makes the file when
/// createAsked() comes and answers with showProblem(), or closes the dialog.
class NewProjectDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewProjectDialog(const NewProjectSetup &setup, QWidget *parent = nullptr);

    NewProjectPlan plan() const;
    void openStep(int step); ///< without checking the one shown
    EngagementPage &engagement() { return *m_engagement; }
    void showWorking(const QString &what);
    void showProblem(const QString &sentence);

signals:
    void createAsked(const tb::NewProjectPlan &plan);
    void printAsked(const QString &recoveryText);

private:
    QWidget *makeSteps();
    QWidget *makeFooter();
    void addPage(AssistantPage *page);
    void next();
    void back();
    void stepClicked(int step);
    void finishStep(int step);
    void choosePath();
    void saveRecoveryKey(const QString &text);
    AssistantPage *page(int step) const;

    NewProjectSetup m_setup;
    StepList *m_steps; // children
    QStackedWidget *m_pages;
    EngagementPage *m_engagement;
    ContentPage *m_content;
    ProtectionPage *m_protection;
    SummaryPage *m_summary;
    ProblemStrip *m_problem;
    BusyBar *m_busy;
    QLabel *m_where;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_next;
    int m_reached = 0; ///< the furthest step that was opened
};

} // namespace tb
