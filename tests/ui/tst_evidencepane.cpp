#include "tests/support/fakeprompts.h"
#include "tests/support/heldpool.h"
#include "tests/ui/evidencesample.h"
#include "ui/common/appearance.h"
#include "ui/common/chipbar.h"
#include "ui/common/dropzone.h"
#include "ui/common/formfield.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"
#include "ui/common/valuedialog.h"
#include "ui/common/viewstate.h"
#include "ui/evidence/evidenceinspector.h"
#include "ui/evidence/evidenceintake.h"
#include "ui/evidence/evidencepane.h"
#include "ui/evidence/evidencepreview.h"
#include "ui/evidence/noticestrip.h"
#include "ui/evidence/relationdialog.h"
#include "ui/shell/chaincheck.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace tb;

namespace {

class MemoryState final : public ViewState
{
public:
    QVariantMap load(const QString &view) const override { return m_states.value(view); }
    void save(const QString &view, const QVariantMap &state) override { m_states.insert(view, state); }

private:
    QHash<QString, QVariantMap> m_states;
};

/// A pane over a project with what the window gives it.
struct PaneTest
{
    explicit PaneTest(EvidenceSample &sample, bool readOnly = false)
        : p(sample)
        , readiness(*sample.project, EvidenceSample::today())
        , chain(*sample.project, pool)
    {
        PaneContext context { *p.project,
                              readiness,
                              prompts,
                              state,
                              pool,
                              chain,
                              readOnly,
                              [] { return EvidenceSample::today(); },
                              [this](const QString &sentence, qint64) { toasts << sentence; },
                              [this](const ChangeSet &changes) { announced += !changes.isEmpty(); },
                              [this](const QString &subject, qint64 id) {
                                  shown = { subject, id };
                              },
                              [this](const std::function<void()> &then) {
                                  ++plainAsked;
                                  if (prompts.agree)
                                      then();
                              } };
        pane = std::make_unique<EvidencePane>(context);
        pane->resize(1232, 800);
        pane->show();
        table = pane->findChild<RecordTable *>(QStringLiteral("evidenceTable"));
    }
    ~PaneTest()
    {
        pane.reset();
        pool.waitForDone();
    }

    template <class T> T *part(const char *name = nullptr) const
    {
        return pane->findChild<T *>(name ? QString(QLatin1String(name)) : QString());
    }
    void settle() const { QTRY_VERIFY(!pane->isBusy()); }
    void press(const char *name) const
    {
        auto *button = qApp->activeModalWidget()
            ? qApp->activeModalWidget()->findChild<QPushButton *>(QLatin1String(name))
            : pane->findChild<QPushButton *>(QLatin1String(name));
        QVERIFY(button);
        button->click();
    }
    void action(const QString &name) const
    {
        for (QAction *action : pane->actions()) {
            if (action->text() == name)
                return action->trigger();
        }
        QFAIL(qPrintable(name));
    }
    EvidenceId only(const char *title) const { return p.items.value(QLatin1String(title)); }
    /// Titles of the rows in the order shown, with what the freshness column says.
    QStringList lines() const
    {
        QStringList all;
        const QAbstractItemModel &model = table->model();
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row, 1).data().toString() + QStringLiteral(": ") + model.index(row, 5).data().toString();
        return all;
    }

    EvidenceSample &p;
    ProjectReadiness readiness;
    FakePrompts prompts;
    MemoryState state;
    QThreadPool pool;
    ChainCheck chain;
    QStringList toasts;
    int announced = 0;
    int plainAsked = 0; ///< whether files may leave the encrypted project
    QPair<QString, qint64> shown;
    std::unique_ptr<EvidencePane> pane;
    RecordTable *table = nullptr;
};

QList<qint64> sorted(QList<qint64> ids)
{
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// Drops @p paths on @p target as a file manager would: as addresses and as text. Addresses stand as they are.
void drop(QWidget *target, const QStringList &paths, QPointF at)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << (path.contains(QStringLiteral("://")) ? QUrl(path) : QUrl::fromLocalFile(path));
    data.setUrls(urls);
    data.setText(paths.join(QLatin1Char('\n')));
    QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

} // namespace

class TestEvidencePane : public QObject
{
    Q_OBJECT

private slots:
    void filesAndFoldersDroppedAnywhereBecomeEvidence()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        p.file(QStringLiteral("folder/a.txt"), "one");
        p.file(QStringLiteral("folder/deep/b.txt"), "two");
        drop(t.pane.get(), { p.files.filePath(QStringLiteral("folder")) }, { 20, 400 });
        t.settle();
        QCOMPARE(p.itemCount(), 2);
        QCOMPARE(t.lines().size(), 2);
        QCOMPARE(t.toasts, QStringList { QStringLiteral("2 files added") });
        QCOMPARE(p.item(0).collectedOn, EvidenceSample::today());
        QVERIFY(p.project->undo()); // one drop, one step
        QCOMPARE(t.lines().size(), 0);
    }

    void filesDroppedOnAFieldGoToThePaneAndNotIntoItsText()
    {
        EvidenceSample p;
        p.setScope();
        QVERIFY(p.attach({ p.file(QStringLiteral("a.txt"), "one") }));
        PaneTest t(p);
        QVERIFY(t.pane->showRecord(QStringLiteral("evidence"), p.item(0).id.value));
        t.part<EvidenceInspector>()->setCurrentTab(1);
        const auto editor = [&t](const char *field) { return t.part<FormField>(field)->editor(); };
        auto *text = qobject_cast<QPlainTextEdit *>(editor("description"));
        const QList<QWidget *> targets { editor("title"), text, text->viewport(), editor("covers_from"),
                                         editor("covers_from")->findChild<QLineEdit *>() };
        int before = 1;
        for (QWidget *target : targets) {
            QVERIFY(target && target->isVisible());
            drop(target, { p.file(QStringLiteral("%1.txt").arg(before), QByteArray::number(before)) }, { 5, 5 });
            for (const FormField *field : t.pane->findChildren<FormField *>())
                QVERIFY2(!field->isDirty(), qPrintable(field->id()));
            t.settle();
            QCOMPARE(p.itemCount(), ++before);
        }
    }

    void whatIsOnOtherComputersIsCountedWhenItIsLeftOut()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        const QString far = QStringLiteral("sftp://files.example/%1.txt");
        drop(t.pane.get(), { p.file(QStringLiteral("a.txt"), "one"), far.arg(1), far.arg(2) }, { 20, 400 });
        t.settle();
        QCOMPARE(t.part<ProblemStrip>()->sentence(), QStringLiteral("1 file added, 2 on other computers left out"));
        QVERIFY(t.part<ProblemStrip>()->isVisible());
        drop(t.table->view()->viewport(), { far.arg(3), p.file(QStringLiteral("b.txt"), "two") }, { 200, 500 });
        t.settle();
        QCOMPARE(p.itemCount(), 2);
        QCOMPARE(t.part<ProblemStrip>()->sentence(), QStringLiteral("1 file added, 1 on another computer left out"));
        drop(t.part<DropZone>("dropZone"), { p.file(QStringLiteral("c.txt"), "three") }, { 5, 5 });
        t.settle();
        QVERIFY(!t.part<ProblemStrip>()->isVisible());
        t.pane->hide(); // they were dropped on a control, in its pane
        t.pane->takeFiles({ p.file(QStringLiteral("d.txt"), "four") }, {}, 1);
        t.settle();
        QCOMPARE(t.toasts.last(), QStringLiteral("1 file added, 1 on another computer left out"));
    }

    void whoWorksOnWhileFilesComeInKeepsTheirPlace_data()
    {
        using Act = std::function<void(PaneTest &)>;
        QTest::addColumn<Act>("act");
        QTest::addColumn<bool>("stays");
        const auto row = [](const char *name, bool stays, Act act) { QTest::newRow(name) << std::move(act) << stays; };
        row("waits", false, [](PaneTest &) {});
        row("selects", true, [](PaneTest &t) {
            t.table->setSelectedIds({ t.p.item(0).id.value, t.p.item(1).id.value });
        });
        row("goes to another row", true, [](PaneTest &t) { t.table->selectNext(1); });
        row("filters", true, [](PaneTest &t) { t.pane->setFilterText(QStringLiteral("zeppelin")); });
        row("edits a cell", true, [](PaneTest &t) { t.table->editCurrent(QStringLiteral("owner_id")); });
        row("is in the inspector", true, [](PaneTest &t) {
            t.part<EvidenceInspector>()->setCurrentTab(1);
            t.part<FormField>("title")->editor()->setFocus();
        });
    }
    void whoWorksOnWhileFilesComeInKeepsTheirPlace()
    {
        QFETCH(std::function<void(PaneTest &)>, act);
        QFETCH(bool, stays);
        EvidenceSample p;
        p.setScope();
        QVERIFY(p.attach({ p.file(QStringLiteral("a.txt"), "one"), p.file(QStringLiteral("b.txt"), "two") }));
        PaneTest t(p);
        QVERIFY(QTest::qWaitForWindowActive(t.pane.get()));
        t.table->view()->setFocus();
        t.table->setCurrentId(t.table->model().idAt(t.table->model().index(0, 0)));
        t.pool.waitForDone();
        HeldPool held(t.pool); // the files wait behind this
        t.pane->takeFiles({ p.file(QStringLiteral("c.txt"), "three") }, {});
        act(t);
        const qint64 current = t.table->currentId();
        const QList<qint64> selected = t.table->selectedIds();
        const bool editing = t.table->view()->isEditing();
        const bool filtered = t.table->shown() == 0;
        held.letGo();
        t.settle();
        QCOMPARE(p.itemCount(), 3);
        const qint64 added = p.item(2).id.value;
        QCOMPARE(t.table->currentId(), stays ? current : added);
        QCOMPARE(sorted(t.table->selectedIds()), stays ? sorted(selected) : QList<qint64> { added });
        QCOMPARE(t.table->view()->isEditing(), editing);
        QCOMPARE(t.table->shown(), filtered ? 0 : 3); // the filter stands
        t.table->view()->commitEditor();
    }

    void whatWasMissingIsFollowedByWhatCameInForIt()
    {
        EvidenceSample p;
        p.setScope();
        p.addControls();
        PaneTest t(p);
        const qint64 missing = -p.controls.value(QStringLiteral("VN-01")).value;
        t.table->setCurrentId(missing);
        QCOMPARE(t.table->currentId(), missing);
        emit t.table->filesDropped({ p.file(QStringLiteral("signed.txt"), "one") }, missing);
        t.settle();
        QCOMPARE(p.itemCount(), 1);
        QCOMPARE(t.table->selectedIds(), QList<qint64> { p.item(0).id.value });
    }

    void aMenuIsAboutWhatWasSelectedWhenItOpened()
    {
        EvidenceSample p;
        p.setScope();
        const PersonId owner = p.addPerson(QStringLiteral("Priya Raman"));
        QVERIFY(p.attach({ p.file(QStringLiteral("a.txt"), "one"), p.file(QStringLiteral("b.txt"), "two") }));
        PaneTest t(p);
        const auto choose = [&](const char *menu, const QString &text) {
            t.table->setSelectedIds({ p.item(0).id.value });
            auto *opened = t.part<QMenu>(menu);
            emit opened->aboutToShow();
            t.table->setSelectedIds({ p.item(1).id.value });
            for (QAction *action : opened->actions()) {
                if (action->text() == text)
                    return action->trigger();
            }
            QFAIL(qPrintable(text));
        };
        choose("ownerMenu", QStringLiteral("Priya Raman"));
        QCOMPARE(p.item(0).owner, owner);
        QVERIFY(!p.item(1).owner);
        choose("shareMenu", QStringLiteral("Withhold from the auditor…"));
        auto *dialog = t.part<ValueDialog>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("Names of patients"));
        dialog->findChild<QPushButton *>(QStringLiteral("agree"))->click();
        QVERIFY(!p.item(0).shared);
        QVERIFY(p.item(1).shared);
    }

    void oneIsSaidAsOne()
    {
        EvidenceSample p;
        p.setScope();
        QVERIFY(p.attach({ p.file(QStringLiteral("a.txt"), "one") }));
        PaneTest t(p);
        QTemporaryDir out;
        t.prompts.files = { out.filePath(QStringLiteral("a.txt")) };
        t.table->setCurrentId(p.item(0).id.value);
        t.action(QStringLiteral("Save copies…"));
        QTRY_COMPARE(t.toasts, QStringList { QStringLiteral("1 copy saved") });
        t.pane->takeFiles({ p.file(QStringLiteral("review-2025-Q3.txt"), "two") }, {});
        t.settle();
        QVERIFY2(t.part<NoticeStrip>()->sentence().startsWith(QStringLiteral("1 file name says ")),
                 qPrintable(t.part<NoticeStrip>()->sentence()));
    }

    void withoutAnItemNothingOfTheLastOneIsShown()
    {
        EvidenceSample p;
        p.setScope();
        QVERIFY(p.attach({ p.file(QStringLiteral("a.txt"), "one") }));
        PaneTest t(p);
        t.part<EvidenceInspector>()->setCurrentTab(1);
        t.table->setCurrentId(p.item(0).id.value);
        const FormField *title = t.part<FormField>("title");
        QVERIFY(title->isVisible());
        t.pane->setFilterText(QStringLiteral("zeppelin"));
        QCOMPARE(t.table->currentId(), 0);
        QVERIFY(!title->isVisible());
        QCOMPARE(title->value().toString(), QString());
        QVERIFY(!title->isDirty());
        QVERIFY(t.pane->showRecord(QStringLiteral("evidence"), p.item(0).id.value));
        QVERIFY(title->isVisible());
        QCOMPARE(title->value().toString(), QStringLiteral("a"));
    }

    void whatCannotBeTakenIsNamedWithItsReason()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        const QString good = p.file(QStringLiteral("good.txt"), "one");
        const QString empty = p.file(QStringLiteral("empty.txt"), {});
        t.pane->takeFiles({ good, empty, p.files.filePath(QStringLiteral("gone.txt")) }, {});
        t.settle();
        QCOMPARE(p.itemCount(), 1);
        const auto *strip = t.part<ProblemStrip>();
        QCOMPARE(strip->sentence(), QStringLiteral("1 file added, 2 not taken"));
        QStringList words;
        for (const QLabel *label : strip->findChildren<QLabel *>())
            words << label->text();
        QVERIFY(words.join(QLatin1Char(' ')).contains(QStringLiteral("empty.txt: is empty")));
        QVERIFY(words.join(QLatin1Char(' ')).contains(QStringLiteral("gone.txt: is not there")));
    }

    void theSameContentIsNotAddedTwice()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        const QString first = p.file(QStringLiteral("a.txt"), "one");
        t.pane->takeFiles({ first }, {});
        t.settle();
        t.pane->takeFiles({ p.file(QStringLiteral("copy.txt"), "one") }, {});
        t.settle();
        QCOMPARE(p.itemCount(), 1);
        QCOMPARE(t.toasts.last(), QStringLiteral("1 file is here already as E-0001"));
    }

    void filesDroppedOnAControlAreLinkedToIt()
    {
        EvidenceSample p;
        p.setScope();
        p.addControls();
        PaneTest t(p);
        const ControlId control = p.controls.value(QStringLiteral("AC-11"));
        t.pane->takeFiles({ p.file(QStringLiteral("a.txt"), "one") }, control);
        t.settle();
        QCOMPARE(p.project->records().evidenceControls.rightsOf(p.item(0).id.value), QList<qint64> { control.value });
        QCOMPARE(t.toasts, QStringList { QStringLiteral("1 file added to AC-11") });
    }

    void aDropOnAnItemAsksWhatItIs()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        t.pane->takeFiles({ p.file(QStringLiteral("a.txt"), "one") }, {});
        t.settle();
        const EvidenceId first = p.item(0).id;
        const QWidget *view = t.table->view()->viewport();
        const QString better = p.file(QStringLiteral("b.txt"), "two");
        drop(const_cast<QWidget *>(view), { better },
             QPointF(120, 10)); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        QTRY_VERIFY(qApp->activeModalWidget());
        QCOMPARE(p.itemCount(), 1); // nothing before the answer
        qApp->activeModalWidget()->findChild<QRadioButton *>(QStringLiteral("replacement"))->click();
        t.press("agree");
        t.settle();
        QCOMPARE(p.itemCount(), 2);
        QCOMPARE(p.item(1).supersedes, first);
        QCOMPARE(t.lines(), (QStringList { QStringLiteral("a: Current"), QStringLiteral("a: Replaced") }));
        const auto told = [&t](qint64 row) { // the other version and how it stands to this one
            t.table->setCurrentId(row);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            const auto *versions = t.pane->findChild<QWidget *>(QStringLiteral("versions"));
            const auto *other = versions->findChild<QPushButton *>();
            const QList<QLabel *> labels = versions->findChildren<QLabel *>();
            return other ? other->text().section(QLatin1Char(' '), 0, 0) + QLatin1Char(' ') + labels.last()->text()
                         : QString();
        };
        QCOMPARE(told(p.item(1).id.value), p.item(0).code + QStringLiteral(" replaced by this"));
        QCOMPARE(told(first.value), p.item(1).code + QStringLiteral(" replaces this"));
        QVERIFY(p.project->undo());
        QCOMPARE(t.lines(), QStringList { QStringLiteral("a: Current") });
    }

    void pastedPicturesAreTakenAndLeaveNothingBehind()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::red);
        QApplication::clipboard()->setImage(image);
        QTest::keyClick(t.table->view(), Qt::Key_V, Qt::ControlModifier);
        t.action(QStringLiteral("Paste"));
        t.settle();
        QCOMPARE(p.itemCount(), 1);
        QCOMPARE(p.item(0).mediaType, QStringLiteral("image/png"));
        QApplication::clipboard()->setText(QStringLiteral("words"));
        t.action(QStringLiteral("Paste"));
        QVERIFY(!t.part<ProblemStrip>()->sentence().isEmpty());
    }

    void theDayInAFileNameIsOfferedAndOnlyTakenWhenAgreed()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        t.pane->takeFiles({ p.file(QStringLiteral("review-2025-Q3.txt"), "one") }, {});
        t.settle();
        QVERIFY(!p.item(0).coversFrom.isValid());
        QVERIFY(t.part<NoticeStrip>()->isVisible());
        t.press("acceptOffer");
        QCOMPARE(p.item(0).coversFrom, QDate(2025, 7, 1));
        QCOMPARE(p.item(0).coversTo, QDate(2025, 9, 30));
        QVERIFY(!t.part<NoticeStrip>()->isVisible());
    }

    void worstComesFirstAndIsCounted()
    {
        EvidenceSample p;
        p.setScope();
        p.addControls();
        p.addItems();
        PaneTest t(p);
        const QStringList lines = t.lines();
        QVERIFY(lines.first().endsWith(QStringLiteral("Period gap"))
                || lines.first().endsWith(QStringLiteral("Stale")));
        QVERIFY(lines.contains(QStringLiteral("The vendor register is signed off: Not collected")));
        QVERIFY(lines.last().endsWith(QStringLiteral("Current")));
        int attention = 0;
        for (const QString &line : lines)
            attention += line.endsWith(QStringLiteral("Stale")) || line.endsWith(QStringLiteral("Period gap"))
                || line.endsWith(QStringLiteral("Not collected"));
        QCOMPARE(t.pane->badge(), attention);
        const auto *zone = t.part<DropZone>("dropZone");
        QVERIFY(zone->height() < 40); // one line: there are many items
    }

    void whatIsMissingStandsInTheOrderOfItsControls()
    {
        EvidenceSample p;
        p.setScope();
        QStringList expected;
        for (int i = 9; i >= 0; --i) {
            const QByteArray code = "XX-0" + QByteArray::number(i);
            p.control(code.constData(), code.constData(), Frequency::Quarterly, "Ana");
            expected.prepend(QLatin1String(code) + QStringLiteral(": Not collected"));
        }
        PaneTest t(p);
        QCOMPARE(t.lines(), expected);
        // A refresh of all of them at once, which comes in no order.
        QList<ControlId> all = p.controls.values();
        QVERIFY(setFields<Control>(*p.project, all, { { QStringLiteral("notes"), QStringLiteral("Seen") } }));
        QCOMPARE(t.lines(), expected);
    }

    void anOpenedPaneShowsItsFirstItemUnlessAnotherWasChosen()
    {
        EvidenceSample p;
        PaneTest t(p);
        const qint64 first = t.table->model().idAt(t.table->model().index(0, 0));
        const qint64 second = t.table->model().idAt(t.table->model().index(1, 0));
        QCOMPARE(t.table->currentId(), 0);
        t.pane->opened();
        QCOMPARE(t.table->currentId(), first);
        t.table->setCurrentId(second);
        t.pane->opened();
        QCOMPARE(t.table->currentId(), second);
        t.settle();
    }

    void collectingWhatWasMissingMovesTheBadge()
    {
        EvidenceSample p;
        p.setScope();
        p.addControls();
        PaneTest t(p);
        const int before = t.pane->badge();
        QSignalSpy changed(t.pane.get(), &Pane::badgeChanged);
        const ControlId control = p.controls.value(QStringLiteral("NW-05")); // annual, due 31 March 2025 and 2026
        AttachRequest request;
        request.paths = { p.file(QStringLiteral("a.txt"), "one") };
        request.controls = { p.controls.value(QStringLiteral("VN-01")) };
        request.performedOn = { QDate(2025, 9, 30), QDate(2025, 12, 31) };
        QVERIFY(attachFiles(*p.project, request, p.job));
        QVERIFY(control);
        QCOMPARE(t.pane->badge(), before - 1);
        QCOMPARE(changed.size(), 1);
    }

    void editsCommitByFieldAndARefusalStaysBelow()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        t.pane->takeFiles({ p.file(QStringLiteral("a.txt"), "one") }, {});
        t.settle();
        auto *inspector = t.part<EvidenceInspector>();
        QVERIFY(t.pane->showRecord(QStringLiteral("evidence"), p.item(0).id.value));
        emit inspector->edited({ { QStringLiteral("title"), QStringLiteral("Access review") } });
        QCOMPARE(p.item(0).title, QStringLiteral("Access review"));
        emit inspector->edited({ { QStringLiteral("covers_from"), QDate(2025, 9, 30) },
                                 { QStringLiteral("covers_to"), QDate(2025, 7, 1) } });
        QVERIFY(!p.item(0).coversFrom.isValid());
        emit inspector->edited(
            { { QStringLiteral("shared"), false }, { QStringLiteral("withheld_reason"), QString() } });
        QVERIFY(p.item(0).shared);
        emit inspector->edited({ { QStringLiteral("shared"), false },
                                 { QStringLiteral("withheld_reason"), QStringLiteral("Names of patients") } });
        QVERIFY(!p.item(0).shared);
        QCOMPARE(t.lines(), QStringList { QStringLiteral("Access review: Withheld") });
    }

    void manyAreChangedAtOnceAndDeletedWithOneUndo()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        t.pane->takeFiles({ p.file(QStringLiteral("a.txt"), "one"), p.file(QStringLiteral("b.txt"), "two") }, {});
        t.settle();
        t.table->setCurrentId(p.item(0).id.value);
        t.table->setSelectedIds({ p.item(0).id.value, p.item(1).id.value });
        QTest::keyClick(t.table->view(), Qt::Key_Delete);
        QCOMPARE(p.itemCount(), 0);
        QCOMPARE(t.announced, 1);
        QVERIFY(p.project->undo());
        QCOMPARE(t.lines().size(), 2);
    }

    void copiesAreWrittenWhenFilesMayLeaveTheProject()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        t.pane->takeFiles({ p.file(QStringLiteral("a.txt"), "one"), p.file(QStringLiteral("b.txt"), "two") }, {});
        t.settle();
        QTemporaryDir out;
        t.prompts.files = { out.path() };
        t.table->setSelectedIds({ p.item(0).id.value, p.item(1).id.value });
        t.prompts.agree = false;
        t.action(QStringLiteral("Save copies…"));
        QCOMPARE(t.plainAsked, 1);
        QVERIFY(t.prompts.asked.isEmpty()); // refused: nothing else is asked
        t.prompts.agree = true;
        t.action(QStringLiteral("Save copies…"));
        QTRY_COMPARE(t.toasts.last(), QStringLiteral("2 copies saved"));
        QCOMPARE(EvidenceProject::bytesOf(out.filePath(QStringLiteral("a.txt"))), QByteArray("one"));
        QCOMPARE(t.prompts.asked.size(), 1); // the folder
    }

    void openingElsewhereGoesThroughThePrivateFolderThatIsWiped()
    {
        EvidenceSample p;
        p.setScope();
        QString opened;
        {
            PaneTest t(p);
            t.pane->setOpener([&opened](const QString &path) {
                opened = path;
                return true;
            });
            t.pane->takeFiles({ p.file(QStringLiteral("a.txt"), "one") }, {});
            t.settle();
            t.action(QStringLiteral("Open with another program"));
            QTRY_VERIFY(!opened.isEmpty());
            QCOMPARE(EvidenceProject::bytesOf(opened), QByteArray("one"));
        }
        QVERIFY(!QFile::exists(opened));
    }

    void scriptsAreNotOpened()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        bool opened = false;
        t.pane->setOpener([&opened](const QString &) { return opened = true; });
        t.pane->takeFiles({ p.file(QStringLiteral("run.sh"), "#!/bin/sh\necho\n") }, {});
        t.settle();
        t.action(QStringLiteral("Open with another program"));
        QVERIFY(t.part<ProblemStrip>()->sentence().contains(QStringLiteral("run.sh")));
        t.pool.waitForDone();
        QVERIFY(!opened);
    }

    void erasingAsksAndLeavesATombstone()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        t.pane->takeFiles({ p.file(QStringLiteral("a.txt"), "one") }, {});
        t.settle();
        t.prompts.agree = false;
        t.action(QStringLiteral("Erase content for good…"));
        QVERIFY(!p.item(0).erasedAt.isValid());
        t.prompts.agree = true;
        t.action(QStringLiteral("Erase content for good…"));
        QTRY_VERIFY(p.item(0).erasedAt.isValid());
        QTRY_COMPARE(t.lines(), QStringList { QStringLiteral("a: Erased") });
    }

    void erasingShowsProgressAndCanBeCancelled()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        t.pane->takeFiles({ p.file(QStringLiteral("big.bin"), EvidenceProject::noise(48 << 20, 7)) }, {});
        t.settle();
        HeldPool held(t.pool); // the erasure waits behind this
        t.action(QStringLiteral("Erase content for good…"));
        const QPointer<ProgressStrip> strip = t.part<ProgressStrip>("working");
        QVERIFY(strip && strip->isVisible());
        emit strip->cancelled();
        held.letGo();
        QTRY_VERIFY(!strip);
        QVERIFY(!p.item(0).erasedAt.isValid());
        QVERIFY2(t.toasts.last().contains(QStringLiteral("as it was")), qPrintable(t.toasts.last()));
        QCOMPARE(p.verified(), QStringLiteral("1 blobs"));
    }

    void twoJobsHaveAStripAndACancelEach()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        t.pane->takeFiles({ p.file(QStringLiteral("a.txt"), "one"), p.file(QStringLiteral("b.txt"), "two") }, {});
        t.settle();
        QTemporaryDir out;
        t.prompts.files = { out.path() };
        t.table->setSelectedIds({ p.item(0).id.value, p.item(1).id.value });
        HeldPool held(t.pool); // both wait behind this
        const auto working = [&t] { return t.pane->findChildren<ProgressStrip *>(QStringLiteral("working")); };
        t.action(QStringLiteral("Save copies…"));
        QCOMPARE(working().size(), 1);
        const QPointer<ProgressStrip> saving = working().first();
        t.action(QStringLiteral("Erase content for good…"));
        QCOMPARE(working().size(), 2);
        QPointer<ProgressStrip> erasing;
        for (ProgressStrip *strip : working()) {
            if (strip != saving)
                erasing = strip;
        }
        QVERIFY(saving->isVisible() && erasing->isVisible());
        emit erasing->cancelled();
        held.letGo();
        QTRY_VERIFY(!saving && !erasing);
        QCOMPARE(EvidenceProject::bytesOf(out.filePath(QStringLiteral("b.txt"))), QByteArray("two"));
        QVERIFY(t.toasts.contains(QStringLiteral("2 copies saved")));
        QVERIFY(!p.item(0).erasedAt.isValid());
    }

    void cancellingLeavesNothing()
    {
        EvidenceSample p;
        p.setScope();
        PaneTest t(p);
        int round = 0;
        for (; round == 0 || (p.itemCount() == 1 && round < 20); ++round) { // where it was in before the cancel came
            if (round > 0)
                QVERIFY(p.project->undo());
            t.toasts.clear();
            t.pane->takeFiles(
                { p.file(QStringLiteral("big.bin"), EvidenceProject::noise(48 << 20, 7 + quint32(round))) }, {});
            emit t.part<ProgressStrip>()->cancelled();
            t.settle();
        }
        QCOMPARE(p.itemCount(), 0);
        if (round == 1) // an undo keeps the bytes
            QCOMPARE(p.chunks(), 0);
        QCOMPARE(t.toasts.size(), 1);
    }

    void progressSaysBytesAndRate()
    {
        QCOMPARE(transferWords(340'000'000, 2'000'000'000, 180e6),
                 QStringLiteral("Adding files: 340 MB of 2 GB · 180 MB/s"));
    }

    void aReadOnlyProjectOffersNoEditing()
    {
        EvidenceSample p;
        p.setScope();
        QVERIFY(p.attach({ p.file(QStringLiteral("a.txt"), "one") }));
        PaneTest t(p, true);
        QVERIFY(!t.pane->acceptDrops());
        QVERIFY(!t.part<QPushButton>("addFiles")->isEnabled());
        t.pane->takeFiles({ p.file(QStringLiteral("b.txt"), "two") }, {});
        QVERIFY(!t.pane->isBusy());
        QVERIFY(t.pane->showRecord(QStringLiteral("evidence"), p.item(0).id.value));
        QTest::keyClick(t.table->view(), Qt::Key_Delete);
        QCOMPARE(p.itemCount(), 1);
    }

    void aReportOfOneDateShowsAMarkInsteadOfABar()
    {
        EvidenceSample p;
        p.setScope(ReportType::TypeOne);
        QVERIFY(p.attach({ p.file(QStringLiteral("a.txt"), "one") }));
        PaneTest t(p);
        QVERIFY(!t.table->model().index(0, 4).data(RecordTableModel::CellRole).canConvert<paint::Period>());
        QVERIFY(t.table->model().index(0, 4).data(RecordTableModel::CellRole).canConvert<StatusLook>());
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("TB_PICTURES");
        if (folder.isEmpty())
            QSKIP("no folder for pictures given");
        EvidenceSample p;
        p.setScope();
        p.addControls();
        p.addItems();
        Appearance appearance;
        for (const auto mode : { Appearance::Mode::Light, Appearance::Mode::Dark }) {
            appearance.setMode(mode);
            PaneTest t(p);
            const QString ending
                = mode == Appearance::Mode::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
            const auto grab = [&](const char *name) {
                for (int round = 0; round < 8; ++round) { // layout, preview, and the layout that follows it
                    t.pool.waitForDone();
                    QCoreApplication::processEvents();
                }
                QVERIFY(t.pane->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + ending));
            };
            t.pane->resize(1232, 826);
            QVERIFY(t.pane->showRecord(QStringLiteral("evidence"), t.only("Production access review").value));
            grab("evidence");
            t.part<EvidenceInspector>()->setCurrentTab(1);
            grab("evidence-details");
            t.part<EvidenceInspector>()->setCurrentTab(2);
            t.table->groupBy(QStringLiteral("control"));
            grab("evidence-grouped");
            t.table->groupBy({});
            t.part<EvidenceInspector>()->setCurrentTab(0);
            t.pane->showRecord(QStringLiteral("evidence"), t.only("Single sign-on settings").value);
            t.table->setSelectedIds({ t.only("Admin group export").value, t.only("Single sign-on settings").value });
            grab("evidence-selected");
            t.pane->showRecord(QStringLiteral("evidence"), t.only("Admin group export").value);
            grab("evidence-grid");
            t.table->setCurrentId(-p.controls.value(QStringLiteral("VN-01")).value);
            grab("evidence-missing");
            RelationDialog dialog(p.item(0), 1);
            QVERIFY(dialog.grab().save(folder + QStringLiteral("/relation") + ending));
            t.pane->resize(892, 660); // what the least window leaves
            grab("evidence-narrow");
        }
    }
};

QTEST_MAIN(TestEvidencePane)
#include "tst_evidencepane.moc"
