#pragma once

#include "app/application.h"

#include <QTemporaryDir>

class QDialog;

namespace tb {

/// Renders every pane, dialog and state with the sample project, light and dark, to PNG files:
/// `trustbench --screens FOLDER`.
/// Works without a display. Ends with finished().
class Screens final : public QObject
{
    Q_OBJECT

public:
    explicit Screens(QString folder, QObject *parent = nullptr);
    ~Screens() override;

    void start();

signals:
    void finished(bool fine);

private:
    /// One picture: what to do, when it is done, and its name; no name, no picture.
    struct Step
    {
        QString name;
        std::function<void()> prepare;
        std::function<bool()> ready = {};
    };

    void plan();
    void planStart();
    void planAssistant();
    void planEmpty();
    void planPanes();
    void planSearch();
    void planDialogs();
    void planControlStates();
    void planEvidenceStates();
    void planMenus();
    void unlock(const QString &path);
    bool isReady() const; ///< the open project's chain is checked: nothing changes by itself any more
    void showSomething(const QString &pane);
    void runCommand(const QString &text); ///< of the workspace or its pane, by what it is called
    void closeDialog();
    QDialog *dialogInFront() const;
    void add(const QString &name, std::function<void()> prepare, std::function<bool()> ready = {});
    void next();
    void poll();
    void shoot(const QString &name);
    void fail(const QString &why);

    QString m_folder;
    QTemporaryDir m_place;
    std::unique_ptr<Application> m_program;
    QList<Step> m_steps;
    QTimer m_poll;
    int m_waited = 0; ///< milliseconds of the present step
    QString m_project;
    bool m_dark = false;
};

} // namespace tb
