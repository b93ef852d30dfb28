#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QDropEvent;
class QMimeData;

namespace tb {

class IconLabel;

/// A dashed place for files; compact it is one line. The pane forwards drops from elsewhere through takeDrop.
class DropZone : public QWidget
{
    Q_OBJECT

public:
    DropZone(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void setCompact(bool compact); ///< one 28 px line, once there are many items
    void addButton(QWidget *button); ///< takes ownership

    /// Paths of the files and folders on offer; empty when there is none. Remote addresses are left out; whether a path
    /// can be taken is for the intake to say.
    static QStringList filesOf(const QMimeData *data);
    /// How many of what is on offer filesOf() leaves out, because it is on another computer.
    static int remoteOf(const QMimeData *data);
    /// Takes files on offer as copies, whatever key is held: a move would have the file manager delete them. False when
    /// no file is on offer to be copied.
    static bool takeCopies(QDropEvent *event);

signals:
    void filesDropped(const QStringList &paths, int remote = 0); ///< @p remote more were left out

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    IconLabel *m_icon; // child
    QLabel *m_title; // child
    QLabel *m_sentence; // child
    QHBoxLayout *m_row; // of this
    bool m_over = false;
};

} // namespace tb
