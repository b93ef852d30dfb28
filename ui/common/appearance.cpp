#include "ui/common/appearance.h"

#include "reports/paint/fonts.h"
#include "ui/common/focusring.h"
#include "ui/common/stylesheet.h"
#include "ui/common/textstyle.h"
#include "ui/common/theme.h"
#include "ui/common/trustbenchstyle.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyleFactory>

#include <algorithm>
#include <cstdlib>

namespace tb {
namespace {

const QString portal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString colourScheme = QStringLiteral("color-scheme");

/// The portal wraps its answer in one variant or, in older versions, in two.
QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

Appearance::Appearance(QObject *parent) : QObject(parent)
{
    m_systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    paint::loadFonts();
    QApplication::setStyle(new TrustbenchStyle); // the application owns it
    apply();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { showFocus(now); });
    followPortal();
}

Appearance::~Appearance()
{
    delete m_ring;
}

void Appearance::showFocus(QWidget *widget)
{
    if (!m_ring)
        m_ring = new FocusRing;
    m_ring->follow(widget);
}

void Appearance::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

void Appearance::setTextSize(int pixels)
{
    const QList<int> sizes = textSizes();
    const int nearest = *std::min_element(
        sizes.begin(), sizes.end(), [pixels](int a, int b) { return std::abs(a - pixels) < std::abs(b - pixels); });
    if (nearest == m_textSize)
        return;
    m_textSize = nearest;
    apply();
}

void Appearance::setHighContrast(bool on)
{
    if (on == m_contrast)
        return;
    m_contrast = on;
    apply();
}

bool Appearance::isDark() const
{
    return m_mode == Mode::Dark || (m_mode == Mode::System && systemIsDark());
}

void Appearance::apply()
{
    QFont font(paint::textFamily());
    font.setPixelSize(m_textSize);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
    const Theme &next = isDark() ? Theme::dark() : Theme::light();
    QApplication::setPalette(m_contrast ? QApplication::style()->standardPalette() : next.palette());
    qApp->setStyleSheet(styleSheet(theme()));
    reapplyTextStyles();
    emit changed();
}

bool Appearance::systemIsDark() const
{
    return m_systemDark;
}

void Appearance::followPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return; // then the palette's lightness at start stands
    bus.connect(portal, portalPath, portalSettings, QStringLiteral("SettingChanged"), this,
                SLOT(portalSettingChanged(QString, QString))); // QtDBus has no pointer-to-member form
    portalSettingChanged(appearanceGroup, colourScheme);
}

void Appearance::portalSettingChanged(const QString &group, const QString &key)
{
    if (group != appearanceGroup || key != colourScheme)
        return;
    QDBusMessage read = QDBusMessage::createMethodCall(portal, portalPath, portalSettings, QStringLiteral("Read"));
    read << group << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            return;
        const uint preference = unwrapped(QVariant::fromValue(reply.value())).toUInt(); // 1 dark, 2 light, 0 none
        if (preference == 0 || (preference == 1) == m_systemDark)
            return;
        m_systemDark = preference == 1;
        if (m_mode == Mode::System)
            apply();
    });
}

} // namespace tb
