#include "ui/common/valuepicker.h"

#include "ui/common/metrics.h"
#include "ui/common/picklist.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace tb {
namespace {
constexpr int searchable = 10; ///< from more values on there is a field to find one
constexpr int edge = 5; ///< around the list, with the frame
} // namespace

ValuePicker::ValuePicker(const QStringList &values, const QList<int> &counts, const QStringList &chosen,
                         QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new PickList(this))
    , m_values(values)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isLong = values.size() > searchable;
    m_search->setPlaceholderText(tr("Find value"));
    m_search->setVisible(isLong);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Values"));
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString text = values.at(i).isEmpty() ? tr("(none)") : values.at(i);
        m_list->addRow({}, QStringLiteral("%1  (%2)").arg(text).arg(counts.at(i)),
                       chosen.contains(values.at(i)) ? Qt::Checked : Qt::Unchecked);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge - 1, edge - 1, edge - 1, edge - 1); // the frame is one pixel
    layout->setSpacing(edge);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    const int rows = std::clamp(static_cast<int>(values.size()), 1, 12);
    setFixedSize(metrics::scaled(260), 2 * edge + rows * metrics::row() + (isLong ? metrics::control() + edge : 0));
    m_list->setCurrentRow(0);
    setFocusProxy(isLong ? static_cast<QWidget *>(m_search) : m_list);
    connect(m_search, &QLineEdit::textChanged, m_list, &PickList::filter);
    connect(m_list, &QListWidget::itemChanged, this, &ValuePicker::report);
}

void ValuePicker::report()
{
    QStringList chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen << m_values.at(row);
    }
    emit chosenChanged(chosen);
}

void ValuePicker::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape)
        close();
    else if (key == Qt::Key_Down && m_search->hasFocus())
        m_list->setFocus();
    else
        QFrame::keyPressEvent(event);
}

} // namespace tb
