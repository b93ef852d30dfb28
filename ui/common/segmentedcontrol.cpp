#include "ui/common/segmentedcontrol.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/textstyle.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace tb {

SegmentedControl::SegmentedControl(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(name);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::currentChanged);
}

void SegmentedControl::addSegment(const QString &text, const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setToolButtonStyle(iconName.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setFocusPolicy(Qt::StrongFocus);
    setTextStyle(button, TextStyle::BodyMedium);
    const int segment = static_cast<int>(m_group->buttons().size());
    m_group->addButton(button, segment);
    m_row->addWidget(button);
    button->setChecked(segment == 0);
    for (QAbstractButton *one : m_group->buttons()) {
        const int place = m_group->id(one);
        one->setProperty(segmentProperty, (place == 0 ? firstSegment : 0) | (place == segment ? lastSegment : 0));
    }
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int segment)
{
    if (QAbstractButton *button = m_group->button(segment))
        button->setChecked(true);
}

} // namespace tb
