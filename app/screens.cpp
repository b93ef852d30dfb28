#include "app/screens.h"

#include "app/memorykeychain.h"
#include "app/sample.h"
#include "model/project.h"
#include "ui/common/appearance.h"
#include "ui/common/dialogprompts.h"
#include "ui/common/recordtable.h"
#include "ui/common/theme.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/newproject/engagementpage.h"
#include "ui/shell/newproject/newprojectdialog.h"
#include "ui/shell/search/searchpopup.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/start/startscreen.h"
#include "ui/shell/start/unlockpanel.h"
#include "ui/shell/statusline.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPainter>

namespace tb {

namespace {

constexpr int pollInterval = 40; ///< milliseconds
constexpr int settle = 120; ///< milliseconds: layouts and delayed repaints
constexpr int longestWait = 60'000; ///< milliseconds for one step
constexpr QSize fullSize(1440, 900);
constexpr QSize smallSize(1100, 700);

template <class W> W *find(QWidget &in, const char *name)
{
    return in.findChild<W *>(QLatin1String(name));
}

/// The dialog in front, if one is open.
QDialog *dialogOf(const MainWindow &window)
{
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

Screens::Screens(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder))
{
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &Screens::poll);
}

Screens::~Screens() = default;

void Screens::start()
{
    if (!QDir().mkpath(m_folder) || !m_place.isValid())
        return fail(QStringLiteral("cannot write to %1").arg(m_folder));
    ApplicationParts parts;
    parts.settingsPath = m_place.filePath(QStringLiteral("settings.ini"));
    parts.keychain = std::make_unique<MemoryKeychain>();
    parts.prompts = std::make_unique<DialogPrompts>();
    parts.today = [] { return sample::today(); };
    parts.actor = QStringLiteral("Maren Okafor"); // of the sample project
    m_program = std::make_unique<Application>(std::move(parts));
    Preferences look = m_program->preferences();
    look.mode = Appearance::Mode::Light;
    look.idleLockMinutes = 0;
    m_program->apply(look);
    m_program->window().resize(fullSize);
    m_program->start();
    m_project = m_place.filePath(QStringLiteral("northquill-2026.trustbench"));
    plan();
    m_poll.start();
    next();
}

void Screens::add(const QString &name, std::function<void()> prepare, std::function<bool()> ready)
{
    m_steps.append({ name, std::move(prepare), std::move(ready) });
}

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
        planPanes();
        planDialogs();
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
            find<QLineEdit>(panel(), "passphrase")->setText(QStringLiteral("not this one"));
            find<QAbstractButton>(panel(), "unlock")->click();
        },
        [panel] {
            const auto *message = find<QWidget>(panel(), "unlockMessage");
            return message && message->isVisible();
        });
    add(QStringLiteral("start-recovery-key"), [panel] { find<QAbstractButton>(panel(), "useRecoveryKey")->click(); });
}

void Screens::planAssistant()
{
    const auto dialog = [this] { return m_program->showNewProject(); };
    const auto press = [dialog](const char *name) { find<QAbstractButton>(*dialog(), name)->click(); };
    add(QStringLiteral("new-project-1-engagement"), [dialog] {
        Engagement engagement;
        engagement.organisation = QStringLiteral("Fernbrook Analytics Ltd");
        engagement.service = QStringLiteral("Fernbrook Insight");
        engagement.from = QDate(2026, 4, 1);
        engagement.to = QDate(2026, 9, 30);
        engagement.categories
            = { wordOf(Category::Security), wordOf(Category::Availability), wordOf(Category::Confidentiality) };
        dialog()->engagement().setEngagement(engagement);
    });
    add(QStringLiteral("new-project-2-content"), [press] { press("next"); });
    add(QStringLiteral("new-project-3-protection"), [press] { press("next"); });
    add(
        QStringLiteral("new-project-3-protection-done"), [press] { press("suggest"); },
        [dialog] { return find<QWidget>(*dialog(), "stored")->isEnabled(); });
    add(QStringLiteral("new-project-4-summary"), [press] {
        press("stored");
        press("next");
    });
    add({}, [dialog] { dialog()->reject(); });
}

void Screens::planPanes()
{
    add(
        {},
        [this] {
            UnlockPanel &panel = m_program->window().startScreen().unlockPanel();
            m_program->choose(m_project);
            find<QLineEdit>(panel, "passphrase")->setText(sample::passphrase());
            find<QAbstractButton>(panel, "unlock")->click();
        },
        [this] {
            const auto *line = m_program->window().findChild<StatusLine *>();
            return line && line->chain() != StatusLine::Chain::Checking;
        });
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

void Screens::planDialogs()
{
    const auto popup = [this] { return find<SearchPopup>(m_program->window(), "searchPopup"); };
    add(QStringLiteral("search"), [this, popup] {
        emit find<SearchField>(m_program->window(), "searchField")->searchAsked(QStringLiteral("access"));
    });
    add(QStringLiteral("search-commands"), [popup] { popup()->line().setText(QStringLiteral(">")); });
    add({}, [popup] { popup()->dismiss(); });
    add(QStringLiteral("settings"), [this] { m_program->showSettings(); });
    add({}, [this] { dialogOf(m_program->window())->reject(); });
    add(QStringLiteral("passphrase"), [this] { m_program->showPassphrase(); });
    add(
        QStringLiteral("passphrase-suggested"),
        [this] { find<QAbstractButton>(*dialogOf(m_program->window()), "suggest")->click(); },
        [this] { return find<QWidget>(*dialogOf(m_program->window()), "stored")->isEnabled(); });
    add({}, [this] { dialogOf(m_program->window())->reject(); });
    add(QStringLiteral("status-editor"), [this] {
        m_program->window().workspace()->openPane(QStringLiteral("controls"));
        showSomething(QStringLiteral("controls"));
        find<RecordTable>(m_program->window(), "controlsTable")->editCurrent(QStringLiteral("status"));
    });
    add({}, [this] {
        if (QWidget *list = QApplication::activePopupWidget())
            list->close();
    });
    add(QStringLiteral("shortcuts"), [this] { m_program->showShortcuts(); });
    add({}, [this] { dialogOf(m_program->window())->reject(); });
    add(QStringLiteral("glossary"), [this] { m_program->showGlossary(QStringLiteral("bridge-letter")); });
    add({}, [this] { dialogOf(m_program->window())->reject(); });
}

void Screens::next()
{
    m_waited = 0;
    if (!m_steps.isEmpty())
        m_steps.first().prepare();
}

void Screens::poll()
{
    if (m_steps.isEmpty()) {
        m_poll.stop();
        emit finished(true);
        return;
    }
    m_waited += pollInterval;
    const Step &step = m_steps.first();
    if (m_waited > longestWait)
        return fail(QStringLiteral("waited too long for %1").arg(step.name));
    if (m_waited < settle || (step.ready && !step.ready()))
        return;
    if (!step.name.isEmpty())
        shoot(step.name);
    m_steps.removeFirst();
    next();
}

void Screens::shoot(const QString &name)
{
    MainWindow &window = m_program->window();
    QPixmap picture = window.grab();
    if (QDialog *dialog = dialogOf(window)) {
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 90));
        const QPixmap front = dialog->grab();
        painter.drawPixmap((picture.width() - front.width()) / 2, (picture.height() - front.height()) / 2, front);
    }
    if (QWidget *list = QApplication::activePopupWidget()) {
        QPainter painter(&picture);
        painter.drawPixmap(window.mapFromGlobal(list->pos()), list->grab());
    }
    const QString file
        = QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_dark ? QStringLiteral("dark") : QStringLiteral("light"));
    if (!picture.save(file))
        fail(QStringLiteral("cannot write %1").arg(file));
}

void Screens::fail(const QString &why)
{
    m_poll.stop();
    m_steps.clear();
    qCritical("screens: %s", qPrintable(why));
    emit finished(false);
}

} // namespace tb
