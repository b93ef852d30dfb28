#include "ui/common/toast.h"

#include "ui/common/button.h"
#include "ui/common/paint/controls.h"
#include "ui/common/textstyle.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace tb {
namespace {

constexpr int margin = 16; ///< pixels to the edges of the ground

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
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
        if (now && isAncestorOf(now) && !(old && isAncestorOf(old)))
            m_before = old;
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
    m_sentence = text;
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setFocusProxy(action.isEmpty() ? m_close : static_cast<QWidget *>(m_action));
    setAccessibleName(text);
    setToolTip(text);
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
    if (focused && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

QString Toast::text() const
{
    return m_sentence;
}

void Toast::setGround(QWidget *ground)
{
    if (m_ground && m_ground != parentWidget())
        m_ground->removeEventFilter(this);
    m_ground = ground;
    if (ground && ground != parentWidget())
        ground->installEventFilter(this);
    place();
}

void Toast::place()
{
    fit();
    const QWidget *ground = m_ground ? m_ground.data() : parentWidget();
    const QPoint corner = ground->mapTo(parentWidget(), QPoint(0, ground->height()));
    move(corner + QPoint(margin, -height() - margin));
}

/// A long sentence is elided, so that its buttons stay within the pane.
void Toast::fit()
{
    m_text->setText(m_sentence);
    layout()->activate();
    const int over = sizeHint().width() - (parentWidget()->width() - 2 * margin);
    if (over > 0) {
        const int room = std::max(40, m_text->sizeHint().width() - over);
        m_text->setText(m_text->fontMetrics().elidedText(m_sentence, Qt::ElideRight, room));
        layout()->activate();
    }
    resize(sizeHint());
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
    const bool mine = watched == m_action || watched == m_close;
    if (!mine && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    else if (mine && event->type() == QEvent::FocusIn)
        pause();
    else if (mine && event->type() == QEvent::FocusOut)
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
