#pragma once

#include "ui/common/viewstate.h"

namespace tb {

class Settings;

/// Keeps the widths, orders and choices of views in the settings. What a person typed or picked out of a project
/// (filter texts, chips, named views) stays in memory only and goes with the program: settings are plain text.
class SettingsViewState final : public ViewState
{
public:
    explicit SettingsViewState(Settings &settings) : m_settings(settings) { }

    QVariantMap load(const QString &view) const override;
    void save(const QString &view, const QVariantMap &state) override;

    /// Drops what was kept in memory: called when a project is closed or locked.
    void forgetContent() { m_content.clear(); }

private:
    Settings &m_settings;
    QHash<QString, QVariantMap> m_content;
};

} // namespace tb
