#pragma once

#include <QPushButton>

class QToolButton;

namespace tb {

/// How loud a button is; read by TrustbenchStyle from the dynamic property "tbRole".
enum class ButtonRole { Standard, Primary, Quiet, Danger };

void setButtonRole(QAbstractButton *button, ButtonRole role);
ButtonRole buttonRole(const QWidget *button);

/// A push button of @p role; @p iconName (may be empty) takes the ink that the role needs.
QPushButton *makeButton(const QString &text, ButtonRole role = ButtonRole::Standard, const QString &iconName = {},
                        QWidget *parent = nullptr);

/// A button of a dialog's footer: Enter presses it while it has the focus.
QPushButton *makeFooterButton(const QString &text, ButtonRole role = ButtonRole::Standard, QWidget *parent = nullptr);

/// Makes @p button the one that its dialog agrees with: Enter presses it, and Ctrl+Enter also from a text of several
/// lines, where Enter alone begins the next.
void setAgreeing(QPushButton *button);

/// An icon-only button; @p name is its accessible name and, with @p shortcut, its tooltip.
QToolButton *makeIconButton(const QString &iconName, const QString &name, const QKeySequence &shortcut = {},
                            QWidget *parent = nullptr);

} // namespace tb
