#include "ui/common/appearance.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formfields.h"
#include "ui/common/inspectorform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace tb;

class TestInspectorForm : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_form = std::make_unique<InspectorForm>();
        m_title = m_form->addField(QStringLiteral("Title"), new TextField(QStringLiteral("title")));
        m_other = m_form->addField(QStringLiteral("Tags"), new TagsField(QStringLiteral("tags")));
        show(QStringLiteral("Old"), 1);
        m_form->show();
        m_title->editor()->setFocus();
        m_line = qobject_cast<QLineEdit *>(m_title->editor());
    }

    void leavingAFieldCommitsItOnceAndOnlyWhenItChanged()
    {
        QSignalSpy committed(m_form.get(), &InspectorForm::committed);
        QFocusEvent leave(QEvent::FocusOut, Qt::TabFocusReason);
        QCoreApplication::sendEvent(m_line, &leave);
        QCOMPARE(committed.count(), 0);
        m_line->setText(QStringLiteral("New"));
        QCoreApplication::sendEvent(m_line, &leave);
        QCOMPARE(committed.count(), 1);
        QCOMPARE(committed.at(0).at(0).toString(), QStringLiteral("title"));
        QCOMPARE(committed.at(0).at(1).toString(), QStringLiteral("New"));
        m_title->accept();
        QCoreApplication::sendEvent(m_line, &leave);
        QCOMPARE(committed.count(), 1);
    }

    void typedTextIsOnlyKeptForItsOwnRecord()
    {
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        m_line->setFocus();
        m_line->setText(QStringLiteral("Half a sen"));
        show(QStringLiteral("Changed elsewhere"), 1);
        QCOMPARE(m_line->text(), QStringLiteral("Half a sen"));
        show(QStringLiteral("Another"), 2);
        QCOMPARE(m_line->text(), QStringLiteral("Another"));
        QVERIFY(!m_title->isDirty());
    }

    void whatWasRefusedOutlivesARefresh()
    {
        m_line->setText(QStringLiteral("Bad"));
        m_title->refuse(QStringLiteral("Not allowed"));
        m_other->editor()->setFocus();
        show(QStringLiteral("Old"), 1);
        QCOMPARE(m_line->text(), QStringLiteral("Bad"));
        QCOMPARE(m_title->problem(), QStringLiteral("Not allowed"));
        show(QStringLiteral("Another"), 2);
        QCOMPARE(m_title->problem(), QString());
    }

    void otherWordsForTheSameAreNoEdit()
    {
        auto *text = m_form->addField(QStringLiteral("Text"), new LongTextField(QStringLiteral("text"), 3));
        const QSignalSpy committed(m_form.get(), &InspectorForm::committed);
        m_form->setValues({ { QStringLiteral("text"), QStringLiteral("One\r\ntwo\u00a0three") },
                            { QStringLiteral("tags"), QStringList() } },
                          1);
        QVERIFY(!text->isDirty());
        m_form->commitAll();
        QCOMPARE(committed.size(), 0); // the editor shows other line ends; nobody typed them
    }

    void theWheelChangesNothing()
    {
        auto *choice
            = m_form->addField(QStringLiteral("Status"),
                               new ChoiceField(QStringLiteral("status"),
                                               { { 1, QStringLiteral("One"), {} }, { 2, QStringLiteral("Two"), {} } }));
        auto *date = m_form->addField(QStringLiteral("Date"), new DateField(QStringLiteral("date")));
        const QDate day(2026, 3, 12);
        m_form->setValues({ { QStringLiteral("status"), 1 }, { QStringLiteral("date"), day } }, 1);
        const QSignalSpy committed(m_form.get(), &InspectorForm::committed);
        for (const FormField *field : { choice, date }) {
            QWheelEvent down({ 5, 5 }, field->editor()->mapToGlobal(QPointF(5, 5)), {}, { 0, -120 }, Qt::NoButton,
                             Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(field->editor(), &down);
            QVERIFY(!down.isAccepted()); // the page around it scrolls
        }
        QCOMPARE(choice->value().toInt(), 1);
        QCOMPARE(date->value().toDate(), day);
        QCOMPARE(committed.size(), 0);
    }

    void ctrlEnterCommitsAtOnceAndEscRestores()
    {
        QSignalSpy committed(m_form.get(), &InspectorForm::committed);
        m_line->setText(QStringLiteral("New"));
        QTest::keyClick(m_line, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(committed.count(), 1);
        m_line->setText(QStringLiteral("Newer"));
        QTest::keyClick(m_line, Qt::Key_Escape);
        QCOMPARE(m_line->text(), QStringLiteral("Old"));
        QCOMPARE(committed.count(), 1);
    }

    void aRefusedValueStaysWithItsReasonUntilItIsMended()
    {
        m_line->setText(QStringLiteral("Bad"));
        m_title->refuse(QStringLiteral("Not allowed"));
        QCOMPARE(m_line->text(), QStringLiteral("Bad"));
        QCOMPARE(m_title->problem(), QStringLiteral("Not allowed"));
        QVERIFY(m_line->property("tbError").toBool());
        m_title->accept();
        QVERIFY(m_title->problem().isEmpty());
        QVERIFY(!m_title->isDirty());
    }

    void anOfferedListNeverHidesAValueItDoesNotKnow()
    {
        ChoiceField field(QStringLiteral("owner"), { { QStringLiteral("Ana"), QStringLiteral("Ana"), {} } });
        field.setValue(QStringLiteral("Luis"));
        QCOMPARE(field.value().toString(), QStringLiteral("Luis"));
        QVERIFY(!field.isDirty());
        field.setValue(QStringLiteral("Ana"));
        QCOMPARE(qobject_cast<QComboBox *>(field.editor())->count(), 1);
    }

    void tagsAreTrimmedAndUnique()
    {
        m_other->setValue(QStringList { QStringLiteral("access") });
        qobject_cast<QLineEdit *>(m_other->editor())->setText(QStringLiteral(" access,  cloud access , access,"));
        QCOMPARE(m_other->value().toStringList(),
                 (QStringList { QStringLiteral("access"), QStringLiteral("cloud access") }));
    }

    void tagsThatWrapCutNoField()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *form = new InspectorForm;
        FormField *text = form->addField(QStringLiteral("Text"), new LongTextField(QStringLiteral("text"), 5), true);
        auto *box = new QWidget;
        auto *tags = new FlowLayout(6, box);
        for (int i = 0; i < 12; ++i)
            tags->addWidget(new QPushButton(QStringLiteral("CC6.%1").arg(i)));
        form->addFact(QStringLiteral("Criteria"), box);
        column->addWidget(form);
        column->addStretch();
        page.resize(300, 900);
        page.show();
        QTRY_VERIFY(box->height() >= tags->heightForWidth(box->width()));
        QVERIFY(text->height() >= text->editor()->height());
    }

    void aDateMayBeEmpty()
    {
        DateField field(QStringLiteral("due"));
        field.setValue(QDate());
        QVERIFY(!field.value().toDate().isValid());
        field.setValue(QDate(2026, 3, 20));
        QCOMPARE(field.value().toDate(), QDate(2026, 3, 20));
        QTest::keyClick(field.editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field.editor(), Qt::Key_Delete);
        QVERIFY(!field.value().toDate().isValid());
    }

private:
    void show(const QString &title, qint64 record)
    {
        m_form->setValues({ { QStringLiteral("title"), title } }, record);
    }

    std::unique_ptr<InspectorForm> m_form;
    FormField *m_title = nullptr;
    FormField *m_other = nullptr;
    QLineEdit *m_line = nullptr;
};

QTEST_MAIN(TestInspectorForm)
#include "tst_inspectorform.moc"
