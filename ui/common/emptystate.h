#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace tb {

class IconLabel;

/// A large icon, one bold line, one sentence and one or two buttons, centred: what a pane shows instead of nothing.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(const QString &iconName, const QString &title, const QString &sentence);
    void addButton(QWidget *button); ///< takes ownership

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconLabel *m_icon; // child
    QLabel *m_title; // child
    QLabel *m_sentence; // child
    QHBoxLayout *m_buttons; // child
};

} // namespace tb
