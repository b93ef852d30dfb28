#include "ui/common/section.h"

#include "ui/common/termtips.h"
#include "ui/common/textstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace tb {

Section::Section(const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_remark(makeLabel({}, TextStyle::Small, Ink::Text2, this))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    m_head->setSpacing(8);
    auto *title = makeLabel(heading, TextStyle::BodyStrong, Ink::Text, this);
    setTermTitle(title, heading);
    m_head->addWidget(title);
    m_head->addWidget(m_remark);
    m_head->addStretch();
    m_body->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setSpacing(6);
    layout->addLayout(m_head);
    layout->addLayout(m_body);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // Maximum would cut wrapped lines
}

void Section::setRemark(const QString &text)
{
    m_remark->setText(text);
}

void Section::addButton(QWidget *button)
{
    m_head->addWidget(button);
}

void Section::addContent(QWidget *content)
{
    m_body->addWidget(content);
}

void Section::clearContent()
{
    while (QLayoutItem *item = m_body->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

void Section::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, theme().line);
}

} // namespace tb
