#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tb {

/// An offer at the top of a pane: info tint, one sentence, one action; nothing is wrong.
class NoticeStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeStrip(QWidget *parent = nullptr);

    void offer(const QString &sentence, const QString &action); ///< shows itself
    QString sentence() const;

signals:
    void accepted(); ///< the strip is hidden by then

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_sentence; // child
    QPushButton *m_action; // child
};

} // namespace tb
