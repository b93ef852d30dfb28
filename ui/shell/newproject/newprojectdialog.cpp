#include "ui/shell/newproject/newprojectdialog.h"

#include "ui/common/button.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/problemstrip.h"
#include "ui/common/prompts.h"
#include "ui/common/steplist.h"
#include "ui/common/textstyle.h"
#include "ui/shell/busybar.h"
#include "ui/shell/newproject/contentpage.h"
#include "ui/shell/newproject/engagementpage.h"
#include "ui/shell/newproject/protectionpage.h"
#include "ui/shell/newproject/summarypage.h"
#include "ui/shell/panel.h"
#include "ui/shell/passphrase/recoverykey.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>

namespace tb {

NewProjectDialog::NewProjectDialog(const NewProjectSetup &setup, QWidget *parent)
    : QDialog(parent)
    , m_setup(setup)
    , m_steps(new StepList)
    , m_pages(new QStackedWidget)
    , m_engagement(new EngagementPage(setup.catalog, setup.today))
    , m_content(new ContentPage(setup.catalog))
    , m_protection(new ProtectionPage(setup.jobs, setup.keychain, setup.idleMinutes, setup.cost))
    , m_summary(new SummaryPage)
    , m_problem(new ProblemStrip)
    , m_busy(new BusyBar)
{
    setObjectName(QStringLiteral("newProjectDialog"));
    setWindowTitle(tr("New project"));
    setWindowModality(Qt::WindowModal);
    resize(metrics::scaled(1000), metrics::scaled(740));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeSteps());
    auto *right = new Panel(Panel::Ground::Surface);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_pages, 1);
    column->addWidget(m_busy);
    column->addWidget(makeFooter());
    layout->addWidget(right, 1);
    m_problem->clear();
    m_busy->hide();
    for (AssistantPage *page : { static_cast<AssistantPage *>(m_engagement), static_cast<AssistantPage *>(m_content),
                                 static_cast<AssistantPage *>(m_protection), static_cast<AssistantPage *>(m_summary) })
        addPage(page);
    connect(m_protection, &ProtectionPage::printAsked, this, &NewProjectDialog::printAsked);
    connect(m_protection, &ProtectionPage::saveAsked, this, &NewProjectDialog::saveRecoveryKey);
    connect(m_summary, &SummaryPage::chooseAsked, this, &NewProjectDialog::choosePath);
    connect(m_steps, &StepList::stepClicked, this, &NewProjectDialog::stepClicked);
    openStep(0);
}

QWidget *NewProjectDialog::makeSteps()
{
    auto *side = new Panel(Panel::Ground::Rail);
    side->setFixedWidth(metrics::scaled(232));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 20, 16, 16);
    column->setSpacing(16);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(9, 0, 0, 0);
    head->setSpacing(8);
    head->addWidget(new IconLabel(markIcon(), 18));
    head->addWidget(makeLabel(tr("New project"), TextStyle::BodyStrong), 1);
    column->addLayout(head);
    column->addWidget(m_steps);
    column->addStretch(1);
    return side;
}

void NewProjectDialog::addPage(AssistantPage *page)
{
    auto *scroll = new QScrollArea; // on small screens the content scrolls; the footer stays
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *ground = new Panel(Panel::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page);
    scroll->setWidget(ground);
    m_pages->addWidget(scroll);
    m_steps->addStep(page->title(), page->hint());
}

QWidget *NewProjectDialog::makeFooter()
{
    auto *footer = new Panel(Panel::Ground::Sunken);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 14, 24, 14);
    row->setSpacing(8);
    row->addWidget(m_where = makeLabel({}, TextStyle::Small, Ink::Text2), 1);
    row->addWidget(m_cancel = makeButton(tr("Cancel"), ButtonRole::Quiet));
    row->addWidget(m_back = makeButton(tr("Back")));
    row->addWidget(m_next = makeButton({}, ButtonRole::Primary));
    m_next->setObjectName(QStringLiteral("next"));
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &NewProjectDialog::back);
    connect(m_next, &QPushButton::clicked, this, &NewProjectDialog::next);
    return footer;
}

AssistantPage *NewProjectDialog::page(int step) const
{
    const std::array<AssistantPage *, 4> pages { m_engagement, m_content, m_protection, m_summary };
    return pages.at(static_cast<std::size_t>(step));
}

void NewProjectDialog::openStep(int step)
{
    if (step >= 1)
        m_content->setCategories(plan().project.engagement.categories);
    if (step == 3) {
        const NewProjectPlan now = plan();
        m_summary->setPlan(now, criteriaInScope(m_setup.catalog, now.project.engagement.categories),
                           m_content->controlCount(), m_setup.folder);
    }
    m_reached = std::max(m_reached, step);
    m_pages->setCurrentIndex(step);
    m_steps->setCurrent(step);
    m_where->setText(tr("Step %1 of %2").arg(step + 1).arg(m_pages->count()));
    m_back->setEnabled(step > 0);
    const bool last = step + 1 == m_pages->count();
    m_next->setText(last ? tr("Create project") : tr("Next: %1").arg(page(step + 1)->title()));
    m_problem->clear();
    page(step)->opened();
}

void NewProjectDialog::finishStep(int step)
{
    m_steps->setFinished(step, page(step)->summary());
}

void NewProjectDialog::next()
{
    const int step = m_pages->currentIndex();
    if (!page(step)->check())
        return;
    finishStep(step);
    if (step + 1 < m_pages->count())
        openStep(step + 1);
    else
        emit createAsked(plan());
}

void NewProjectDialog::back()
{
    openStep(m_pages->currentIndex() - 1);
}

void NewProjectDialog::stepClicked(int step)
{
    const int from = m_pages->currentIndex();
    if (step > from && !page(from)->check())
        return; // a later step rests on this one
    finishStep(from);
    openStep(step);
}

NewProjectPlan NewProjectDialog::plan() const
{
    NewProjectPlan plan;
    m_engagement->fill(plan.project.engagement);
    plan.project.startingSet = m_content->startingSet();
    m_protection->fill(plan);
    plan.path = m_summary->path();
    return plan;
}

void NewProjectDialog::choosePath()
{
    const Prompts::FileQuestion question { tr("Project file"), m_setup.folder, m_summary->path(),
                                           tr("Trustbench project (*.trustbench)") };
    m_setup.prompts.saveFile(this, question, [this](const QString &path) { m_summary->setPath(path); });
}

void NewProjectDialog::saveRecoveryKey(const QString &text)
{
    tb::saveRecoveryKey(m_setup.prompts, this, text, [this](const QString &sentence) { showProblem(sentence); });
}

void NewProjectDialog::showWorking(const QString &what)
{
    m_problem->clear();
    m_where->setText(what);
    m_busy->show();
    for (QWidget *widget :
         { static_cast<QWidget *>(m_pages), static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_next),
           static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_cancel) })
        widget->setEnabled(false);
}

void NewProjectDialog::showProblem(const QString &sentence)
{
    m_busy->hide();
    for (QWidget *widget :
         { static_cast<QWidget *>(m_pages), static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_next),
           static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_cancel) })
        widget->setEnabled(true);
    openStep(m_pages->currentIndex());
    m_problem->setProblem(sentence);
}

} // namespace tb
