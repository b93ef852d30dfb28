#include "ui/shell/searchfield.h"

#include "ui/common/keyhint.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"

#include <QKeyEvent>
#include <QPainter>

namespace tb {

SearchField::SearchField(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("searchField"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
    connect(this, &QAbstractButton::clicked, this, [this] { emit searchAsked({}); });
}

void SearchField::setPlaceholder(const QString &text)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(tr("%1 (%2)").arg(text, QKeySequence(tr("Ctrl+K")).toString(QKeySequence::NativeText)));
}

QSize SearchField::sizeHint() const
{
    return { metrics::scaled(440), metrics::control() + 6 };
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const bool letter = !typed.isEmpty() && typed.at(0).isPrint() && !typed.at(0).isSpace();
    if (letter && !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier))
        emit searchAsked(typed);
    else
        QAbstractButton::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintField(painter, rect(), hasFocus(), false, false);
    const int side = metrics::scaled(15);
    paintIcon(painter, QRect(10, (height() - side) / 2, side, side), QStringLiteral("search"), Ink::Text2);
    const QRect inner = rect().adjusted(side + 17, 0, -8, 0);
    const int keys = paintKeyHint(painter, inner, keyText(QKeySequence(tr("Ctrl+K"))), Ink::Text3);
    drawText(painter, inner.adjusted(0, 0, -keys - 6, 0), text(), textFont(TextStyle::Body), theme().text3);
}

} // namespace tb
