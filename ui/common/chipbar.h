#pragma once

#include "ui/common/recordindex.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace tb {

class ChipButton;
class FilterLine;
class FlowLayout;
class RecordTable;

/// The filter bar of a pane, joined to its table: filter field, chips, "+ Filter", group menu and column menu.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChipBar(RecordTable &table, QWidget *parent = nullptr);

    void setChips(const QList<Chip> &chips); ///< replaces them and filters the table
    QList<Chip> chips() const;
    QString text() const;
    void setText(const QString &text);
    void focusFilter(); ///< Ctrl+F
    void addTrailing(QWidget *widget); ///< before the column button; takes ownership

signals:
    void chipsChanged(const QList<Chip> &chips);

private:
    void setupGroupButton();
    void showFieldMenu();
    void showGroupMenu();
    void pickValues(const QString &field, QWidget *anchor);
    void setValues(const QString &field, const QStringList &values);
    ChipButton *chipFor(const QString &field) const;
    ChipButton *addChip(const Chip &chip);
    void apply();
    void nameGroup();

    RecordTable &m_table;
    FilterLine *m_filter; // child
    FlowLayout *m_flow; // of this
    QPushButton *m_add; // child
    QPushButton *m_group; // child
    QToolButton *m_columns; // child
    QHBoxLayout *m_trailing; // of this
    QList<ChipButton *> m_chips; // children
};

} // namespace tb
