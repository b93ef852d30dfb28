#include "ui/shell/workspace.h"

#include "model/project.h"
#include "model/projectreadiness.h"
#include "model/recordfacts.h"
#include "model/store/projectstorage.h"
#include "reports/words/changes.h"
#include "reports/words/errors.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/statuslooks.h"
#include "ui/common/toast.h"
#include "ui/common/viewstate.h"
#include "ui/shell/actorbutton.h"
#include "ui/shell/actormenu.h"
#include "ui/shell/chaincheck.h"
#include "ui/shell/panearea.h"
#include "ui/shell/people/peopledialog.h"
#include "ui/shell/rail.h"
#include "ui/shell/savedlabel.h"
#include "ui/shell/search/recordcard.h"
#include "ui/shell/search/searchlookup.h"
#include "ui/shell/search/searchpopup.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"

#include <QFileInfo>
#include <QGridLayout>

namespace tb {

namespace {

constexpr int narrowWidth = 1360; ///< below it the rail shows icons only
const QString stateName = QStringLiteral("shell");
const QString paneKey = QStringLiteral("pane");

} // namespace

Workspace::Workspace(const WorkspaceSetup &setup, QWidget *parent)
    : QWidget(parent)
    , m_project(setup.project)
    , m_chain(new ChainCheck(setup.project, setup.jobs, this))
    , m_context(makeContext(setup))
    , m_topBar(new TopBar)
    , m_rail(new Rail)
    , m_area(new PaneArea)
    , m_status(new StatusLine)
    , m_search(new SearchPopup(this))
    , m_lookup(new SearchLookup(setup.project, setup.jobs, this))
    , m_exporter(new Exporter(m_context, setup.consent, m_area->progress(), m_area->problem(), this))
{
    setObjectName(QStringLiteral("workspace"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar, 0, 0, 1, 2);
    layout->addWidget(m_rail, 1, 0);
    layout->addWidget(m_area, 1, 1);
    layout->addWidget(m_status, 2, 0, 1, 2);
    layout->setColumnStretch(1, 1);

    setupActions();
    setupPanes(setup);
    setupMenus(setup.exports);
    setupActor(setup.actor);
    m_topBar->setEngagement(m_project.records().engagement());
    m_status->setFile(QFileInfo(m_project.storage().path()).fileName(), m_context.readOnly);
    if (m_context.readOnly) {
        m_topBar->saved().showReadOnly();
        m_area->showBanner(tr("Opened read-only. You can look, search and export; nothing can be changed."));
    } else {
        m_topBar->saved().showSaved(QFileInfo(m_project.storage().path()).lastModified().time());
    }
    connect(m_topBar, &TopBar::lockAsked, this, &Workspace::lockAsked);
    connect(&m_topBar->search(), &SearchField::searchAsked, this, &Workspace::search);
    m_search->setLook([this](const SearchHit &hit) { return lookOf(hit); });
    connect(m_search, &SearchPopup::recordChosen, this, &Workspace::showRecord);
    connect(m_search, &SearchPopup::asked, m_lookup, &SearchLookup::ask);
    connect(m_lookup, &SearchLookup::found, m_search, &SearchPopup::showHits);
    connect(m_search, &SearchPopup::filterChosen, this, &Workspace::filterCurrent);
    connect(&m_project, &Project::changed, this, &Workspace::follow);
    connect(&m_project, &Project::writeFailed, this, &Workspace::showNotSaved);
    connect(&m_topBar->saved(), &QAbstractButton::clicked, this, &Workspace::explainNotSaved);
    connect(m_chain, &ChainCheck::changed, this, &Workspace::showChain);
    connect(m_chain, &ChainCheck::failed, this, &Workspace::chainUnknown);
    updateHistory();
    checkChain();
}

/// The panes go while what they speak to is whole: an editor that is open, or a field that has the focus, reports once
/// more when it goes, and the report must find nobody rather than half a workspace.
Workspace::~Workspace()
{
    for (Pane *pane : m_area->panes())
        pane->disconnect(this);
    delete m_exporter; // shows how far it is in the area
    delete m_area;
}

PaneContext Workspace::makeContext(const WorkspaceSetup &setup)
{
    return { setup.project,
             setup.readiness,
             setup.prompts,
             setup.viewState,
             setup.jobs,
             *m_chain,
             setup.project.storage().isReadOnly(),
             setup.today,
             [this](const QString &sentence, qint64 undoSeq) {
                 const bool undoable = undoSeq > 0 && !m_context.readOnly;
                 std::function<void()> run;
                 if (undoable)
                     run = [this, undoSeq] { undoEntry(undoSeq); };
                 m_area->showToast(sentence, undoable ? tr("Undo") : QString(), std::move(run));
             },
             [this](const ChangeSet &changes) { announce(changes, true); },
             [this](const QString &table, qint64 id) { showRecord(table, id); },
             [this](const std::function<void()> &then) { m_exporter->whenPlainIsFine(then); },
             [this](QWidget *strip) { m_area->addStrip(strip); } };
}

void Workspace::setupPanes(const WorkspaceSetup &setup)
{
    for (const PaneMaker &make : setup.panes) {
        Pane *pane = make(m_context);
        m_area->add(pane);
        m_rail->addPane(*pane);
        connect(pane, &Pane::filesOffered, this, [this](const QStringList &paths, ControlId control, int remote) {
            for (Pane *other : m_area->panes()) {
                if (other->shows(QStringLiteral("evidence")))
                    return other->takeFiles(paths, control, remote);
            }
        });
        connect(pane, &Pane::badgeChanged, this, [this, pane] { m_rail->setBadge(pane->id(), pane->badge()); });
        connect(pane, &Pane::statusChanged, this, &Workspace::updateStatus);
    }
    connect(m_rail, &Rail::paneAsked, this, &Workspace::openPane);
    const QString last = setup.viewState.load(stateName).value(paneKey).toString();
    Pane *first = pane(last) ? pane(last) : m_area->panes().value(0);
    if (first)
        openPane(first->id());
}

void Workspace::setupActor(qint64 person)
{
    const Person *actor = m_project.records().people.find(PersonId { person });
    act(actor ? actor->name : m_project.actor(), actor ? person : 0);
    connect(&m_rail->actor(), &QAbstractButton::clicked, this, &Workspace::showActors);
}

void Workspace::act(const QString &name, qint64 person)
{
    m_project.setActor(name);
    const QList<Person> &people = m_project.records().people.all();
    const auto found
        = std::find_if(people.cbegin(), people.cend(), [&](const Person &one) { return one.name == name; });
    m_rail->actor().setActor(name, found == people.cend() ? QString() : found->role);
    if (person != 0)
        emit actorChosen(person);
}

void Workspace::showActors()
{
    auto *menu = new ActorMenu(m_project.records().people.all(), m_project.actor(), this);
    connect(menu, &ActorMenu::chosen, this, &Workspace::act);
    menu->openAbove(m_rail->actor());
}

void Workspace::showPeople()
{
    (new PeopleDialog(m_context, this))->open();
}

void Workspace::prepareToClose()
{
    m_search->dismiss();
    if (Pane *shown = current()) {
        shown->closed();
        m_context.viewState.save(stateName, { { paneKey, shown->id() } });
    }
}

bool Workspace::isBusy() const
{
    const QList<Pane *> panes = findChildren<Pane *>();
    return m_exporter->isRunning()
        || std::any_of(panes.begin(), panes.end(), [](const Pane *pane) { return pane->isBusy(); });
}

void Workspace::say(const QString &sentence)
{
    m_context.toast(sentence, 0);
}

void Workspace::notice(const QString &sentence)
{
    m_area->showNotice(sentence);
}

void Workspace::runExport(const ExportKind &kind)
{
    takeTyped(); // what is written holds what is seen
    m_exporter->start(kind);
}

Pane *Workspace::pane(const QString &id) const
{
    return m_area->pane(id);
}

Pane *Workspace::current() const
{
    return m_area->current();
}

void Workspace::openPane(const QString &id)
{
    Pane *next = pane(id);
    if (!next)
        return;
    m_area->open(next);
    m_rail->setCurrent(id);
    updateStatus();
}

void Workspace::showRecord(const QString &table, qint64 id)
{
    for (Pane *pane : m_area->panes()) {
        if (!pane->shows(table))
            continue;
        openPane(pane->id());
        if (!pane->showRecord(table, id))
            m_context.toast(tr("That record is no longer there."), 0);
        return;
    }
    showCard(table, id);
}

void Workspace::showCard(const QString &table, qint64 id)
{
    if (!recordName(m_project.records(), table, id))
        return m_context.toast(tr("That record is no longer there."), 0);
    auto *card = new RecordCard(m_project.records(), table, id, this);
    connect(card, &RecordCard::recordAsked, this, &Workspace::showRecord);
    card->open();
}

void Workspace::updateStatus()
{
    if (const Pane *shown = current())
        m_status->setPaneText(shown->statusText(), shown->keyHints());
}

StatusLook Workspace::lookOf(const SearchHit &hit) const
{
    if (hit.table == QLatin1String("control"))
        return look(m_context.readiness.control(ControlId { hit.id }));
    if (hit.table == QLatin1String("evidence"))
        return look(m_context.readiness.evidence(EvidenceId { hit.id }).freshness);
    return {};
}

void Workspace::filterCurrent(const QString &text)
{
    if (Pane *shown = current())
        shown->setFilterText(text);
}

void Workspace::follow(const ChangeSet &changes)
{
    if (m_topBar->saved().state() == SavedLabel::State::Failed)
        m_area->problem().clear(); // what it said is over
    m_topBar->saved().showSaved(QTime::currentTime());
    if (changes.touches(QLatin1String("engagement")))
        m_topBar->setEngagement(m_project.records().engagement());
    updateHistory();
}

void Workspace::checkChain()
{
    m_chain->start();
}

void Workspace::showChain()
{
    const bool broken = m_chain->state() == ChainCheck::State::Broken;
    m_status->setChain(m_chain->state(), broken ? m_chain->brokenAt() : m_chain->entries());
}

void Workspace::chainUnknown(const Error &error)
{
    m_area->problem().setProblem(words::sentence(error), {}, error.detail);
}

void Workspace::showNotSaved(const Error &error)
{
    m_notSaved = error;
    m_topBar->saved().showFailed(words::shortReason(error));
}

void Workspace::explainNotSaved()
{
    m_area->problem().setProblem(words::sentence(m_notSaved), {}, m_notSaved.detail);
}

void Workspace::undo()
{
    report(m_project.undo());
}

void Workspace::redo()
{
    report(m_project.redo());
}

void Workspace::undoEntry(qint64 seq)
{
    // The newest change goes the way of Ctrl+Z, so that Redo knows it; an older one is reverted by itself.
    report(m_project.undoStack().undoable() == seq ? m_project.undo() : m_project.revert(seq));
}

void Workspace::report(const Result<ChangeSet> &result)
{
    if (result)
        announce(result.value(), false);
    else if (result.error().kind == Error::Kind::NothingToUndo)
        m_context.toast(tr("There is nothing to undo."), 0);
    else
        m_area->problem().setProblem(words::sentence(result.error()), {}, result.error().detail);
}

void Workspace::announce(const ChangeSet &changes, bool offerUndo)
{
    if (changes.seq == 0)
        return;
    const Result<LogEntry> entry = m_project.entry(changes.seq);
    if (!entry)
        return;
    const QString sentence = words::describe(entry.value()).sentence;
    if (offerUndo)
        m_context.toast(sentence, changes.seq);
    else if (changes.kind == EntryKind::Undo)
        m_area->showToast(sentence, tr("Redo"), [this] { redo(); });
    else
        m_area->showToast(sentence, tr("Undo"), [this] { undo(); });
}

void Workspace::updateHistory()
{
    m_undo->setEnabled(!m_context.readOnly && m_project.canUndo());
    m_redo->setEnabled(!m_context.readOnly && m_project.canRedo());
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < narrowWidth;
    m_rail->setCollapsed(narrow);
    m_topBar->setNarrow(narrow);
}

} // namespace tb
