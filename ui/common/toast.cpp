#include "ui/common/toast.h"

#include "ui/common/button.h"
#include "ui/common/paint/controls.h"
#include "ui/common/textstyle.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace tb {
namespace {

/// A flat button in the toast's own colours, which are the theme's turned round.
class ToastButton final : public QPushButton
{
public:
    explicit ToastButton(QWidget *parent) : QPushButton(parent)
    {
        setAutoDefault(false);
        setTextStyle(this, TextStyle::BodyStrong);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor colour = text() == QStringLiteral("×") ? theme().toastText : theme().toastAction;
        painter.setFont(font());
        painter.setPen(colour);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (!hasFocus())
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
};

} // namespace

Toast::Toast(QWidget *pane)
    : QWidget(pane)
    , m_text(makeLabel({}, TextStyle::Body, Ink::Text, this))
    , m_action(new ToastButton(this))
    , m_close(new ToastButton(this))
{
    m_action->setObjectName(QStringLiteral("toastAction"));
    auto *close = static_cast<QPushButton *>(m_close);
    close->setText(QStringLiteral("×"));
    close->setAccessibleName(tr("Dismiss"));
    close->setToolTip(tr("Dismiss (Esc)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 4, 6);
    row->addWidget(m_text);
    row->addSpacing(24);
    row->addWidget(m_action);
    row->addWidget(m_close);
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(m_action);
    hide();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(close, &QPushButton::clicked, this, &Toast::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        dismiss();
        emit actionClicked();
    });
    pane->installEventFilter(this);
    m_action->installEventFilter(this);
    m_close->installEventFilter(this);
}

void Toast::showMessage(const QString &text, const QString &action)
{
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::WindowText, theme().toastText);
    m_text->setPalette(palette);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    adjustSize();
    place();
    show();
    raise();
    m_left = ShownForMs;
    m_timer.start(m_left);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::dismiss()
{
    m_timer.stop();
    const bool focused = m_action->hasFocus() || m_close->hasFocus();
    hide();
    if (focused && parentWidget()->focusProxy())
        parentWidget()->setFocus();
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::place()
{
    move(16, parentWidget()->height() - height() - 16);
}

void Toast::pause()
{
    if (!m_timer.isActive())
        return;
    m_left = m_timer.remainingTime();
    m_timer.stop();
}

void Toast::resume()
{
    if (isVisible() && !m_timer.isActive() && !m_action->hasFocus() && !m_close->hasFocus() && !underMouse())
        m_timer.start(m_left);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    else if (event->type() == QEvent::FocusIn && watched != parentWidget())
        pause();
    else if (event->type() == QEvent::FocusOut && watched != parentWidget())
        QTimer::singleShot(0, this, &Toast::resume); // once the focus has arrived elsewhere
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    pause();
}

void Toast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    QTimer::singleShot(0, this, &Toast::resume);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().toast);
    painter.drawRoundedRect(QRectF(rect()), 4, 4);
}

} // namespace tb
