#include "ui/shell/rail.h"

#include "ui/common/textstyle.h"
#include "ui/shell/actorbutton.h"
#include "ui/shell/railitem.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace tb {

namespace {

QString headingOf(RailGroup group)
{
    switch (group) {
    case RailGroup::Top: return {};
    case RailGroup::Prepare: return Rail::tr("Prepare");
    case RailGroup::AuditWork: return Rail::tr("Audit work");
    case RailGroup::Record: return Rail::tr("Record");
    }
    return {};
}

} // namespace

Rail::Rail(QWidget *parent) : QWidget(parent), m_items(new QVBoxLayout), m_actor(new ActorButton)
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Panes"));
    setFocusPolicy(Qt::TabFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 9, 1, 0);
    layout->setSpacing(0);
    m_items->setSpacing(0);
    layout->addLayout(m_items);
    layout->addStretch(1);
    layout->addWidget(m_actor);
    setCollapsed(false);
}

void Rail::addHeading(RailGroup group)
{
    auto *heading = makeLabel(headingOf(group), TextStyle::MicroStrong, Ink::Text2);
    heading->setContentsMargins(16, m_order.isEmpty() ? 4 : 14, 0, 5);
    m_items->addWidget(heading);
    m_headings.append(heading);
    auto *rule = new QWidget;
    rule->setFixedHeight(m_order.isEmpty() ? 0 : 15);
    m_items->addWidget(rule);
    m_rules.append(rule);
    m_group = group;
}

void Rail::addPane(const Pane &pane)
{
    if (pane.group() != m_group)
        addHeading(pane.group());
    auto *item = new RailItem(pane.iconName(), pane.title());
    item->setObjectName(QStringLiteral("rail.") + pane.id());
    item->setBadge(pane.badge());
    item->setFocusPolicy(Qt::NoFocus); // the rail itself is the tab stop
    item->setCollapsed(m_collapsed);
    connect(item, &QAbstractButton::clicked, this, [this, id = pane.id()] { emit paneAsked(id); });
    m_items->addWidget(item);
    m_order.append(item);
    m_byId.insert(pane.id(), item);
    setCollapsed(m_collapsed);
}

void Rail::setCurrent(const QString &id)
{
    if (RailItem *item = m_byId.value(id))
        item->setChecked(true);
}

void Rail::setBadge(const QString &id, int count)
{
    if (RailItem *item = m_byId.value(id))
        item->setBadge(count);
}

void Rail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(metrics::scaled(collapsed ? 48 : 208));
    for (RailItem *item : std::as_const(m_order))
        item->setCollapsed(collapsed);
    for (QWidget *heading : std::as_const(m_headings))
        heading->setVisible(!collapsed);
    for (QWidget *rule : std::as_const(m_rules))
        rule->setVisible(collapsed);
    m_actor->setCollapsed(collapsed);
}

void Rail::focusNeighbour(int step)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < m_order.size(); ++i) {
        if (m_order.at(i)->hasFocus())
            at = i + step;
    }
    if (!m_order.isEmpty())
        m_order.at(std::clamp<qsizetype>(at, 0, m_order.size() - 1))->setFocus(Qt::TabFocusReason);
}

void Rail::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    for (RailItem *item : std::as_const(m_order)) {
        if (item->isChecked())
            item->setFocus(event->reason());
    }
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: return focusNeighbour(-1);
    case Qt::Key_Down: return focusNeighbour(1);
    case Qt::Key_Home: return m_order.first()->setFocus(Qt::TabFocusReason);
    case Qt::Key_End: return m_order.last()->setFocus(Qt::TabFocusReason);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto *item = qobject_cast<RailItem *>(focusWidget()))
            return item->click();
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void Rail::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().rail);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme().line);
    for (const QWidget *rule : m_rules) {
        if (rule->isVisible() && rule->height() > 0)
            painter.fillRect(QRect(14, rule->geometry().center().y(), width() - 29, 1), theme().lineStrong);
    }
}

} // namespace tb
