#include "model/activity/undostack.h"

#include <QTest>

using namespace tb;

class TestUndoStack : public QObject
{
    Q_OBJECT

private slots:
    void startsWithNothing()
    {
        const UndoStack stack;
        QVERIFY(!stack.undoable());
        QVERIFY(!stack.redoable());
        QVERIFY(stack.undoableFrom(1).isEmpty());
    }

    void undoesTheNewestFirst()
    {
        UndoStack stack = edits(3);
        QCOMPARE(stack.undoable(), std::optional<qint64>(3));
        stack.add(4, EntryKind::Undo, 3);
        QCOMPARE(stack.undoable(), std::optional<qint64>(2));
        QCOMPARE(stack.redoable(), std::optional<qint64>(4));
    }

    void aRedoCanBeUndoneAgain()
    {
        UndoStack stack = edits(1);
        stack.add(2, EntryKind::Undo, 1);
        stack.add(3, EntryKind::Redo, 2);
        QCOMPARE(stack.undoable(), std::optional<qint64>(3));
        QVERIFY(!stack.redoable());
    }

    void anEditForgetsWhatCouldBeRedone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("edit") << int(EntryKind::Edit);
        QTest::newRow("import") << int(EntryKind::Import);
        QTest::newRow("merge") << int(EntryKind::Merge);
        QTest::newRow("revert") << int(EntryKind::Revert);
    }

    void anEditForgetsWhatCouldBeRedone()
    {
        QFETCH(int, kind);
        UndoStack stack = edits(1);
        stack.add(2, EntryKind::Undo, 1);
        stack.add(3, static_cast<EntryKind>(kind), std::nullopt);
        QVERIFY(!stack.redoable());
        QCOMPARE(stack.undoable(), std::optional<qint64>(3));
    }

    void undoToHereTakesEverythingSince()
    {
        UndoStack stack = edits(5);
        QCOMPARE(stack.undoableFrom(3), (QList<qint64> { 5, 4, 3 }));
        stack.add(6, EntryKind::Undo, 3);
        QCOMPARE(stack.undoable(), std::optional<qint64>(2));
        QCOMPARE(stack.redoable(), std::optional<qint64>(6));
        QVERIFY(stack.undoableFrom(4).isEmpty());
    }

    void nothingBeforeABaselineCanBeUndone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("baseline") << int(EntryKind::Baseline);
        QTest::newRow("create") << int(EntryKind::Create);
        QTest::newRow("migration") << int(EntryKind::Migration);
    }

    void nothingBeforeABaselineCanBeUndone()
    {
        QFETCH(int, kind);
        UndoStack stack = edits(2);
        stack.add(3, static_cast<EntryKind>(kind), std::nullopt);
        QVERIFY(!stack.undoable());
        QVERIFY(!stack.redoable());
    }

private:
    static UndoStack edits(int count)
    {
        UndoStack stack;
        for (int seq = 1; seq <= count; ++seq)
            stack.add(seq, EntryKind::Edit, std::nullopt);
        return stack;
    }
};

QTEST_GUILESS_MAIN(TestUndoStack)
#include "tst_undostack.moc"
