#include "ui/shell/banner.h"

#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/textstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tb {

Banner::Banner(QWidget *parent) : QWidget(parent), m_text(makeLabel({}, TextStyle::Small))
{
    setObjectName(QStringLiteral("banner"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 5, 16, 6);
    layout->addWidget(new IconLabel(icon(QStringLiteral("lock"), Ink::Info), 14));
    layout->addWidget(m_text, 1);
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void Banner::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().tone(Tone::Info).tint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme().line);
}

} // namespace tb
