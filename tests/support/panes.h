#pragma once

#include "model/project.h"
#include "model/projectreadiness.h"
#include "tests/support/fakeprompts.h"
#include "ui/common/viewstate.h"
#include "ui/shell/chaincheck.h"
#include "ui/shell/panecontext.h"

#include <QHash>
#include <QThreadPool>

namespace tb {

/// What the window gives its panes, for tests of one pane alone.
class PaneHost
{
    /// Remembers in memory.
    class State final : public ViewState
    {
    public:
        QVariantMap load(const QString &view) const override { return m_views.value(view); }
        void save(const QString &view, const QVariantMap &state) override { m_views.insert(view, state); }

    private:
        QHash<QString, QVariantMap> m_views;
    };

public:
    explicit PaneHost(Project &project) : m_project(project), m_readiness(project, today), chain(project, m_jobs) { }

    PaneContext context()
    {
        return { m_project,
                 m_readiness,
                 prompts,
                 m_state,
                 m_jobs,
                 chain,
                 readOnly,
                 [this] { return today; },
                 [this](const QString &sentence, qint64) { toasts.append(sentence); },
                 [this](const ChangeSet &) { ++announced; },
                 [this](const QString &table, qint64 id) { shown = table + QLatin1Char(' ') + QString::number(id); },
                 [this](const std::function<void()> &then) {
                     plainAsked = true;
                     if (prompts.agree)
                         then();
                 } };
    }

    const QDate today { 2026, 3, 12 };

private:
    Project &m_project;
    ProjectReadiness m_readiness;
    State m_state;
    QThreadPool m_jobs;

public:
    ChainCheck chain; ///< unknown until a test starts it
    FakePrompts prompts;
    QStringList toasts;
    QString shown;
    int announced = 0;
    bool plainAsked = false; ///< whether files may leave the encrypted project
    bool readOnly = false;
};

} // namespace tb
