#include "ui/common/pickdialog.h"

#include "ui/common/button.h"
#include "ui/common/metrics.h"
#include "ui/common/picklist.h"
#include "ui/common/textstyle.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tb {

PickDialog::PickDialog(const QString &title, const QString &action, const QList<PickItem> &items, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit)
    , m_list(new PickList)
    , m_count(makeLabel({}, TextStyle::Small, Ink::Text2))
    , m_items(items)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(metrics::scaled(560), metrics::scaled(520));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setObjectName(QStringLiteral("pickSearch"));
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("pickList"));
    m_list->setAccessibleName(title);
    for (const PickItem &item : items)
        m_list->addRow(item.code, item.title, item.state);
    m_list->setCurrentRow(0);

    QPushButton *agree = makeFooterButton(action, ButtonRole::Primary);
    agree->setObjectName(QStringLiteral("pickAgree"));
    agree->setDefault(true);
    QPushButton *cancel = makeFooterButton(tr("Cancel"));
    auto *footer = new QHBoxLayout;
    footer->addWidget(m_count);
    footer->addStretch();
    footer->addWidget(cancel);
    footer->addWidget(agree);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    layout->addLayout(footer);

    connect(m_search, &QLineEdit::textChanged, m_list, &PickList::filter);
    connect(m_list, &QListWidget::itemChanged, this, &PickDialog::count);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(agree, &QPushButton::clicked, this, &PickDialog::report);
    count();
}

/// Arrow keys in the search field go to the list, and Enter turns over the row that was found, so that the hands stay
/// on the keyboard; with nothing typed, or with Ctrl, Enter agrees as it does elsewhere in the dialog.
bool PickDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool agrees = static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ControlModifier);
    if (enter && !agrees && !m_search->text().isEmpty()) {
        if (QListWidgetItem *row = m_list->currentItem())
            row->setCheckState(row->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        m_search->selectAll();
        return true;
    }
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return false;
    m_list->setFocus();
    return true;
}

void PickDialog::count()
{
    int chosen = 0;
    for (int i = 0; i < m_list->count(); ++i)
        chosen += m_list->item(i)->checkState() != Qt::Unchecked;
    m_count->setText(tr("%1 chosen").arg(chosen));
}

void PickDialog::report()
{
    QList<qint64> added;
    QList<qint64> removed;
    for (int i = 0; i < m_list->count(); ++i) {
        const Qt::CheckState now = m_list->item(i)->checkState();
        if (now == m_items.at(i).state)
            continue;
        (now == Qt::Checked ? added : removed).append(m_items.at(i).id);
    }
    accept();
    if (!added.isEmpty() || !removed.isEmpty())
        emit picked(added, removed);
}

} // namespace tb
