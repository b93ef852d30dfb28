#include "ui/shell/banner.h"

#include "ui/common/button.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/textstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace tb {

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel({}, 14))
    , m_text(makeLabel({}, TextStyle::Small))
    , m_close(makeIconButton(QStringLiteral("x"), tr("Dismiss")))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse); // a path may be wanted elsewhere
    setObjectName(QStringLiteral("banner"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 5, 16, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    hide();
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
}

void Banner::say(const QString &iconName, const QString &text, bool closable)
{
    m_icon->setIcon(icon(iconName, Ink::Info));
    m_text->setText(text);
    m_close->setVisible(closable);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().tone(Tone::Info).tint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme().line);
}

} // namespace tb
