#pragma once

#include <QMainWindow>

class QStackedWidget;

namespace tb {

class StartScreen;
class Workspace;

/// The program's window: the start screen or, while a project is open, its workspace.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);

    StartScreen &startScreen() { return *m_start; }
    Workspace *workspace() const { return m_workspace; }

    void showStart();
    /// Shows @p workspace, which becomes the window's own.
    void showWorkspace(Workspace *workspace);
    /// Destroys the workspace and shows the start screen: nothing of the project stays in the window.
    void dropWorkspace();

signals:
    void quitAsked(); ///< the window was told to close; it stays until the application says so

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void addStartAction(const QString &text, const QString &shortcut, void (StartScreen::*run)());

    QStackedWidget *m_stack; // children
    StartScreen *m_start;
    Workspace *m_workspace = nullptr;
};

} // namespace tb
