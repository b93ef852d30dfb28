#pragma once

#include "ui/shell/panecontext.h"
#include "ui/shell/people/personrow.h"

#include <QDialog>

class QPushButton;

namespace tb {

class ProblemStrip;
class RecordTable;

/// The people of the project: who may own, perform and review. A table edited in place; every change is one step of
/// undo, which works in the dialog as well.
class PeopleDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What @p context refers to outlives the dialog.
    explicit PeopleDialog(const PaneContext &context, QWidget *parent = nullptr);
    ~PeopleDialog() override;

private:
    QWidget *makeHead();
    QWidget *makeFooter();
    void setupKeys();
    void fill();
    void edit(qint64 id, const QString &column, const QVariant &value);
    void addPerson();
    void removePeople(const QList<qint64> &ids);
    void report(const Result<ChangeSet> &done);
    void offer(); ///< what can be done with the selection

    PaneContext m_context;
    TableRecords<PersonRow> m_rows; ///< outlives the table
    RecordTable *m_table; // children
    ProblemStrip *m_problem;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace tb
