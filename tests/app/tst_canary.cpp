#include "app/application.h"
#include "app/memorykeychain.h"
#include "model/commands.h"
#include "model/making/projectmaking.h"
#include "model/search/search.h"
#include "tests/support/fakeprompts.h"
#include "ui/common/recordtable.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/search/searchpopup.h"
#include "ui/shell/start/startscreen.h"
#include "ui/shell/start/unlockpanel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDesktopServices>
#include <QDirIterator>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace tb;

namespace {

const QString canary = QStringLiteral("CANARY");
const QString passphrase = QStringLiteral("CANARY quiet lantern orbit mill");
const KeyCost weak { 8192, 1, 1 }; // this is about what is written, not about guessing

/// Where a session keeps everything, and the files of somebody else that are dropped on it.
struct Place
{
    QDir root;

    QString project() const { return root.filePath(QStringLiteral("written/engagement.trustbench")); }
    QString written() const { return root.filePath(QStringLiteral("written")); }
    QString dropped(const char *name) const { return root.filePath(QStringLiteral("dropped/") + QLatin1String(name)); }
};

/// Ends the session loudly: the test outside sees the words and that no READY came.
void must(bool fine, const char *what)
{
    if (!fine)
        qFatal("session: %s", what);
}

template <class T> bool eventually(T is)
{
    return QTest::qWaitFor(is, 60'000);
}

/// What happens inside: a whole day's work on a project full of the word, through the window.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(const Place &place) : m_place(place)
    {
        ApplicationParts parts;
        parts.settingsPath = Settings::standardPath();
        parts.keychain = std::make_unique<MemoryKeychain>();
        parts.prompts = std::make_unique<FakePrompts>();
        parts.today = [] { return QDate(2026, 3, 12); };
        parts.cost = weak;
        m_program = std::make_unique<Application>(std::move(parts));
        m_program->start();
    }
    void open()
    {
        if (!QFile::exists(m_place.project()))
            makeProject();
        m_program->choose(m_place.project());
        UnlockPanel &panel = m_program->window().startScreen().unlockPanel();
        panel.findChild<QLineEdit *>(QStringLiteral("passphrase"))->setText(passphrase);
        panel.findChild<QAbstractButton *>(QStringLiteral("unlock"))->click();
        must(eventually([this] { return m_program->project() != nullptr; }), "it does not open");
    }
    void work()
    {
        showNamesAndHideThem();
        edit();
        attach();
        preview();
        search();
    }
    void showElsewhere()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "openedElsewhere");
        const QList<QAction *> commands = workspace().commands();
        for (QAction *command : commands) {
            if (command->text() == QLatin1String("Open with another program"))
                command->trigger();
        }
        must(eventually([this] { return m_elsewhere.contains(canary.toUtf8()); }), "nothing was opened elsewhere");
    }
    void lock()
    {
        m_program->lock();
        must(eventually([this] { return !m_program->project(); }), "it does not lock");
        m_program.reset();
    }

public slots:
    void openedElsewhere(const QUrl &url)
    {
        QFile file(url.toLocalFile());
        if (file.open(QIODevice::ReadOnly))
            m_elsewhere = file.readAll();
    }

private:
    Workspace &workspace() { return *m_program->window().workspace(); }
    RecordTable *table(const char *name) { return workspace().findChild<RecordTable *>(QLatin1String(name)); }

    void makeProject() const
    {
        Unlock unlock;
        unlock.passphrase = passphrase;
        unlock.cost = weak;
        auto file = ProjectFile::create(m_place.project(), unlock, projectFormat());
        auto storage = file ? FileStorage::attach(std::move(file).value()) : file.error();
        must(bool(storage), storage ? "" : qPrintable(storage.error().detail + m_place.project()));
        NewProject draft;
        draft.engagement.organisation = QStringLiteral("CANARY Software");
        draft.engagement.service = QStringLiteral("CANARY service");
        draft.engagement.from = QDate(2025, 7, 1);
        draft.engagement.to = QDate(2026, 6, 30);
        draft.engagement.categories = { QStringLiteral("security") };
        draft.startingSet = StartingSet::None;
        const auto catalog = loadCatalog();
        const auto made
            = tb::makeProject(std::move(storage).value(), draft, catalog.value(), QStringLiteral("CANARY Ana"));
        must(bool(made), "no project");
    }
    /// What was shown before unlocking once must be gone when the option is.
    void showNamesAndHideThem()
    {
        Preferences names = m_program->preferences();
        names.namesBeforeUnlocking = true;
        m_program->apply(names);
        names.namesBeforeUnlocking = false;
        m_program->apply(names);
    }
    void edit()
    {
        Control control;
        control.code = QStringLiteral("CANARY-01");
        control.title = QStringLiteral("CANARY control");
        const auto id = createRecord(*m_program->project(), control);
        must(id && personNamed(*m_program->project(), QStringLiteral("CANARY Luis")), "no edit");
        workspace().showRecord(QStringLiteral("control"), id.value().value);
        workspace().current()->setFilterText(canary);
    }
    void attach()
    {
        workspace().openPane(QStringLiteral("evidence"));
        const QStringList files { m_place.dropped("CANARY minutes.txt"), m_place.dropped("CANARY list.csv"),
                                  m_place.dropped("CANARY page.html") };
        const qsizetype before = m_program->project()->records().evidence.size();
        emit table("evidenceTable")->filesDropped(files, 0);
        must(eventually([&] { return m_program->project()->records().evidence.size() == before + files.size(); }),
             "nothing came in");
        must(eventually([this] { return inIndex() > 0; }), "no text was indexed");
    }
    qsizetype inIndex() const
    {
        const auto answer = searchTexts(m_program->project()->storage(), canary + QLatin1Char(' '), 5);
        return answer ? answer.value().hits.size() : -1;
    }
    void preview()
    {
        const QList<Evidence> items = m_program->project()->records().evidence.all();
        for (const Evidence &item : items)
            workspace().showRecord(QStringLiteral("evidence"), item.id.value);
        for (const Evidence &item : items) {
            if (item.fileName.endsWith(QLatin1String(".txt")))
                workspace().showRecord(QStringLiteral("evidence"), item.id.value);
        }
        must(eventually([this] {
                 const QList<QPlainTextEdit *> texts = workspace().current()->findChildren<QPlainTextEdit *>();
                 return std::any_of(texts.cbegin(), texts.cend(), [](const QPlainTextEdit *text) {
                     return text->toPlainText().contains(QLatin1String("pelican"));
                 });
             }),
             "no preview");
    }
    void search()
    {
        const QList<QAction *> commands = workspace().commands();
        for (QAction *command : commands) {
            if (command->text() == QString::fromUtf8("Search…"))
                command->trigger();
        }
        auto *popup = workspace().findChild<SearchPopup *>();
        popup->line().setText(canary);
        const auto *list = popup->findChild<QListView *>(QStringLiteral("searchList"));
        must(eventually([list] {
                 for (int row = 0; row < list->model()->rowCount(); ++row) {
                     if (list->model()->index(row, 0).data(SearchListModel::TitleRole).toString()
                         == QLatin1String("In files"))
                         return true;
                 }
                 return false;
             }),
             "nothing was found");
        popup->dismiss();
    }

    Place m_place;
    std::unique_ptr<Application> m_program;
    QByteArray m_elsewhere;
};

/// The program of a session: works, says READY, and locks when it is told to go on; unless it is killed first.
int runSession(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("trustbench"));
    QApplication::setQuitOnLastWindowClosed(false);
    const QByteArray what(argv[3]);
    Session session { Place { QDir(QString::fromLocal8Bit(argv[2])) } };
    if (what != "start") {
        session.open();
        if (what != "open")
            session.work();
    }
    if (what == "elsewhere")
        session.showElsewhere();
    std::puts("READY");
    std::fflush(stdout);
    static_cast<void>(std::getchar()); // the test outside looks at what is written so far
    if (what != "start")
        session.lock();
    return 0;
}

} // namespace

/// Nothing of a project is readable in anything the program writes, wherever it writes: while it is open, after it is
/// locked, and after the program was killed.
class TestCanary : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_place.root = QDir(m_folder->path());
        for (const QString &name : { QStringLiteral("dropped"), QStringLiteral("written") })
            QVERIFY(m_place.root.mkpath(name));
        for (const char *variable : variables)
            QVERIFY(QDir(m_place.written()).mkpath(QLatin1String(variable)));
        QVERIFY(QFile::setPermissions(m_place.written() + QStringLiteral("/XDG_RUNTIME_DIR"),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        drop("CANARY minutes.txt", "CANARY minutes of the pelican review\n");
        drop("CANARY list.csv", "name,role\nCANARY person,pelican keeper\n");
        drop("CANARY page.html", "<p>The CANARY pelican page</p>");
    }
    void theScanFindsTheWordInEveryDress()
    {
        QVERIFY(readable().isEmpty());
        const auto write = [this](const char *name, const QByteArray &bytes) {
            QFile file(m_place.written() + QLatin1Char('/') + QLatin1String(name));
            return file.open(QIODevice::WriteOnly) && file.write(QByteArray(100'000, 'x') + bytes) > 0;
        };
        QVERIFY(write("HOME/plain", "CANARY") && write("HOME/little", wide(false)) && write("HOME/.big", wide(true))
                && write("CANARY in a name", {}));
        QCOMPARE(readable().size(), 4);
    }
    void anOpenAndALockedProjectLeaveNothing()
    {
        QProcess session;
        start(session, "work");
        QCOMPARE(readable(), QStringList());
        QVERIFY(looked() >= 2); // the project and the settings at least
        QVERIFY(QFileInfo(m_place.project()).size() > 100'000);
        goOn(session);
        QCOMPARE(readable(), QStringList());
    }
    void aKilledSessionLeavesNothing()
    {
        QProcess session;
        start(session, "work");
        session.kill();
        QVERIFY(session.waitForFinished());
        QCOMPARE(readable(), QStringList());
        QProcess again; // opens what the kill left, and goes on
        start(again, "open");
        goOn(again);
        QCOMPARE(readable(), QStringList());
    }
    void whatAnotherProgramIsShownGoesWithTheLock()
    {
        QProcess session;
        start(session, "elsewhere");
        verifyShownElsewhere();
        goOn(session);
        QCOMPARE(readable(), QStringList());
    }
    void whatAnotherProgramWasShownByAKilledSessionGoesWithTheNextStart()
    {
        QProcess session;
        start(session, "elsewhere");
        session.kill();
        QVERIFY(session.waitForFinished());
        verifyShownElsewhere(); // nobody was left to remove it
        QProcess next;
        start(next, "start");
        QCOMPARE(readable(), QStringList());
        goOn(next);
    }

private:
    static constexpr std::array variables { "HOME",           "TMPDIR",         "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                            "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR" };

    void drop(const char *name, const QByteArray &content) const
    {
        QFile file(m_place.dropped(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    /// Runs a session up to its READY.
    void start(QProcess &session, const char *what) const
    {
        QProcessEnvironment around = QProcessEnvironment::systemEnvironment();
        for (const char *variable : variables)
            around.insert(QLatin1String(variable), m_place.written() + QLatin1Char('/') + QLatin1String(variable));
        around.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
        session.setProcessEnvironment(around);
        session.setWorkingDirectory(m_place.written());
        session.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        session.start(QCoreApplication::applicationFilePath(),
                      { QStringLiteral("--work-in"), m_folder->path(), QLatin1String(what) });
        QByteArray said;
        while (!said.contains("READY") && session.waitForReadyRead(120'000))
            said += session.readAllStandardOutput();
        QVERIFY2(said.contains("READY"), said.constData());
    }
    static void goOn(QProcess &session)
    {
        session.write("\n");
        QVERIFY(session.waitForFinished(120'000));
        QVERIFY(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0);
    }
    /// One copy, in a folder that only its user can enter.
    void verifyShownElsewhere() const
    {
        const QStringList found = readable();
        QCOMPARE(found.size(), 1);
        const QString base = found.first().section(QStringLiteral("/trustbench-view-"), 0, 0);
        QVERIFY2(base != found.first(), qPrintable(found.first()));
        const QString folder = base + QStringLiteral("/trustbench-view-")
            + found.first().section(QStringLiteral("/trustbench-view-"), 1).section(QLatin1Char('/'), 0, 0);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(folder) & others));
    }
    static QByteArray wide(bool bigEndian)
    {
        QByteArray bytes;
        for (const QChar c : canary) {
            if (bigEndian)
                bytes.append('\0');
            bytes.append(c.toLatin1());
            if (!bigEndian)
                bytes.append('\0');
        }
        return bytes;
    }
    QStringList files() const
    {
        QStringList all;
        QDirIterator each(m_place.written(), QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        while (each.hasNext())
            all.append(each.next());
        return all;
    }
    qsizetype looked() const { return files().size(); }
    /// The files in which the word can be read, or whose name has it.
    QStringList readable() const
    {
        QStringList found;
        for (const QString &path : files()) {
            QFile file(path);
            const bool opened = file.open(QIODevice::ReadOnly);
            if (!opened && !QFile::exists(path))
                continue; // gone since it was listed
            const QByteArray bytes = opened ? file.readAll() : canary.toUtf8();
            if (path.contains(canary) || bytes.contains(canary.toUtf8()) || bytes.contains(wide(false))
                || bytes.contains(wide(true)))
                found.append(path);
        }
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Place m_place;
};

int main(int argc, char *argv[])
{
    if (argc == 4 && qstrcmp(argv[1], "--work-in") == 0)
        return runSession(argc, argv);
    QCoreApplication app(argc, argv);
    TestCanary test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_canary.moc"
