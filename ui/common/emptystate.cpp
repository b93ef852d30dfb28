#include "ui/common/emptystate.h"

#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/textstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace tb {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel({}, 28, this))
    , m_title(makeLabel({}, TextStyle::BodyStrong, Ink::Text, this))
    , m_sentence(makeLabel({}, TextStyle::Body, Ink::Text2, this))
    , m_buttons(new QHBoxLayout)
{
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(metrics::scaled(340));
    auto *middle = new QHBoxLayout; // a centred item would get the height of one line only
    middle->addStretch(1);
    middle->addWidget(m_sentence, 1000); // all of a narrow inspector, and no more than it has
    middle->addStretch(1);
    m_buttons->setSpacing(8);
    m_buttons->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(6);
    layout->addStretch();
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(6);
    layout->addWidget(m_title);
    layout->addLayout(middle);
    layout->addSpacing(8);
    layout->addLayout(m_buttons);
    layout->addStretch();
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &sentence)
{
    m_icon->setIcon(icon(iconName, Ink::Text3));
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void EmptyState::addButton(QWidget *button)
{
    m_buttons->addWidget(button);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme().surface);
}

} // namespace tb
