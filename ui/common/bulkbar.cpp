#include "ui/common/bulkbar.h"

#include "ui/common/button.h"
#include "ui/common/keyhint.h"
#include "ui/common/textstyle.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace tb {

BulkBar::BulkBar(QWidget *parent)
    : QWidget(parent)
    , m_count(makeLabel({}, TextStyle::BodyStrong, Ink::Text, this))
    , m_row(new QHBoxLayout(this))
    , m_more(makeButton(tr("More"), ButtonRole::Standard, {}, this))
    , m_clear(makeButton(tr("Clear"), ButtonRole::Quiet, {}, this))
    , m_escape(makeLabel(keyText(QKeySequence(Qt::Key_Escape)), TextStyle::Micro, Ink::Text2, this))
    , m_menu(new QMenu(this))
{
    m_more->setMenu(m_menu);
    m_clear->setToolTip(tr("Clear the selection (Esc)"));
    m_escape->setProperty("tbTag", true);
    m_row->setContentsMargins(16, 8, 16, 8);
    m_row->setSpacing(8);
    m_row->addWidget(m_count);
    m_row->addWidget(m_more);
    m_row->addStretch();
    m_row->addWidget(m_clear);
    m_row->addWidget(m_escape);
    setFixedHeight(metrics::bulkBar());
    hide();
    connect(m_clear, &QPushButton::clicked, this, &BulkBar::cleared);
}

void BulkBar::addAction(QAction *action)
{
    auto *button = makeButton(action->text(), ButtonRole::Standard, {}, this);
    button->setIcon(action->icon());
    button->setToolTip(action->toolTip());
    button->setEnabled(action->isEnabled());
    if (action->menu())
        button->setMenu(action->menu());
    else
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [action, button] { button->setEnabled(action->isEnabled()); });
    m_row->insertWidget(1 + static_cast<int>(m_buttons.size()), button);
    m_buttons << button;
    m_actions << action;
    fit();
}

void BulkBar::setCount(int selected)
{
    m_count->setText(tr("%n selected", nullptr, selected));
    setVisible(selected >= 2);
    fit();
}

bool BulkBar::isUseful() const
{
    return std::any_of(m_actions.cbegin(), m_actions.cend(), [](const QAction *action) { return action->isEnabled(); });
}

QSize BulkBar::minimumSizeHint() const
{
    return { 240, metrics::bulkBar() };
}

void BulkBar::fit()
{
    int room
        = width() - 32 - m_count->sizeHint().width() - m_clear->sizeHint().width() - m_escape->sizeHint().width() - 32;
    int all = 0;
    for (const QPushButton *button : m_buttons)
        all += button->sizeHint().width() + 8;
    const bool overflow = all > room;
    if (overflow)
        room -= m_more->sizeHint().width() + 8;
    m_menu->clear();
    int used = 0;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        used += m_buttons.at(i)->sizeHint().width() + 8;
        const bool fits = used <= room;
        m_buttons.at(i)->setVisible(fits);
        if (!fits)
            m_menu->addAction(m_actions.at(i));
    }
    m_more->setVisible(overflow);
}

void BulkBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().selection);
    painter.fillRect(0, 0, width(), 1, theme().selectionLine);
}

} // namespace tb
