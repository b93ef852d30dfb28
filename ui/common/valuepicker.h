#pragma once

#include <QFrame>
#include <QStringList>

class QListWidget;
class QLineEdit;

namespace tb {

/// A small popup with check boxes for the values of one filter field; each change is reported at once. Esc closes.
class ValuePicker : public QFrame
{
    Q_OBJECT

public:
    /// @p values as shown, with how many records have each (same length as @p counts).
    ValuePicker(const QStringList &values, const QList<int> &counts, const QStringList &chosen,
                QWidget *parent = nullptr);

signals:
    void chosenChanged(const QStringList &values);

private:
    void filter(const QString &text);
    void report();

    QLineEdit *m_search; // child
    QListWidget *m_list; // child
};

} // namespace tb
