#include "ui/shell/topbar.h"

#include "ui/common/button.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/textstyle.h"
#include "ui/shell/savedlabel.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/start/projectwords.h"
#include "ui/shell/taglabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace tb {

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_menu(makeIconButton(QStringLiteral("menu"), tr("Menu")))
    , m_name(makeLabel({}, TextStyle::BodyStrong))
    , m_type(new TagLabel)
    , m_period(makeLabel({}, TextStyle::Small, Ink::Text2))
    , m_search(new SearchField(this))
    , m_saved(new SavedLabel)
    , m_export(makeButton(tr("Export"), ButtonRole::Standard, QStringLiteral("download")))
    , m_lock(makeButton(tr("Lock"), ButtonRole::Standard, QStringLiteral("lock")))
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(metrics::control() + 20);
    m_export->setObjectName(QStringLiteral("export"));
    m_lock->setObjectName(QStringLiteral("lock"));
    m_lock->setToolTip(tr("Lock (%1)").arg(QKeySequence(tr("Ctrl+Shift+L")).toString(QKeySequence::NativeText)));
    m_export->setToolTip(tr("Export (%1)").arg(QKeySequence(tr("Ctrl+E")).toString(QKeySequence::NativeText)));
    m_name->setObjectName(QStringLiteral("projectName"));
    m_menu->setToolTip(tr("Menu (%1 or Alt)").arg(QKeySequence(Qt::Key_F10).toString(QKeySequence::NativeText)));
    m_menu->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_menu->setPopupMode(QToolButton::InstantPopup);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 12, 1);
    layout->setSpacing(9);
    layout->addWidget(m_menu);
    layout->addWidget(new IconLabel(markIcon(), 18));
    layout->addWidget(m_name);
    layout->addWidget(m_type);
    layout->addWidget(m_period);
    layout->addStretch(1);
    layout->addWidget(m_saved);
    layout->addSpacing(3);
    layout->addWidget(m_export);
    layout->addWidget(m_lock);
    connect(m_lock, &QPushButton::clicked, this, &TopBar::lockAsked);
}

void TopBar::setEngagement(const Engagement &engagement)
{
    m_name->setText(engagement.organisation);
    m_type->setText(projectwords::reportType(engagement.reportType));
    m_period->setText(projectwords::period(engagement.reportType, engagement.asOf, engagement.from, engagement.to));
    layOutSearch();
}

void TopBar::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
}

void TopBar::setExportMenu(QMenu *menu)
{
    m_export->setMenu(menu);
}

void TopBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_period->setVisible(!narrow);
    m_search->setPlaceholder(narrow ? tr("Search") : tr("Search controls, evidence, files…"));
    layOutSearch();
}

void TopBar::openMenu()
{
    m_menu->menu()->popup(m_menu->mapToGlobal(m_menu->rect().bottomLeft())); // showMenu() would wait inside
}

void TopBar::openExportMenu()
{
    m_export->menu()->popup(m_export->mapToGlobal(m_export->rect().bottomLeft()));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutSearch();
}

void TopBar::layOutSearch()
{
    layout()->activate();
    const QWidget *last = m_narrow || m_period->text().isEmpty() ? static_cast<QWidget *>(m_type) : m_period;
    const int left = last->geometry().right() + 16;
    const int right = m_saved->geometry().left() - 16;
    const int wanted = metrics::scaled(m_narrow ? 300 : 440);
    const int width = std::min(wanted, right - left);
    const int centred = (this->width() - width) / 2; // in the middle of the window, unless a long name pushes it
    const int x = std::clamp(centred, left, std::max(left, right - width));
    const int height = m_search->sizeHint().height();
    m_search->setGeometry(x, (this->height() - height) / 2, std::max(width, 40), height);
}

void TopBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme().line);
}

} // namespace tb
