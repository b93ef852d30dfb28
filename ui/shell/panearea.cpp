#include "ui/shell/panearea.h"

#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/toast.h"
#include "ui/shell/banner.h"

#include <QVBoxLayout>

namespace tb {

PaneArea::PaneArea(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_banner(new Banner)
    , m_problem(new ProblemStrip)
    , m_progress(new ProgressStrip)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_problem);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_progress);
    m_problem->clear();
    m_progress->hide();
    m_toast = new Toast(m_stack);
    connect(m_toast, &Toast::actionClicked, this, [this] {
        if (m_toastAction)
            m_toastAction();
    });
    connect(m_problem, &ProblemStrip::dismissed, m_problem, &ProblemStrip::clear);
}

void PaneArea::add(Pane *pane)
{
    m_panes.append(pane);
    m_stack->addWidget(pane);
}

Pane *PaneArea::pane(const QString &id) const
{
    for (Pane *pane : m_panes) {
        if (pane->id() == id)
            return pane;
    }
    return nullptr;
}

Pane *PaneArea::current() const
{
    return qobject_cast<Pane *>(m_stack->currentWidget());
}

void PaneArea::open(Pane *next)
{
    Pane *before = current();
    if (next == before && next->isVisible())
        return;
    if (before && before != next)
        before->closed();
    m_stack->setCurrentWidget(next);
    m_toast->setGround(next->toastGround());
    m_toast->raise();
    next->opened();
}

void PaneArea::addStrip(QWidget *strip)
{
    layout()->addWidget(strip);
}

void PaneArea::showBanner(const QString &text)
{
    m_banner->say(QStringLiteral("lock"), text, false);
}

void PaneArea::showNotice(const QString &text)
{
    m_banner->say(QStringLiteral("info"), text, true);
}

void PaneArea::showToast(const QString &text, const QString &action, std::function<void()> run)
{
    m_toastAction = std::move(run);
    m_toast->showMessage(text, action);
}

} // namespace tb
