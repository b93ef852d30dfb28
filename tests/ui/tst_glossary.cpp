#include "model/catalog/catalog.h"
#include "tests/support/fakeprompts.h"
#include "tests/support/panes.h"
#include "tests/support/projects.h"
#include "ui/activity/activitypane.h"
#include "ui/common/appearance.h"
#include "ui/common/chipbutton.h"
#include "ui/common/formfields.h"
#include "ui/common/inspectorform.h"
#include "ui/common/paneheader.h"
#include "ui/common/recordheader.h"
#include "ui/common/section.h"
#include "ui/common/termtips.h"
#include "ui/common/textstyle.h"
#include "ui/controls/controlspane.h"
#include "ui/evidence/evidencepane.h"
#include "ui/shell/glossary/glossarydialog.h"
#include "ui/shell/linkbutton.h"
#include "ui/shell/newproject/newprojectdialog.h"

#include <QFocusFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

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

QString unwrapped(const QString &tip)
{
    return QString(tip).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

/// The labels of @p style that stand right in parts of one kind; content beside them has another style.
template <class Part> QList<QLabel *> labelsOf(const QWidget &inside, TextStyle style)
{
    QList<QLabel *> labels;
    const QList<Part *> parts = inside.findChildren<Part *>();
    for (const Part *part : parts) {
        const QList<QLabel *> here = part->template findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
        for (QLabel *label : here) {
            if (label->property("tbTextStyle").toInt() == static_cast<int>(style))
                labels.append(label);
        }
    }
    return labels;
}

/// The titles of a widget's forms, sections and pane headers.
QList<QLabel *> titleLabels(const QWidget &inside)
{
    return labelsOf<InspectorForm>(inside, TextStyle::Small) + labelsOf<Section>(inside, TextStyle::BodyStrong)
        + labelsOf<PaneHeader>(inside, TextStyle::PageTitle);
}

} // namespace

class TestGlossary : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto terms = loadGlossary();
        QVERIFY2(terms, qPrintable(terms ? QString() : terms.error().detail));
        m_glossary = Glossary(std::move(terms).value());
        QVERIFY(m_glossary.terms().size() >= 60);
        m_appearance = std::make_unique<Appearance>();
        m_tips = std::make_unique<TermTips>(m_glossary);
    }
    void init() { m_state = {}; }
    void cleanupTestCase()
    {
        m_tips.reset();
        m_appearance.reset();
    }

    void aTitleNamesATerm_data()
    {
        QTest::addColumn<QString>("key");
        const auto row
            = [](const char *title, const char *key) { QTest::newRow(title) << QString(QLatin1String(key)); };
        row("owner", "owner"); // as it is
        row("Owner", "owner"); // in any case
        row("OWNER:", "owner"); // with what a label ends in
        row("O&wner", "owner"); // with its key
        row("Owners", "owner"); // plural
        row("Criteria", "criterion");
        row("Policies", "policy");
        row("Categories", "category");
        row("Access reviews", "access-review");
        row("Trust service criterion", "trust-services-criteria"); // the term itself is a plural
        row("CUECs", "cuec");
        row("As-of date", "as-of-date"); // with or without the hyphen
        row("Carve out method", "carve-out-method");
        row("Complementary user entity control (CUEC)", "complementary-user-entity-control"); // before the brackets
        row("What they expect of us (CUECs)", "cuec"); // in the brackets
        row("List [PBC]", "pbc");
        row("Due", "due-date"); // a date's column does without the word
        row("Performed on", "performed-date");
        row("As of", "as-of-date");
        row("Nature", "nature-of-a-control"); // what stands beside a control need not say so
        row("Residual risk today", "residual-risk"); // within
        row("Evidence, performed date", "performed-date"); // the longest of two
        row("Control owner", "owner"); // the last of two as long
        row("Control", "control");
        row("Type II", "type-ii"); // never its beginning alone
        row("SOC 2 Type I", "type-i");
        row("Gaps", "gap");
        row("Status", ""); // no term
        row("Ownership", ""); // whole words only
        row("Type", "");
        row("Date", "");
        row("", "");
        row("( )", "");
        row("What stands against it", "");
        row("All criteria of the categories chosen come with the project", ""); // a sentence is about more
    }
    void aTitleNamesATerm()
    {
        const CatalogTerm *term = m_glossary.named(QString::fromUtf8(QTest::currentDataTag()));
        QTEST(term ? term->key : QString(), "key");
    }
    void everyTermIsNamedByItself()
    {
        for (const CatalogTerm &term : m_glossary.terms()) {
            const CatalogTerm *named = m_glossary.named(Glossary::heading(term));
            QVERIFY2(named && named->key == term.key, qPrintable(term.key));
        }
    }
    void relatedTermsLeadBothWays()
    {
        for (const CatalogTerm &term : m_glossary.terms()) {
            for (const CatalogTerm *other : m_glossary.related(term)) {
                QVERIFY2(other != &term, qPrintable(term.key));
                QVERIFY2(m_glossary.related(*other).contains(&term), qPrintable(term.key));
            }
        }
        QVERIFY(!m_glossary.related(*m_glossary.term(QStringLiteral("bridge-letter"))).isEmpty());
    }
    void aSearchPutsBeginningsFirst()
    {
        const auto keys = [this](const char *text) {
            QStringList all;
            for (const CatalogTerm *term : m_glossary.search(QLatin1String(text)))
                all.append(term->key);
            return all;
        };
        const QStringList owners = keys("owner");
        QCOMPARE(owners.first(), QStringLiteral("owner"));
        QVERIFY(owners.contains(QStringLiteral("attestation"))); // "A control owner's dated statement"
        QCOMPARE(keys("OPINION").first(), QStringLiteral("opinion"));
        QVERIFY(keys("opinion").indexOf(QStringLiteral("adverse-opinion"))
                < keys("opinion").indexOf(QStringLiteral("readiness-assessment")));
        QCOMPARE(keys("  ").size(), m_glossary.terms().size());
        QVERIFY(keys("zeppelin").isEmpty());
    }

    void panesExplainTheirTitles_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QStringList>("labels");
        const auto list = [](const char *words) { return QString(QLatin1String(words)).split(QLatin1Char('|')); };
        QTest::newRow("controls") << list("Control|Owner|Evidence|Due|Frequency|Nature|Criteria|Exception")
                                  << list(
                                         "Control matrix|Criteria|Owner|Performer|Nature|Frequency|Evidence|Due dates");
        QTest::newRow("evidence") << list("Controls|Owner|Performed") << list("Evidence|Performed on|Owner|Controls");
        QTest::newRow("activity") << QStringList() << QStringList();
    }
    void panesExplainTheirTitles()
    {
        QFETCH(QStringList, columns);
        QFETCH(QStringList, labels);
        TestProject project;
        PaneHost host(*project.project);
        const std::unique_ptr<Pane> pane = makePane(QLatin1String(QTest::currentDataTag()), host);
        pane->show();
        QStringList explained;
        for (const QLabel *label : titleLabels(*pane)) {
            const QString text = expected(label->text());
            QCOMPARE(unwrapped(label->toolTip()), text);
            QCOMPARE(label->accessibleDescription(), text);
            if (!text.isEmpty())
                explained.append(label->text());
        }
        for (const QString &title : std::as_const(labels))
            QVERIFY2(explained.contains(title), qPrintable(title));
        const auto *header = pane->findChild<RecordHeader *>();
        QVERIFY(header);
        explained.clear();
        for (int section = 0; section < header->count(); ++section) {
            const auto data = [&](int role) { return header->model()->headerData(section, Qt::Horizontal, role); };
            const QString title = data(Qt::DisplayRole).toString();
            QCOMPARE(unwrapped(data(Qt::ToolTipRole).toString()), expected(title));
            QCOMPARE(data(Qt::AccessibleDescriptionRole).toString(), expected(title));
            if (!expected(title).isEmpty())
                explained.append(title);
        }
        for (const QString &title : std::as_const(columns))
            QVERIFY2(explained.contains(title), qPrintable(title));
    }
    void theFieldIsDescribedToo()
    {
        InspectorForm form;
        FormField *owner = form.addField(QStringLiteral("Owner"), new TextField(QStringLiteral("owner")));
        form.show();
        const QString text = expected(QStringLiteral("Owner"));
        QCOMPARE(owner->editor()->accessibleDescription(), text);
        owner->refuse(QStringLiteral("Nobody of that name"));
        QCOMPARE(owner->editor()->accessibleDescription(), QStringLiteral("Nobody of that name"));
        owner->refuse(QStringLiteral("Still nobody"));
        owner->accept();
        QCOMPARE(owner->editor()->accessibleDescription(), text);
        QCOMPARE(m_tips->termAt(owner->editor())->key, QStringLiteral("owner"));
        QVERIFY(!m_tips->termAt(&form));
        QVERIFY(!m_tips->termAt(nullptr));
    }
    void theAssistantExplainsItsLabels()
    {
        auto catalog = loadCatalog();
        QVERIFY(catalog);
        QTemporaryDir folder;
        QThreadPool pool;
        FakePrompts prompts;
        NewProjectDialog dialog(NewProjectSetup { catalog.value(), prompts, pool, QDate(2026, 3, 12), folder.path(),
                                                  KeychainState::Ready, 15, KeyCost { 8192, 1, 1 } });
        dialog.show();
        QStringList explained;
        for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const QString title = label ? label->text() : button ? button->text() : QString();
            if (!title.isEmpty() && !widget->toolTip().isEmpty() && unwrapped(widget->toolTip()) == expected(title))
                explained.append(QString(title).remove(QLatin1Char('&')));
        }
        for (const char *title : { "As of", "Categories", "Type I", "Type II" })
            QVERIFY2(explained.contains(QLatin1String(title)), title);
    }
    void whatSaysSomethingSpecificStays()
    {
        QWidget window;
        auto *edit = new QLineEdit(&window);
        auto *label = new QLabel(QStringLiteral("Owner"), &window);
        label->setBuddy(edit);
        label->setToolTip(QStringLiteral("Press Alt+O"));
        edit->setAccessibleDescription(QStringLiteral("Five letters"));
        auto *plain = new QLabel(QStringLiteral("Owner"), &window); // content, not a title
        window.show();
        QCOMPARE(label->toolTip(), QStringLiteral("Press Alt+O"));
        QCOMPARE(edit->accessibleDescription(), QStringLiteral("Five letters"));
        QVERIFY(plain->toolTip().isEmpty());
    }
    void aChipSaysItsOwnThenItsTerm()
    {
        ChipButton chip(QStringLiteral("Owner"), { QStringLiteral("owner"), { QStringLiteral("Priya Raman") } });
        const QString own = chip.toolTip();
        chip.show();
        const QString text = expected(QStringLiteral("Owner"));
        QCOMPARE(unwrapped(chip.toolTip()), own + QLatin1Char(' ') + text);
        chip.setChip({ QStringLiteral("owner"), { QStringLiteral("Maren Okafor") } });
        hover(chip);
        QVERIFY(chip.toolTip().contains(QStringLiteral("Maren Okafor")));
        QVERIFY(unwrapped(chip.toolTip()).endsWith(text));
        const QString once = chip.toolTip();
        hover(chip);
        QCOMPARE(chip.toolTip(), once);
    }

    void theDialogIsUsedByKeys()
    {
        GlossaryDialog dialog(m_glossary, m_state);
        show(dialog);
        auto *search = dialog.findChild<QLineEdit *>(QStringLiteral("glossarySearch"));
        auto *list = dialog.findChild<QListWidget *>(QStringLiteral("glossaryList"));
        QCOMPARE(dialog.focusWidget(), search);
        QCOMPARE(list->count(), m_glossary.terms().size());
        QTest::keyClicks(search, QStringLiteral("bridge"));
        QCOMPARE(dialog.term(), QStringLiteral("bridge-letter"));
        QCOMPARE(shown(dialog, "term"), QStringLiteral("Bridge letter"));
        QCOMPARE(shown(dialog, "definition"), m_glossary.term(dialog.term())->definition);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.focusWidget(), list);
        QTest::keyClick(list, Qt::Key_Tab);
        auto *link = qobject_cast<LinkButton *>(dialog.focusWidget());
        QVERIFY(link);
        QCOMPARE(link->objectName(), QStringLiteral("uncovered-days"));
        QTest::keyClick(link, Qt::Key_Return);
        QCOMPARE(dialog.term(), QStringLiteral("uncovered-days")); // the search does not hide it
        QVERIFY(dialog.isVisible());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(dialog.term(), QStringLiteral("bridge-letter")); // a button's key presses it visibly
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("glossaryBack"))->isEnabled());
        const int row = list->currentRow();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Down);
        QCOMPARE(list->currentRow(), row + 1);
        QCOMPARE(shown(dialog, "term"), list->currentItem()->text());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }
    void theFocusRingSurvivesTheWindowOfItsButton()
    {
        for (int round = 0; round < 2; ++round) {
            GlossaryDialog dialog(m_glossary, m_state);
            show(dialog);
            QTest::keyClick(&dialog, Qt::Key_Tab);
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
            QVERIFY(qobject_cast<LinkButton *>(dialog.focusWidget()));
            const auto *ring = dialog.findChild<QFocusFrame *>();
            QVERIFY(ring && ring->isVisible());
        } // its window goes while it has the focus, and the ring with it
    }
    void theSearchSaysWhenItFindsNothing()
    {
        GlossaryDialog dialog(m_glossary, m_state);
        show(dialog);
        auto *search = dialog.findChild<QLineEdit *>(QStringLiteral("glossarySearch"));
        QTest::keyClicks(search, QStringLiteral("zeppelin"));
        QVERIFY(dialog.term().isEmpty());
        QVERIFY(shown(dialog, "definition").contains(QStringLiteral("zeppelin")));
        QTest::keyClick(search, Qt::Key_Escape); // the first lifts the search
        QVERIFY(dialog.isVisible());
        QVERIFY(search->text().isEmpty());
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }
    void aTabIsExplainedByItsTerm()
    {
        QWidget window;
        QTabBar tabs(&window);
        tabs.addTab(QStringLiteral("Evidence  3"));
        tabs.addTab(QStringLiteral("Details"));
        tabs.addTab(QStringLiteral("Control"));
        tabs.setTabToolTip(2, QStringLiteral("its own"));
        window.show();
        QCOMPARE(unwrapped(tabs.tabToolTip(0)), expected(QStringLiteral("Evidence")));
        QVERIFY(!tabs.tabToolTip(0).isEmpty());
        QCOMPARE(tabs.tabToolTip(1), QString());
        QCOMPARE(tabs.tabToolTip(2), QStringLiteral("its own"));
        QCOMPARE(m_tips->termAt(&tabs), m_glossary.named(QStringLiteral("Evidence"))); // what F1 opens at
    }
    void itOpensAtATermWhateverTheSearchHides()
    {
        GlossaryDialog dialog(m_glossary, m_state);
        show(dialog);
        dialog.showTerm(QStringLiteral("population"));
        QCOMPARE(dialog.term(), QStringLiteral("population"));
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("glossarySearch")), QStringLiteral("lint"));
        dialog.showTerm(QStringLiteral("seed"));
        QCOMPARE(shown(dialog, "term"), QStringLiteral("Seed"));
        dialog.showTerm(QStringLiteral("unknown"));
        QCOMPARE(dialog.term(), QStringLiteral("seed"));
    }
    void everyLinkLeadsToItsTerm()
    {
        GlossaryDialog dialog(m_glossary, m_state);
        show(dialog);
        int followed = 0;
        for (const CatalogTerm &term : m_glossary.terms()) {
            for (const QString &key : term.see) {
                dialog.showTerm(term.key);
                const QList<LinkButton *> links = dialog.findChildren<LinkButton *>(key);
                QVERIFY2(!links.isEmpty(), qPrintable(term.key + QLatin1Char(' ') + key));
                links.last()->click();
                QCOMPARE(dialog.term(), key);
                ++followed;
            }
        }
        QVERIFY(followed > 100);
    }
    void itsSizeIsRemembered()
    {
        const QSize size(905, 611);
        {
            GlossaryDialog dialog(m_glossary, m_state);
            show(dialog);
            dialog.resize(size);
            dialog.reject();
        }
        const GlossaryDialog again(m_glossary, m_state);
        QCOMPARE(again.size(), size);
        m_state.save(QStringLiteral("glossary"), { { QStringLiteral("width"), -3 } }); // edited by hand
        const GlossaryDialog mended(m_glossary, m_state);
        QVERIFY(mended.width() >= mended.minimumWidth());
    }

private:
    QString expected(const QString &title) const
    {
        const CatalogTerm *term = m_glossary.named(title);
        return term ? Glossary::sentence(*term) : QString();
    }
    static std::unique_ptr<Pane> makePane(const QString &name, PaneHost &host)
    {
        if (name == QLatin1String("controls"))
            return std::make_unique<ControlsPane>(host.context());
        if (name == QLatin1String("evidence"))
            return std::make_unique<EvidencePane>(host.context());
        return std::make_unique<ActivityPane>(host.context());
    }
    static void show(GlossaryDialog &dialog)
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
    }
    static QString shown(const GlossaryDialog &dialog, const char *label)
    {
        return dialog.findChild<QLabel *>(QLatin1String(label))->text();
    }
    static void hover(QWidget &widget)
    {
        QHelpEvent event(QEvent::ToolTip, widget.rect().center(), widget.mapToGlobal(widget.rect().center()));
        QCoreApplication::sendEvent(&widget, &event);
    }

    Glossary m_glossary;
    MemoryState m_state;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<TermTips> m_tips;
};

QTEST_MAIN(TestGlossary)
#include "tst_glossary.moc"
