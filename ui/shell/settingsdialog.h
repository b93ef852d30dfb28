#pragma once

#include "ui/shell/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace tb {

class SegmentedControl;

/// Settings of the program on this computer. Every choice holds at once; there is nothing to save or cancel.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const Preferences &preferences, QWidget *parent = nullptr);

    Preferences preferences() const;

signals:
    void changed(const tb::Preferences &preferences);

private:
    QWidget *makeLook(const Preferences &preferences);
    QWidget *makeStart(const Preferences &preferences);
    QWidget *makeProtection(const Preferences &preferences);
    void report();

    SegmentedControl *m_mode; // children
    QComboBox *m_textSize;
    QCheckBox *m_recent;
    QCheckBox *m_names;
    QComboBox *m_idle;
    QCheckBox *m_screen;
    QCheckBox *m_keychain;
};

} // namespace tb
