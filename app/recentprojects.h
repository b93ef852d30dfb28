#pragma once

#include "ui/shell/recentproject.h"

namespace tb {

class Settings;

/// The list of recent projects in the settings, newest first. Says nothing about a project's content unless the user
/// asked for names. GUI thread; owned by app.
class RecentProjects
{
public:
    explicit RecentProjects(Settings &settings) : m_settings(settings) { }

    QList<RecentProject> all() const;
    /// Puts @p project on top; names are dropped unless the option says to keep them. Nothing when the list is off.
    void opened(RecentProject project);
    void setInKeychain(const QString &path, bool kept);
    void relocate(const QString &from, const QString &to);
    void remove(const QString &path);
    void clear();
    /// Removes what the options no longer allow: every line, or the names.
    void applyOptions();

private:
    void write(const QList<RecentProject> &projects);

    Settings &m_settings;
};

} // namespace tb
