#include "ui/common/pickdialog.h"

#include "ui/common/button.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace tb {

PickDialog::PickDialog(const QString &title, const QString &action, const QList<PickItem> &items, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
    , m_count(new QLabel)
    , m_items(items)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 520);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setObjectName(QStringLiteral("pickSearch"));
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("pickList"));
    m_list->setAccessibleName(title);
    fill(items);

    QPushButton *agree = makeButton(action, ButtonRole::Primary);
    agree->setObjectName(QStringLiteral("pickAgree"));
    agree->setDefault(true);
    QPushButton *cancel = makeButton(tr("Cancel"));
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

    connect(m_search, &QLineEdit::textChanged, this, &PickDialog::filter);
    connect(m_list, &QListWidget::itemChanged, this, &PickDialog::count);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(agree, &QPushButton::clicked, this, &PickDialog::report);
    count();
}

void PickDialog::fill(const QList<PickItem> &items)
{
    for (const PickItem &item : items) {
        const QString text = item.code.isEmpty() ? item.title : item.code + QStringLiteral("   ") + item.title;
        auto *row = new QListWidgetItem(text, m_list);
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        row->setCheckState(item.state);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void PickDialog::filter(const QString &text)
{
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *row = m_list->item(i);
        row->setHidden(!row->text().contains(text, Qt::CaseInsensitive));
        first = !first && !row->isHidden() ? row : first;
    }
    m_list->setCurrentItem(first);
}

/// Arrow keys and Space in the search field work on the list, so that the hands stay on the keyboard.
bool PickDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
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
