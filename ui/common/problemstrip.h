#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tb {

/// A problem next to its cause: bad tint, octagon, one plain sentence, at most one action, and Details for the codes.
class ProblemStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemStrip(QWidget *parent = nullptr);

    /// @p action and @p details may be empty. Shows itself; an empty @p sentence hides it.
    void setProblem(const QString &sentence, const QString &action = {}, const QString &details = {});
    void clear();
    QString sentence() const;

signals:
    void actionClicked();
    void dismissed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    QHBoxLayout *m_row; // of this: the sentence, and the buttons where there is room
    QHBoxLayout *m_below; // of this: the buttons otherwise
    QLabel *m_sentence; // child
    QLabel *m_details; // child
    QPushButton *m_action; // child
    QPushButton *m_showDetails; // child
};

} // namespace tb
