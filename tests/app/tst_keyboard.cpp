#include "app/panelist.h"
#include "tests/support/evidenceproject.h"
#include "tests/support/panes.h"
#include "ui/common/bulkbar.h"
#include "ui/common/chipbar.h"
#include "ui/common/formfield.h"
#include "ui/common/inspectorframe.h"
#include "ui/common/paneheader.h"
#include "ui/common/pickdialog.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"
#include "ui/common/toast.h"
#include "ui/controls/notapplicabledialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/shell/search/searchpopup.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/start/startscreen.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

using namespace tb;

namespace {

class MemoryState final : public ViewState
{
public:
    QVariantMap load(const QString &view) const override { return m_views.value(view); }
    void save(const QString &view, const QVariantMap &state) override { m_views.insert(view, state); }

private:
    QHash<QString, QVariantMap> m_views;
};

} // namespace

/// The keyboard table of the design, row by row: each binding is pressed where the hands are, and its effect looked at.
class TestKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_test = std::make_unique<EvidenceProject>();
        const CriterionId access = m_test->addCriterion(QStringLiteral("CC6.1"));
        const CriterionId change = m_test->addCriterion(QStringLiteral("CC8.1"));
        for (const char *code : { "AC-01", "AC-02", "CM-01" }) {
            m_controls.append(
                m_test->addControl(QLatin1String(code), QStringLiteral("Control %1").arg(QLatin1String(code))));
            const CriterionId under = m_controls.size() < 3 ? access : change;
            QVERIFY(setLinks(*m_test->project, controlCriterion, { m_controls.last().value }, { under.value }, true));
        }
        QVERIFY(m_test->attach(
            { m_test->file(QStringLiteral("first.txt"), "one"), m_test->file(QStringLiteral("second.txt"), "two") }));
        m_readiness = std::make_unique<ProjectReadiness>(*m_test->project, QDate(2026, 3, 12));
        const ExportKind writing { QStringLiteral("Write…"),
                                   QStringLiteral("download"),
                                   QStringLiteral("out.txt"),
                                   {},
                                   [](const Project &) { return ExportKind::Work(); },
                                   false };
        const WorkspaceSetup setup { *m_test->project,
                                     *m_readiness,
                                     m_prompts,
                                     m_state,
                                     m_pool,
                                     [] { return QDate(2026, 3, 12); },
                                     paneMakers(),
                                     { writing },
                                     { [] { return true; }, [] {} },
                                     0 };
        m_workspace = std::make_unique<Workspace>(setup);
        m_workspace->resize(1440, 900);
        m_workspace->show();
        QVERIFY(QTest::qWaitForWindowActive(m_workspace.get()));
        m_workspace->showRecord(QStringLiteral("control"), m_controls.at(0).value);
        table()->view()->setFocus();
    }
    void cleanup()
    {
        closePopups();
        if (m_workspace)
            m_workspace->prepareToClose(); // as the program does
        m_workspace.reset();
        m_pool.waitForDone();
        m_readiness.reset();
        m_test.reset();
        m_controls.clear();
        m_prompts = {};
        m_state = {};
    }

    void everyKeyDoesWhatTheTableSays_data()
    {
        bindAnywhere();
        bindRows();
        bindInspector();
        bindEvidence();
        QTest::addColumn<int>("number");
        for (int i = 0; i < m_bindings.size(); ++i)
            QTest::addRow("%s: %s", m_bindings.at(i).keys, m_bindings.at(i).what) << i;
    }
    void everyKeyDoesWhatTheTableSays()
    {
        QFETCH(int, number);
        const Binding &binding = m_bindings.at(number);
        if (binding.before)
            binding.before();
        QVERIFY2(!binding.after(), "it is so without the key");
        press(binding.keys);
        QTRY_VERIFY(binding.after());
    }
    void theWindowIsToldOf_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QByteArray>("signal");
        const auto row = [](const char *keys, const char *signal) {
            QTest::newRow(keys) << QString(QLatin1String(keys)) << QByteArray(signal);
        };
        row("Ctrl+Shift+L", SIGNAL(lockAsked()));
        row("Ctrl+O", SIGNAL(openAsked()));
        row("Ctrl+Shift+N", SIGNAL(newProjectAsked()));
        row("F1", SIGNAL(glossaryAsked()));
        row("Ctrl+/", SIGNAL(shortcutsAsked()));
        row("Ctrl+,", SIGNAL(settingsAsked()));
        row("Ctrl+W", SIGNAL(closeAsked()));
        row("Ctrl+Q", SIGNAL(quitAsked()));
    }
    void theWindowIsToldOf()
    {
        QFETCH(QString, keys);
        QFETCH(QByteArray, signal);
        QSignalSpy told(m_workspace.get(), signal.constData());
        press(qPrintable(keys));
        QCOMPARE(told.size(), 1);
    }
    void theStartScreenIsToldOf_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QByteArray>("signal");
        const auto row = [](const char *keys, const char *signal) {
            QTest::newRow(keys) << QString(QLatin1String(keys)) << QByteArray(signal);
        };
        row("Ctrl+N", SIGNAL(newProjectAsked()));
        row("Ctrl+Shift+N", SIGNAL(newProjectAsked()));
        row("Ctrl+O", SIGNAL(openAsked()));
        row("F1", SIGNAL(glossaryAsked()));
        row("Ctrl+/", SIGNAL(shortcutsAsked()));
        row("Ctrl+,", SIGNAL(settingsAsked()));
    }
    void theStartScreenIsToldOf()
    {
        QFETCH(QString, keys);
        QFETCH(QByteArray, signal);
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy told(&window.startScreen(), signal.constData());
        press(qPrintable(keys));
        QCOMPARE(told.size(), 1);
    }
    void sixGoesThroughTheRegionsInTheirOrder()
    {
        table()->setSelectedIds({ m_controls.at(0).value, m_controls.at(1).value }); // the bulk bar shows
        auto *pane = m_workspace->current();
        const QList<QWidget *> order { m_workspace->findChild<SearchField *>(),
                                       m_workspace->findChild<Rail *>(),
                                       pane->findChild<PaneHeader *>(),
                                       pane->findChild<ChipBar *>(),
                                       table(),
                                       pane->findChild<BulkBar *>(),
                                       pane->findChild<InspectorFrame *>(),
                                       m_workspace->findChild<StatusLine *>() };
        order.first()->setFocus();
        for (qsizetype step = 1; step <= order.size(); ++step) {
            press("F6");
            QCOMPARE(regionOfFocus(order), step % order.size());
        }
        for (qsizetype step = order.size() - 1; step >= 0; --step) {
            press("Shift+F6");
            QCOMPARE(regionOfFocus(order), step);
        }
    }
    void aWindowThatGoesWithAnOpenEditorWritesNothing_data()
    {
        QTest::addColumn<QString>("column");
        QTest::newRow("choice in a cell") << QStringLiteral("owner_id");
        QTest::newRow("date in a cell") << QStringLiteral("target_on");
        QTest::newRow("text in the inspector") << QString();
    }
    void aWindowThatGoesWithAnOpenEditorWritesNothing()
    {
        QFETCH(QString, column);
        const PersonId ana = m_test->addPerson(QStringLiteral("Ana Ruiz"));
        const qint64 before = m_test->project->head().seq;
        if (column.isEmpty()) {
            type();
        } else {
            table()->editCurrent(column);
            QVERIFY(table()->view()->isEditing());
            if (auto *box = table()->view()->findChild<QComboBox *>())
                box->setCurrentIndex(box->findData(ana.value));
            else
                QTest::keyClicks(table()->view()->findChild<QDateEdit *>(), QStringLiteral("1"));
        }
        m_workspace.reset(); // without prepareToClose(): nobody asked for what was typed
        QCOMPARE(m_test->project->head().seq, before);
    }
    void anAltThatHoldsSomethingElseOpensNoMenu()
    {
        QTest::keyPress(m_workspace.get(), Qt::Key_Alt);
        QTest::keyClick(m_workspace.get(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyRelease(m_workspace.get(), Qt::Key_Alt);
        QTest::keyPress(m_workspace.get(), Qt::Key_Alt);
        QTest::mouseClick(m_workspace.get(), Qt::LeftButton, Qt::AltModifier, QPoint(700, 12));
        QTest::keyRelease(m_workspace.get(), Qt::Key_Alt);
        QCoreApplication::processEvents();
        QVERIFY(!QApplication::activePopupWidget());
    }

private:
    struct Binding
    {
        const char *keys;
        const char *what;
        std::function<void()> before;
        std::function<bool()> after; ///< the effect; false before the key
    };
    void bind(const char *keys, const char *what, std::function<bool()> after, std::function<void()> before = {})
    {
        m_bindings.append({ keys, what, std::move(before), std::move(after) });
    }
    std::function<bool()> shows(const char *pane)
    {
        return [this, pane] { return m_workspace->current()->id() == QLatin1String(pane); };
    }
    template <class W> std::function<bool()> opened()
    {
        return [this] {
            const auto *dialog = m_workspace->findChild<W *>();
            return dialog && dialog->isVisible();
        };
    }
    static bool popup() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr; }

    void bindAnywhere()
    {
        m_bindings.clear();
        bind("Ctrl+K", "search", [this] { return m_workspace->findChild<SearchPopup *>()->isVisible(); });
        bind("Ctrl+F", "filter rows", [this] { return within(m_workspace->current()->findChild<ChipBar *>()); });
        bind("Ctrl+1", "first pane", shows("controls"), [this] { m_workspace->openPane(QStringLiteral("activity")); });
        bind("Ctrl+2", "second pane", shows("evidence"));
        bind("Ctrl+3", "third pane", shows("activity"));
        bind("Ctrl+PgDown", "next pane", shows("evidence"));
        bind("Ctrl+PgUp", "previous pane", shows("activity"));
        bind("F9", "inspector", [this] { return !m_workspace->current()->findChild<InspectorFrame *>()->isVisible(); });
        bind("F10", "menu", popup);
        bind("Alt", "menu", popup);
        bind("Ctrl+E", "export menu", popup);
        bind(
            "Ctrl+Z", "undo", [this] { return titleOf(0) == QLatin1String("Control AC-01"); }, [this] { retitle(); });
        bind(
            "Ctrl+Shift+Z", "redo", [this] { return titleOf(0) == QLatin1String("Other"); },
            [this] {
                retitle();
                QVERIFY(m_test->project->undo());
            });
        bind(
            "Ctrl+S", "save now", [this] { return titleOf(0) == QLatin1String("Typed"); }, [this] { type(); });
    }
    void bindRows()
    {
        bind("Ctrl+N", "new control", [this] { return count() == 4; });
        bind("Ctrl+D", "duplicate", [this] { return count() == 4; });
        bind("Del", "delete", [this] { return count() == 2; });
        bind("F2", "edit cell", [this] { return table()->view()->isEditing(); });
        bind("Return", "open record", [this] { return within(m_workspace->current()->findChild<InspectorFrame *>()); });
        bind("Space", "toggle selection", [this] { return table()->selectedIds().isEmpty(); });
        bind("Ctrl+A", "select all shown", [this] { return table()->selectedIds().size() == 3; });
        bind("Esc", "clear the selection", [this] { return table()->selectedIds().isEmpty(); });
        bind("1", "not started", status(WorkStatus::NotStarted), [this] { setStatus(WorkStatus::InProgress); });
        bind("2", "in progress", status(WorkStatus::InProgress));
        bind("3", "implemented", status(WorkStatus::Implemented));
        bind("4", "not applicable", opened<NotApplicableDialog>());
        bind("5", "sign off", [this] { return m_test->control(m_controls.at(0)).signedOffBy.value != 0; });
        bind("Left", "collapse group", [this] { return !expanded(); });
        bind(
            "Right", "expand group", [this] { return expanded(); }, [this] { press("Left"); });
        bind("Down", "next row", current(1));
        bind("Ctrl+L", "link to", opened<PickDialog>());
        bind("Shift+F10", "context menu", popup);
    }
    void bindInspector()
    {
        bind(
            "Ctrl+Return", "commit the field", [this] { return titleOf(0) == QLatin1String("Typed"); },
            [this] { type(); });
        bind("Alt+Down", "next record", current(1), [this] { focusTitle(); });
        bind("Alt+Up", "previous record", current(0), [this] {
            table()->setCurrentId(m_controls.at(1).value);
            focusTitle();
        });
    }
    void bindEvidence()
    {
        const auto open = [this] {
            m_workspace->showRecord(QStringLiteral("evidence"), m_test->item(0).id.value);
            table()->view()->setFocus();
        };
        bind(
            "Ctrl+V", "paste a file", [this] { return m_test->itemCount() == 3; },
            [this, open] {
                open();
                auto *copied = new QMimeData;
                copied->setUrls({ QUrl::fromLocalFile(m_test->file(QStringLiteral("third.txt"), "three")) });
                QApplication::clipboard()->setMimeData(copied);
            });
        bind(
            "Ctrl+N", "add files", [this] { return !m_prompts.asked.isEmpty(); }, open);
        bind("Ctrl+L", "link to controls", opened<PickDialog>(), open);
        bind(
            "Del", "delete", [this] { return m_test->itemCount() == 1; }, open);
    }

    std::function<bool()> status(WorkStatus wanted)
    {
        return [this, wanted] { return m_test->control(m_controls.at(0)).workStatus == wanted; };
    }
    std::function<bool()> current(int control)
    {
        return [this, control] { return table()->currentId() == m_controls.at(control).value; };
    }
    void setStatus(WorkStatus wanted) const
    {
        QVERIFY(setWorkStatus(*m_test->project, { m_controls.at(0) }, wanted, QDate(2026, 3, 12)));
    }
    void retitle() const
    {
        QVERIFY(setFields<Control>(*m_test->project, { m_controls.at(0) },
                                   { { QStringLiteral("title"), QStringLiteral("Other") } }));
    }
    QLineEdit *focusTitle() const
    {
        const QList<FormField *> fields = m_workspace->current()->findChildren<FormField *>();
        for (FormField *field : fields) {
            if (field->id() == QLatin1String("title")) {
                field->editor()->setFocus();
                return field->findChild<QLineEdit *>();
            }
        }
        return nullptr;
    }
    /// Something that no field has given to the project yet.
    void type() const
    {
        QLineEdit *title = focusTitle();
        QVERIFY(title);
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("Typed"));
    }
    bool expanded() const
    {
        const RecordView *view = table()->view();
        return view->isExpanded(view->model()->index(0, 0));
    }
    qsizetype count() const { return m_test->project->records().controls.size(); }
    QString titleOf(int control) const { return m_test->control(m_controls.at(control)).title; }
    RecordTable *table() const { return m_workspace->current()->findChild<RecordTable *>(); }
    static bool within(const QWidget *part)
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus && (focus == part || part->isAncestorOf(focus));
    }
    static qsizetype regionOfFocus(const QList<QWidget *> &regions)
    {
        for (qsizetype i = 0; i < regions.size(); ++i) {
            if (within(regions.at(i)))
                return i;
        }
        return -1;
    }
    /// Presses @p keys where the focus is; "Alt" alone is pressed and let go.
    static void press(const char *keys)
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
        if (qstrcmp(keys, "Alt") == 0) {
            QTest::keyPress(target, Qt::Key_Alt);
            QTest::keyRelease(target, Qt::Key_Alt);
            return;
        }
        QTest::keySequence(target, QKeySequence(QLatin1String(keys)));
    }
    static void closePopups()
    {
        while (QWidget *open = QApplication::activePopupWidget())
            open->close();
    }

    QList<Binding> m_bindings;
    FakePrompts m_prompts;
    MemoryState m_state;
    QThreadPool m_pool;
    std::unique_ptr<EvidenceProject> m_test;
    std::unique_ptr<ProjectReadiness> m_readiness;
    std::unique_ptr<Workspace> m_workspace;
    QList<ControlId> m_controls;
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
