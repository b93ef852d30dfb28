#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace tb {

class Pill;
struct StatusLook;

/// The head of a pane: title, count sentence, optional pill, and its buttons at the right.
class PaneHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PaneHeader(const QString &title, QWidget *parent = nullptr);

    void setCount(const QString &sentence); ///< e.g. "31 of 96 controls"
    void setPill(const StatusLook &look); ///< an empty text hides it
    void addButton(QWidget *button); ///< left to right; the one primary button last; takes ownership

private:
    QHBoxLayout *m_row; // of this
    QLabel *m_count; // child
    Pill *m_pill; // child
};

} // namespace tb
