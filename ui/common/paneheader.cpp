#include "ui/common/paneheader.h"

#include "ui/common/pill.h"
#include "ui/common/termtips.h"
#include "ui/common/textstyle.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tb {

PaneHeader::PaneHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_count(makeLabel({}, TextStyle::Body, Ink::Text2, this))
    , m_pill(new Pill(this))
{
    m_row->setContentsMargins(16, 10, 16, 10);
    m_row->setSpacing(8);
    auto *name = makeLabel(title, TextStyle::PageTitle, Ink::Text, this);
    setTermTitle(name, title);
    m_row->addWidget(name);
    m_row->addSpacing(4);
    m_row->addWidget(m_count);
    m_row->addWidget(m_pill);
    m_row->addStretch();
    m_pill->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PaneHeader::setCount(const QString &sentence)
{
    m_count->setText(sentence);
}

void PaneHeader::setPill(const StatusLook &look)
{
    m_pill->setLook(look);
}

void PaneHeader::addButton(QWidget *button)
{
    m_row->addWidget(button);
}

} // namespace tb
