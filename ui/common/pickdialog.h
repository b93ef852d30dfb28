#pragma once

#include <QDialog>
#include <QList>

class QLabel;
class QLineEdit;

namespace tb {

class PickList;

/// One thing that can be chosen in a PickDialog.
struct PickItem
{
    qint64 id = 0;
    QString code;
    QString title;
    Qt::CheckState state = Qt::Unchecked; ///< partially: some of the records have it
};

/// A searchable list with boxes: "Link to…" of every pane. It changes nothing itself; picked() says what became
/// different when the person agrees.
class PickDialog final : public QDialog
{
    Q_OBJECT

public:
    PickDialog(const QString &title, const QString &action, const QList<PickItem> &items, QWidget *parent = nullptr);

signals:
    void picked(const QList<qint64> &added, const QList<qint64> &removed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void report();
    void count();

    QLineEdit *m_search; // child
    PickList *m_list; // child
    QLabel *m_count; // child
    QList<PickItem> m_items;
};

} // namespace tb
