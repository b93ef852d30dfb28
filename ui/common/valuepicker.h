#pragma once

#include <QFrame>
#include <QStringList>

class QLineEdit;

namespace tb {

class PickList;

/// A small popup with check boxes for the values of one filter field; each change is reported at once. Enter or Esc
/// closes.
class ValuePicker : public QFrame
{
    Q_OBJECT

public:
    /// @p values as shown, with how many records have each (same length as @p counts).
    ValuePicker(const QStringList &values, const QList<int> &counts, const QStringList &chosen,
                QWidget *parent = nullptr);

signals:
    void chosenChanged(const QStringList &values);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void report();

    QLineEdit *m_search; // child
    PickList *m_list; // child
    QStringList m_values; ///< in the order of the rows
};

} // namespace tb
