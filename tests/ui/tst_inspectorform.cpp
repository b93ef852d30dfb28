#include "ui/common/appearance.h"
#include "ui/common/formfields.h"
#include "ui/common/inspectorform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

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
        m_form->setValues({ { QStringLiteral("title"), QStringLiteral("Old") } });
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
    std::unique_ptr<InspectorForm> m_form;
    FormField *m_title = nullptr;
    FormField *m_other = nullptr;
    QLineEdit *m_line = nullptr;
};

QTEST_MAIN(TestInspectorForm)
#include "tst_inspectorform.moc"
