#include "ui/common/button.h"

#include "ui/common/icons.h"
#include "ui/common/metrics.h"
#include "ui/common/textstyle.h"

#include <QKeySequence>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>
#include <QVariant>

namespace tb {
namespace {
const char *const roleProperty = "tbRole";
}

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(roleProperty, static_cast<int>(role));
    const bool loud = role == ButtonRole::Primary || role == ButtonRole::Danger;
    setTextStyle(button, loud ? TextStyle::BodyStrong : TextStyle::BodyMedium);
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button ? static_cast<ButtonRole>(button->property(roleProperty).toInt()) : ButtonRole::Standard;
}

QPushButton *makeButton(const QString &text, ButtonRole role, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    setButtonRole(button, role);
    const bool filled = role == ButtonRole::Primary || role == ButtonRole::Danger;
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, filled ? Ink::OnFill : role == ButtonRole::Quiet ? Ink::Text2 : Ink::Text));
    const int side = role == ButtonRole::Quiet ? metrics::scaled(14) : metrics::icon();
    button->setIconSize(QSize(side, side));
    return button;
}

QPushButton *makeFooterButton(const QString &text, ButtonRole role, QWidget *parent)
{
    QPushButton *button = makeButton(text, role, {}, parent);
    button->setAutoDefault(true);
    return button;
}

void setAgreeing(QPushButton *button)
{
    button->setDefault(true);
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter }) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), button);
        QObject::connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    }
}

QToolButton *makeIconButton(const QString &iconName, const QString &name, const QKeySequence &shortcut, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName, Ink::Text2));
    button->setIconSize(QSize(metrics::icon(), metrics::icon()));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(
        shortcut.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, shortcut.toString(QKeySequence::NativeText)));
    return button;
}

} // namespace tb
