// What the pictures show: each pane, dialog and state of the window once, in an order that leaves nothing behind.
#include "app/sample.h"
#include "app/screens.h"
#include "model/project.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/recordtable.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/newproject/engagementpage.h"
#include "ui/shell/newproject/newprojectdialog.h"
#include "ui/shell/search/searchpopup.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/start/startscreen.h"
#include "ui/shell/start/unlockpanel.h"
#include "ui/shell/statusline.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListView>

namespace tb {

namespace {

constexpr QSize fullSize(1440, 900);
constexpr QSize smallSize(1100, 700);
constexpr qint64 longFile = qint64(8) << 30; ///< bytes, none of them on the disk: still coming in when it is looked at

/// The widget of that name; without it there is no picture, and whoever renamed it shall hear of it.
template <class W> W *need(QWidget &in, const char *name)
{
    W *found = in.findChild<W *>(QLatin1String(name));
    if (!found)
        qFatal("screens: there is no %s", name);
    return found;
}

void press(QWidget &in, const char *name)
{
    need<QAbstractButton>(in, name)->click();
}

/// The first @p count rows' keys of a table, whatever they are.
QList<qint64> firstIds(RecordTable &table, int count)
{
    const RecordSource &source = table.model().source();
    QList<qint64> ids;
    for (int slot = 0; slot < source.slotCount() && ids.size() < count; ++slot) {
        if (source.alive(slot))
            ids.append(source.id(slot));
    }
    return ids;
}

/// The strip of that kind that the pane in front shows; null when it shows none.
template <class Strip> Strip *shownStrip(Application &program)
{
    const QList<Strip *> strips = program.window().workspace()->template findChildren<Strip *>();
    for (Strip *strip : strips) {
        if (strip->isVisible())
            return strip;
    }
    return nullptr;
}

void closePopup()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
}

/// A project under the sample's passphrase with nothing in it but what every project has.
Status makeEmpty(const QString &path)
{
    const auto catalog = loadCatalog();
    if (!catalog)
        return catalog.error();
    Unlock unlock;
    unlock.passphrase = sample::passphrase();
    auto file = ProjectFile::create(path, unlock, projectFormat());
    auto storage = file ? FileStorage::attach(std::move(file).value()) : file.error();
    if (!storage)
        return storage.error();
    NewProject draft;
    draft.engagement.organisation = QStringLiteral("Fernbrook Analytics Ltd");
    draft.engagement.service = QStringLiteral("Fernbrook Insight");
    draft.engagement.from = QDate(2026, 1, 1);
    draft.engagement.to = QDate(2026, 6, 30);
    draft.engagement.categories = { wordOf(Category::Security) };
    draft.startingSet = StartingSet::None;
    const auto made = makeProject(std::move(storage).value(), draft, catalog.value(), QStringLiteral("Maren Okafor"),
                                  QDateTime(sample::today(), QTime(9, 0)));
    return made ? Status(Ok {}) : Status(made.error());
}

} // namespace

void Screens::plan()
{
    for (const bool dark : { false, true }) {
        add({}, [this, dark] {
            m_dark = dark;
            Preferences look = m_program->preferences();
            look.mode = dark ? Appearance::Mode::Dark : Appearance::Mode::Light;
            m_program->apply(look);
        });
        planStart();
        planAssistant();
        planEmpty();
        planPanes();
        planSearch();
        planDialogs();
        planControlStates();
        planEvidenceStates();
        planMenus();
        add(
            {}, [this] { m_program->closeProject([] {}); }, [this] { return !m_program->project(); });
    }
}

void Screens::planStart()
{
    add(QStringLiteral("start-empty"), [] {});
    add(
        {}, [this] { m_program->makeSample(m_project); }, [this] { return m_program->project() != nullptr; });
    add(
        QStringLiteral("start-locked"), [this] { m_program->lock(); }, [this] { return !m_program->project(); });
    const auto panel = [this]() -> UnlockPanel & { return m_program->window().startScreen().unlockPanel(); };
    add(
        QStringLiteral("start-wrong-passphrase"),
        [panel] {
            need<QLineEdit>(panel(), "passphrase")->setText(QStringLiteral("not this one"));
            press(panel(), "unlock");
        },
        [panel] { return need<QWidget>(panel(), "unlockMessage")->isVisible(); });
    add(QStringLiteral("start-recovery-key"), [panel] { press(panel(), "useRecoveryKey"); });
}

void Screens::planAssistant()
{
    const auto dialog = [this]() -> NewProjectDialog & { return *m_program->showNewProject(); };
    add(QStringLiteral("new-project-fault"), [dialog] { press(dialog(), "next"); });
    add(QStringLiteral("new-project-1-engagement"), [dialog] {
        Engagement engagement;
        engagement.organisation = QStringLiteral("Fernbrook Analytics Ltd");
        engagement.service = QStringLiteral("Fernbrook Insight");
        engagement.from = QDate(2026, 4, 1);
        engagement.to = QDate(2026, 9, 30);
        engagement.categories
            = { wordOf(Category::Security), wordOf(Category::Availability), wordOf(Category::Confidentiality) };
        dialog().engagement().setEngagement(engagement);
    });
    add(QStringLiteral("new-project-2-content"), [dialog] { press(dialog(), "next"); });
    add(QStringLiteral("new-project-3-protection"), [dialog] { press(dialog(), "next"); });
    add(
        QStringLiteral("new-project-3-protection-done"), [dialog] { press(dialog(), "suggest"); },
        [dialog] { return need<QWidget>(dialog(), "stored")->isEnabled(); });
    add(QStringLiteral("new-project-4-summary"), [dialog] {
        press(dialog(), "stored");
        press(dialog(), "next");
    });
    add({}, [dialog] { dialog().reject(); });
}

void Screens::unlock(const QString &path)
{
    UnlockPanel &panel = m_program->window().startScreen().unlockPanel();
    m_program->choose(path);
    need<QLineEdit>(panel, "passphrase")->setText(sample::passphrase());
    press(panel, "unlock");
}

bool Screens::isReady() const
{
    const auto *line = m_program->window().findChild<StatusLine *>();
    return line && line->chain() != StatusLine::Chain::Checking;
}

void Screens::planEmpty()
{
    const QString path = m_place.filePath(QStringLiteral("fernbrook.trustbench"));
    add(
        {},
        [this, path] {
            if (const Status made = makeEmpty(path); !made)
                return fail(made.error().detail);
            unlock(path);
        },
        [this] { return isReady(); });
    for (const char *id : { "controls", "evidence" }) {
        const QString pane = QLatin1String(id);
        add(QStringLiteral("pane-%1-empty").arg(pane),
            [this, pane] { m_program->window().workspace()->openPane(pane); });
    }
    add(
        {}, [this] { m_program->closeProject([] {}); }, [this] { return !m_program->project(); });
}

void Screens::planPanes()
{
    add(
        {}, [this] { unlock(m_project); }, [this] { return isReady(); });
    const auto each = [this](const QString &size) {
        for (const char *id : { "controls", "evidence", "activity" }) {
            const QString pane = QLatin1String(id);
            add(QStringLiteral("pane-%1%2").arg(pane, size), [this, pane] {
                m_program->window().workspace()->openPane(pane);
                showSomething(pane);
            });
        }
    };
    each({});
    add({}, [this] { m_program->window().resize(smallSize); });
    each(QStringLiteral("-minimum"));
    add({}, [this] { m_program->window().resize(fullSize); });
    add(QStringLiteral("notice"), [this] {
        m_program->window().workspace()->notice(
            QStringLiteral("This is where it is said that a file of an earlier version was brought up to date and that "
                           "a copy of it, such as /home/maren/northquill-2026.trustbench.v2, was kept."));
    });
    add({}, [this] { m_program->window().workspace()->notice({}); });
}

void Screens::showSomething(const QString &pane)
{
    // A pane looks its best with a record open beside the list.
    const Records &records = m_program->project()->records();
    Workspace &workspace = *m_program->window().workspace();
    if (pane == QLatin1String("controls")) {
        for (const Control &control : records.controls.all()) {
            if (control.code == QLatin1String("AC-04"))
                workspace.showRecord(QStringLiteral("control"), control.id.value);
        }
    } else if (pane == QLatin1String("evidence") && records.evidence.size() > 0) {
        workspace.showRecord(QStringLiteral("evidence"), records.evidence.all().first().id.value);
    } else if (pane == QLatin1String("activity")) {
        workspace.showRecord(QStringLiteral("activity"), m_program->project()->head().seq);
    }
}

void Screens::planSearch()
{
    const auto popup = [this] { return need<SearchPopup>(m_program->window(), "searchPopup"); };
    const auto rows = [popup] { return need<QListView>(*popup(), "searchList")->model()->rowCount(); };
    add(
        QStringLiteral("search"),
        [this] { emit need<SearchField>(m_program->window(), "searchField")->searchAsked(QStringLiteral("access")); },
        [rows] { return rows() > 10; });
    add(QStringLiteral("search-commands"), [popup] { popup()->line().setText(QStringLiteral(">")); });
    add({}, [popup] { popup()->dismiss(); });
    add(QStringLiteral("record-card"), [this] {
        const QList<Vendor> &vendors = m_program->project()->records().vendors.all();
        if (!vendors.isEmpty())
            m_program->window().workspace()->showRecord(QStringLiteral("vendor"), vendors.first().id.value);
    });
    add({}, [this] { closeDialog(); });
}

void Screens::runCommand(const QString &text)
{
    const QList<QAction *> commands = m_program->window().workspace()->commands();
    for (QAction *command : commands) {
        if (command->text() == text)
            return command->trigger();
    }
    fail(QStringLiteral("there is no command %1").arg(text));
}

void Screens::closeDialog()
{
    if (QDialog *dialog = dialogInFront())
        dialog->reject();
    else
        fail(QStringLiteral("a dialog did not open"));
}

void Screens::planDialogs()
{
    const auto close = [this] { add({}, [this] { closeDialog(); }); };
    add(QStringLiteral("settings"), [this] { m_program->showSettings(); });
    close();
    add(QStringLiteral("passphrase"), [this] { m_program->showPassphrase(); });
    add(
        QStringLiteral("passphrase-suggested"), [this] { press(*dialogInFront(), "suggest"); },
        [this] { return need<QWidget>(*dialogInFront(), "stored")->isEnabled(); });
    close();
    add(QStringLiteral("shortcuts"), [this] { m_program->showShortcuts(); });
    close();
    add(QStringLiteral("glossary"), [this] { m_program->showGlossary(QStringLiteral("bridge-letter")); });
    close();
    add(QStringLiteral("people"), [this] { runCommand(QStringLiteral("People…")); });
    close();
}

void Screens::planControlStates()
{
    const auto table = [this] { return need<RecordTable>(m_program->window(), "controlsTable"); };
    const auto close = [this] { add({}, [this] { closeDialog(); }); };
    add(QStringLiteral("status-editor"), [this, table] {
        m_program->window().workspace()->openPane(QStringLiteral("controls"));
        showSomething(QStringLiteral("controls"));
        table()->editCurrent(QStringLiteral("status"));
    });
    add({}, [this] {
        closePopup();
        m_program->window().workspace()->current()->closed();
    });
    add(QStringLiteral("bulk-bar"), [table] { table()->setSelectedIds(firstIds(*table(), 4)); });
    add(QStringLiteral("bulk-toast"), [table] { emit table()->digitPressed(2, table()->selectedIds()); });
    add({}, [this] { runCommand(QStringLiteral("Undo")); });
    add(QStringLiteral("dialog-pick"), [this] { runCommand(QStringLiteral("Link evidence…")); });
    close();
    add(QStringLiteral("dialog-value"), [this] { runCommand(QStringLiteral("Due date…")); });
    close();
    add(QStringLiteral("dialog-not-applicable"), [table] { emit table()->digitPressed(4, table()->selectedIds()); });
    close();
    add(QStringLiteral("dialog-decision"), [this, table] {
        table()->clearSelection();
        press(*m_program->window().workspace()->current(), "noteDecision");
    });
    close();
    add(QStringLiteral("pane-no-match"),
        [this] { m_program->window().workspace()->current()->setFilterText(QStringLiteral("zeppelin")); });
    add({}, [this] { m_program->window().workspace()->current()->setFilterText({}); });
}

void Screens::planEvidenceStates()
{
    const auto table = [this] { return need<RecordTable>(m_program->window(), "evidenceTable"); };
    const auto close = [this] { add({}, [this] { closeDialog(); }); };
    const auto item = [this] { return m_program->project()->records().evidence.all().first().id.value; };
    add({}, [this] {
        m_program->window().workspace()->openPane(QStringLiteral("evidence"));
        showSomething(QStringLiteral("evidence"));
    });
    add(QStringLiteral("dialog-dates"), [this] { runCommand(QStringLiteral("Dates…")); });
    close();
    add(QStringLiteral("dialog-relation"), [this, table, item] {
        emit table()->filesDropped({ m_place.filePath(QStringLiteral("access-list.csv")) }, item());
    });
    close();
    add(QStringLiteral("dialog-confirm"), [this] { runCommand(QStringLiteral("Erase content for good…")); });
    close();
    add(
        QStringLiteral("problem-strip"),
        [this] {
            emit need<RecordTable>(m_program->window(), "evidenceTable")
                ->filesDropped({ m_place.filePath(QStringLiteral("gone.pdf")) }, 0);
        },
        [this] { return shownStrip<ProblemStrip>(*m_program) != nullptr; });
    add({}, [this] { shownStrip<ProblemStrip>(*m_program)->clear(); });
    add(
        QStringLiteral("drop-in-progress"),
        [this, table] {
            const QString path = m_place.filePath(QStringLiteral("backup-log-2026-q1.bin"));
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || !file.resize(longFile))
                return fail(QStringLiteral("cannot write %1").arg(path));
            emit table()->filesDropped({ path }, 0);
        },
        [this] { return shownStrip<ProgressStrip>(*m_program) != nullptr; });
    add(
        {},
        [this] {
            ProgressStrip *strip = shownStrip<ProgressStrip>(*m_program);
            strip ? strip->cancelled() : fail(QStringLiteral("the long file is not coming in: is the disk full?"));
        },
        [this] { return !shownStrip<ProgressStrip>(*m_program); });
}

void Screens::planMenus()
{
    add(QStringLiteral("menu"), [this] { runCommand(QStringLiteral("Open the menu")); });
    add({}, closePopup);
    add(QStringLiteral("menu-export"), [this] { runCommand(QStringLiteral("Export…")); });
    add({}, closePopup);
}

} // namespace tb
