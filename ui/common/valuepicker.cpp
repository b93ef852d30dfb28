#include "ui/common/valuepicker.h"

#include "ui/common/metrics.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tb {
namespace {
constexpr int valueRole = Qt::UserRole;
}

ValuePicker::ValuePicker(const QStringList &values, const QList<int> &counts, const QStringList &chosen,
                         QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(StyledPanel);
    m_search->setPlaceholderText(tr("Find value"));
    m_search->setVisible(values.size() > 10);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Values"));
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString text = values.at(i).isEmpty() ? tr("(none)") : values.at(i);
        auto *item = new QListWidgetItem(QStringLiteral("%1  (%2)").arg(text).arg(counts.at(i)), m_list);
        item->setData(valueRole, values.at(i));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(values.at(i)) ? Qt::Checked : Qt::Unchecked);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    const int rows = std::clamp(static_cast<int>(values.size()), 2, 12);
    setFixedSize(metrics::scaled(260), 24 + rows * metrics::chip() + (values.size() > 10 ? metrics::control() : 0));
    m_list->setCurrentRow(0);
    setFocusProxy(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &ValuePicker::filter);
    connect(m_list, &QListWidget::itemChanged, this, &ValuePicker::report);
}

void ValuePicker::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
}

void ValuePicker::report()
{
    QStringList chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen << m_list->item(row)->data(valueRole).toString();
    }
    emit chosenChanged(chosen);
}

} // namespace tb
