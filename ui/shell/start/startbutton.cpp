#include "ui/shell/start/startbutton.h"

#include "ui/common/keyhint.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/textstyle.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace tb {

StartButton::StartButton(const QString &iconName, const QString &text, const QKeySequence &keys, ButtonRole role,
                         QWidget *parent)
    : QPushButton(text, parent)
    , m_iconName(iconName)
    , m_keys(keyText(keys))
{
    setAutoDefault(false);
    setButtonRole(this, role);
    if (role == ButtonRole::Quiet)
        setTextStyle(this, TextStyle::Body);
    if (!keys.isEmpty())
        setToolTip(QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
}

QSize StartButton::sizeHint() const
{
    const int height = buttonRole(this) == ButtonRole::Quiet ? metrics::control() : metrics::control() + 8;
    return { fontMetrics().horizontalAdvance(text()) + metrics::scaled(60), height };
}

void StartButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const ButtonRole role = buttonRole(this);
    const bool quiet = role == ButtonRole::Quiet;
    const Ink ink = role == ButtonRole::Primary ? Ink::OnFill : Ink::Text;
    const int side = metrics::icon();
    const int left = quiet ? 0 : 13;
    paintIcon(painter, QRect(left, (height() - side) / 2, side, side), m_iconName, quiet ? Ink::Text2 : ink);
    const QRect rest = rect().adjusted(left + side + metrics::scaled(quiet ? 7 : 6), 0, -13, 0);
    if (!m_keys.isEmpty())
        paintKeyHint(painter, rest, m_keys, role == ButtonRole::Primary ? Ink::OnFill : Ink::Text3);
    painter.setFont(font());
    painter.setPen(theme().ink(ink));
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace tb
