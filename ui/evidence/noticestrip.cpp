#include "ui/evidence/noticestrip.h"

#include "ui/common/button.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/textstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace tb {

NoticeStrip::NoticeStrip(QWidget *parent)
    : QWidget(parent)
    , m_sentence(makeLabel({}, TextStyle::Body, Ink::Text, this))
    , m_action(makeButton({}, ButtonRole::Standard, {}, this))
{
    m_sentence->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("acceptOffer"));
    QToolButton *close = makeIconButton(QStringLiteral("x"), tr("Dismiss"), {}, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(new IconLabel(icon(QStringLiteral("calendar-check"), Ink::Info), 16, this));
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        emit accepted();
    });
}

void NoticeStrip::offer(const QString &sentence, const QString &action)
{
    m_sentence->setText(sentence);
    m_action->setText(action);
    setAccessibleName(sentence);
    show();
}

QString NoticeStrip::sentence() const
{
    return m_sentence->text();
}

void NoticeStrip::paintEvent(QPaintEvent *)
{
    const Theme::Shades &info = theme().tone(Tone::Info);
    QPainter painter(this);
    painter.fillRect(rect(), info.tint);
    painter.fillRect(0, 0, 3, height(), info.bar);
}

} // namespace tb
