#include "ui/shell/newproject/choicecard.h"

#include "ui/common/paint/controls.h"
#include "ui/common/termtips.h"
#include "ui/common/textstyle.h"

#include <QKeyEvent>
#include <QPainter>

namespace tb {

ChoiceCard::ChoiceCard(const QString &title, const QString &explanation, QWidget *parent)
    : QAbstractButton(parent)
    , m_explanation(explanation)
{
    setText(title);
    setTermTitle(this, title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setExplanation(const QString &text)
{
    m_explanation = text;
    setAccessibleDescription(text);
    updateGeometry();
    update();
}

QSize ChoiceCard::sizeHint() const
{
    return { metrics::scaled(200), heightForWidth(metrics::scaled(228)) };
}

QRect ChoiceCard::textRect(int width, int height) const
{
    return { metrics::scaled(39), 10, width - metrics::scaled(39) - 10, height - 20 };
}

int ChoiceCard::heightForWidth(int width) const
{
    const QFontMetrics small(textFont(TextStyle::Small));
    const QRect text = small.boundingRect(textRect(width, 1000), Qt::TextWordWrap, m_explanation);
    return 20 + metrics::line() + text.height() + 6;
}

void ChoiceCard::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isChecked() || hasFocus();
    painter.setPen(QPen(strong ? t.accent : t.lineStrong, strong ? 2 : 1));
    painter.setBrush(isChecked() ? t.selection : underMouse() ? t.hover : t.surface);
    const qreal inset = strong ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 5, 5);
    const int side = metrics::scaled(14);
    paintRadio(painter, QRectF(metrics::scaled(13), 12, side, side), isChecked(), isEnabled());
    const QRect text = textRect(width(), height());
    painter.setFont(textFont(TextStyle::BodyStrong));
    painter.setPen(isEnabled() ? t.text : t.field);
    painter.drawText(QRect(text.left(), text.top(), text.width(), metrics::line()), Qt::AlignLeft | Qt::AlignVCenter,
                     this->text());
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(t.text2);
    painter.drawText(text.adjusted(0, metrics::line() + 2, 0, 0), Qt::TextWordWrap, m_explanation);
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1
        : event->key() == Qt::Key_Right || event->key() == Qt::Key_Down         ? 1
                                                                                : 0;
    const QList<ChoiceCard *> cards = parentWidget()->findChildren<ChoiceCard *>(QString(), Qt::FindDirectChildrenOnly);
    const qsizetype to = cards.indexOf(this) + step;
    if (step == 0 || to < 0 || to >= cards.size())
        return QAbstractButton::keyPressEvent(event);
    cards.at(to)->setFocus(Qt::TabFocusReason);
    cards.at(to)->click();
}

} // namespace tb
