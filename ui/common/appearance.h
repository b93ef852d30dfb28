#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace tb {
class FocusRing;

/// Applies theme, font, style and style sheet to the application and switches them in place. Owned by app; GUI thread.
class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };

    /// Loads the fonts, installs TrustbenchStyle and applies System at text size 13.
    explicit Appearance(QObject *parent = nullptr);

    ~Appearance() override;

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    int textSize() const { return m_textSize; } ///< pixels of body text
    void setTextSize(int pixels); ///< 12, 13, 15 or 17; others are taken to the nearest of them
    void setHighContrast(bool on); ///< use the system's own palette
    bool highContrast() const { return m_contrast; }
    bool isDark() const;

    static QList<int> textSizes() { return { 12, 13, 15, 17 }; }

signals:
    void changed(); ///< after palette, font and style sheet are in place

private slots:
    void portalSettingChanged(const QString &group, const QString &key);

private:
    void apply();
    void showFocus(QWidget *widget);
    void followPortal();
    bool systemIsDark() const;

    Mode m_mode = Mode::System;
    int m_textSize = 13;
    bool m_contrast = false;
    bool m_systemDark = false;
    QPointer<FocusRing> m_ring; ///< goes with the window that it is in; then the next focus makes another
};

} // namespace tb
