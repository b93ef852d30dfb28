#include "ui/shell/start/startscreen.h"

#include "ui/common/button.h"
#include "ui/common/emptystate.h"
#include "ui/common/filterline.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/keyhint.h"
#include "ui/common/problemstrip.h"
#include "ui/common/textstyle.h"
#include "ui/shell/rule.h"
#include "ui/shell/start/recentdelegate.h"
#include "ui/shell/start/recentlistmodel.h"
#include "ui/shell/start/startbutton.h"
#include "ui/shell/start/unlockpanel.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>

namespace tb {

namespace {

/// The one local file that a drag carries; empty when it is something else.
QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

StartScreen::StartScreen(QWidget *parent) : QWidget(parent), m_model(new RecentListModel(this))
{
    setObjectName(QStringLiteral("startScreen"));
    setAcceptDrops(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_left = makeLeft());
    layout->addWidget(makeCentre(), 1);
    layout->addWidget(m_unlock = new UnlockPanel);
    m_unlock->setFixedWidth(metrics::scaled(400));
    m_unlock->hide();
}

QWidget *StartScreen::makeBrand()
{
    auto *brand = new QWidget;
    auto *layout = new QHBoxLayout(brand);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(new IconLabel(markIcon(), 32));
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(makeLabel(QStringLiteral("Trustbench"), TextStyle::PageTitle));
    text->addWidget(makeLabel(tr("SOC 2 audit preparation"), TextStyle::Small, Ink::Text2));
    layout->addLayout(text, 1);
    return brand;
}

QWidget *StartScreen::makeLeft()
{
    auto *left = new QWidget;
    left->setFixedWidth(metrics::scaled(288));
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(24, 32, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(makeBrand());
    layout->addSpacing(20);

    auto *create
        = new StartButton(QStringLiteral("plus"), tr("New project…"), QKeySequence(tr("Ctrl+N")), ButtonRole::Primary);
    create->setObjectName(QStringLiteral("newProject"));
    auto *open
        = new StartButton(QStringLiteral("folder-open"), tr("Open…"), QKeySequence(tr("Ctrl+O")), ButtonRole::Standard);
    open->setObjectName(QStringLiteral("openProject"));
    layout->addWidget(create);
    layout->addWidget(open);
    connect(create, &QPushButton::clicked, this, &StartScreen::newProjectAsked);
    connect(open, &QPushButton::clicked, this, &StartScreen::openAsked);

    layout->addSpacing(16);
    layout->addWidget(makeLabel(tr("Learn the workbench"), TextStyle::SmallMedium, Ink::Text2));
    auto *sample
        = new StartButton(QStringLiteral("flask-conical"), tr("Open the sample project"), {}, ButtonRole::Quiet);
    sample->setObjectName(QStringLiteral("sampleProject"));
    auto *keys = new StartButton(QStringLiteral("keyboard"), tr("Keyboard shortcuts"), QKeySequence(tr("Ctrl+/")),
                                 ButtonRole::Quiet);
    auto *terms
        = new StartButton(QStringLiteral("book-open"), tr("Glossary"), QKeySequence(tr("F1")), ButtonRole::Quiet);
    terms->setObjectName(QStringLiteral("glossary"));
    layout->addWidget(sample);
    layout->addWidget(terms);
    layout->addWidget(keys);
    connect(sample, &QPushButton::clicked, this, &StartScreen::sampleAsked);
    connect(terms, &QPushButton::clicked, this, &StartScreen::glossaryAsked);
    connect(keys, &QPushButton::clicked, this, &StartScreen::shortcutsAsked);
    layout->addStretch(1);
    layout->addWidget(makeFoot());
    return left;
}

QWidget *StartScreen::makeFoot()
{
    auto *foot = new QWidget;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *offline = new QHBoxLayout;
    offline->setSpacing(8);
    offline->addWidget(new IconLabel(icon(QStringLiteral("wifi-off"), Ink::Text2), 15), 0, Qt::AlignTop);
    auto *text = makeLabel(tr("Works offline. Project files stay on this computer, encrypted with your passphrase."),
                           TextStyle::Small, Ink::Text2);
    text->setWordWrap(true);
    offline->addWidget(text, 1);
    layout->addLayout(offline);
    layout->addWidget(new Rule);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeLabel(tr("Version %1").arg(QStringLiteral(TB_VERSION)), TextStyle::Small, Ink::Text2), 1);
    auto *settings = makeIconButton(QStringLiteral("settings"), tr("Settings"), QKeySequence(tr("Ctrl+,")));
    m_appearance = makeIconButton(QStringLiteral("moon"), tr("Dark appearance"));
    row->addWidget(settings);
    row->addWidget(m_appearance);
    layout->addLayout(row);
    connect(settings, &QToolButton::clicked, this, &StartScreen::settingsAsked);
    connect(m_appearance, &QToolButton::clicked, this, &StartScreen::appearanceAsked);
    return foot;
}

QWidget *StartScreen::makeCentre()
{
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 38, 1, 0); // the line at the right edge is the screen's
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 0, 24, 0);
    auto *title = makeLabel(tr("Recent projects"), TextStyle::PageTitle);
    title->setMinimumHeight(metrics::control()); // also without the filter beside it
    head->addWidget(title, 1);
    m_filter = new FilterLine(QStringLiteral("list-filter"), tr("Filter"), keyText(QKeySequence(tr("Ctrl+F"))));
    m_filter->setFixedWidth(metrics::scaled(220));
    head->addWidget(m_filter);
    layout->addLayout(head);
    layout->addSpacing(22);
    layout->addWidget(m_problem = new ProblemStrip);
    layout->addWidget(m_list = makeList());
    layout->addWidget(m_hint = makeHint());
    layout->addWidget(m_nothing = makeNothing(), 1);
    layout->addStretch(0);
    connect(m_filter, &QLineEdit::textChanged, m_model, &RecentListModel::setFilter);
    connect(m_filter, &FilterLine::leftByDown, m_list, [this] { m_list->setFocus(); });
    return centre;
}

QWidget *StartScreen::makeHint()
{
    auto *hint = new QWidget;
    auto *row = new QHBoxLayout(hint);
    row->setContentsMargins(24, 16, 24, 24);
    row->setSpacing(8);
    row->addWidget(new IconLabel(icon(QStringLiteral("info"), Ink::Text2), 14), 0, Qt::AlignTop);
    auto *text = makeLabel(tr("Drop a project file anywhere in this window to open it."), TextStyle::Small, Ink::Text2);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    return hint;
}

EmptyState *StartScreen::makeNothing()
{
    auto *nothing = new EmptyState;
    nothing->setObjectName(QStringLiteral("noProjects"));
    auto *create = makeButton(tr("New project…"), ButtonRole::Primary, QStringLiteral("plus"));
    auto *sample = makeButton(tr("Open the sample project"), ButtonRole::Standard, QStringLiteral("flask-conical"));
    nothing->addButton(create);
    nothing->addButton(sample);
    connect(create, &QPushButton::clicked, this, &StartScreen::newProjectAsked);
    connect(sample, &QPushButton::clicked, this, &StartScreen::sampleAsked);
    return nothing;
}

QListView *StartScreen::makeList()
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("recentList"));
    list->setAccessibleName(tr("Recent projects"));
    list->setFrameShape(QFrame::NoFrame);
    list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setMouseTracking(true);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *delegate = new RecentDelegate(list);
    list->setItemDelegate(delegate);
    list->setModel(m_model);
    connect(delegate, &RecentDelegate::locateAsked, this,
            [this](const QModelIndex &index) { emit locateAsked(index.data(RecentListModel::PathRole).toString()); });
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { chooseRow(current); });
    connect(list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (index.data(RecentListModel::MissingRole).toBool())
            emit locateAsked(index.data(RecentListModel::PathRole).toString());
        else
            m_unlock->focusPassphrase();
    });
    connect(list, &QWidget::customContextMenuRequested, this, &StartScreen::showMenu);
    return list;
}

void StartScreen::showMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid())
        return;
    const QString path = index.data(RecentListModel::PathRole).toString();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Locate…")), &QAction::triggered, this, [this, path] { emit locateAsked(path); });
    connect(menu->addAction(tr("Remove from this list")), &QAction::triggered, this,
            [this, path] { emit removeAsked(path); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void StartScreen::setProjects(const QList<RecentProject> &projects, bool kept, QDate today)
{
    m_today = today;
    const QString chosenPath = m_unlock->isHidden() ? QString() : m_unlock->project().path;
    m_model->setProjects(projects, today);
    m_list->setVisible(!m_model->isEmpty());
    m_filter->setVisible(!m_model->isEmpty());
    showNothing(kept);
    if (const QModelIndex index = m_model->indexOf(chosenPath); index.isValid()) {
        const QSignalBlocker quiet(m_list->selectionModel()); // what was typed in the lock stays
        m_list->setCurrentIndex(index);
    }
    m_list->updateGeometry();
}

/// What stands in the place of the list while it has no rows.
void StartScreen::showNothing(bool kept)
{
    const QString icon = QStringLiteral("folder-open");
    if (kept)
        m_nothing->setContent(
            icon, tr("No projects yet"),
            tr("Make the first one, or look around in the sample. Projects that you open are listed here; a project "
               "file may also be dropped anywhere in this window."));
    else
        m_nothing->setContent(icon, tr("No list of recent projects"),
                              tr("It is switched off in Settings. A project file may be dropped anywhere in this "
                                 "window."));
    m_nothing->setVisible(m_model->isEmpty());
    m_hint->setVisible(!m_model->isEmpty());
}

void StartScreen::choose(const RecentProject &project)
{
    m_problem->clear();
    m_unlock->setProject(project, m_today);
    m_unlock->show();
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(m_model->indexOf(project.path));
    }
    m_list->viewport()->update();
    m_unlock->focusPassphrase();
}

void StartScreen::chooseRow(const QModelIndex &index)
{
    const RecentProject *project = m_model->projectAt(index);
    if (!project || index.data(RecentListModel::MissingRole).toBool()) {
        m_unlock->hide();
        return;
    }
    m_unlock->setProject(*project, m_today);
    m_unlock->show();
    emit chosen(project->path);
}

void StartScreen::setKeychainState(KeychainState state, bool offered)
{
    m_unlock->setKeychainState(state, offered);
}

void StartScreen::setDark(bool dark)
{
    const QString name = dark ? tr("Light appearance") : tr("Dark appearance");
    m_appearance->setIcon(icon(dark ? QStringLiteral("sun") : QStringLiteral("moon"), Ink::Text2));
    m_appearance->setAccessibleName(name);
    m_appearance->setToolTip(name);
}

void StartScreen::showProblem(const QString &sentence)
{
    m_problem->setProblem(sentence);
}

void StartScreen::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void StartScreen::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StartScreen::dropEvent(QDropEvent *event)
{
    const QString path = droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    emit fileDropped(path);
}

void StartScreen::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    painter.fillRect(m_left->geometry(), theme().rail);
    const int leftEdge = m_left->geometry().right();
    painter.fillRect(QRect(leftEdge, 0, 1, height()), theme().line);
    if (!m_unlock->isHidden())
        painter.fillRect(QRect(m_unlock->x() - 1, 0, 1, height()), theme().lineStrong);
}

} // namespace tb
