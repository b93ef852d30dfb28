#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace tb {

/// The strip below a table with two or more selected rows: it pushes the table, never covers it. Actions that do not
/// fit move into "More".
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    explicit BulkBar(QWidget *parent = nullptr);

    /// A button that triggers @p action; with a menu set on the action it opens that menu.
    void addAction(QAction *action);
    void setCount(int selected); ///< shows itself from 2 on
    bool isUseful() const; ///< at least one of its actions can be taken
    QSize minimumSizeHint() const override;

signals:
    void cleared();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    QLabel *m_count; // child
    QHBoxLayout *m_row; // of this
    QPushButton *m_more; // child
    QPushButton *m_clear; // child
    QLabel *m_escape; // child, its key
    QMenu *m_menu; // child
    QList<QPushButton *> m_buttons; // children, one for each action
    QList<QAction *> m_actions; ///< owned by the pane
};

} // namespace tb
