#pragma once

#include "reports/words/changes.h"
#include "ui/activity/activityrow.h"
#include "ui/common/inspectorframe.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tb {

class ChainPlace;
class Section;

/// One entry of the log in full: what it changed field by field, its place in the chain, and the ways back.
class ActivityInspector final : public InspectorFrame
{
    Q_OBJECT

public:
    /// All that is shown of an entry.
    struct Detail
    {
        ActivityRow row;
        QList<ActivityRow> before; ///< the entries before it, newest first
        QList<words::FieldChange> changes;
        qint64 changeCount = 0; ///< of all of them, when @c changes holds the first only
        QString problem; ///< why the fields cannot be shown; empty otherwise
        QString cannotRevert; ///< the reason; empty when it can
        QString cannotUndo; ///< the reason; empty when it can
        qint64 undoCount = 0; ///< entries that "Undo to here" takes back
        QString goTable; ///< of the record to go to; empty: none that still exists
        qint64 goKey = 0;
        QString goName;
    };

    explicit ActivityInspector(QWidget *parent = nullptr);

    void show(const Detail &detail);
    void showNothing();

signals:
    void revertAsked();
    void undoAsked();
    void recordAsked(const QString &table, qint64 id);

private:
    QWidget *makePage();
    QWidget *makeActions();
    void showChanges(const Detail &detail);
    void showChain(const Detail &detail);
    void showActions(const Detail &detail);

    QWidget *m_page; // child
    QLabel *m_who; // child
    QLabel *m_when; // child
    Section *m_fields; // child
    ChainPlace *m_chain; // child
    QPushButton *m_revert; // child
    QPushButton *m_undo; // child
    QPushButton *m_go; // child
    QString m_goTable;
    qint64 m_goKey = 0;
};

} // namespace tb
