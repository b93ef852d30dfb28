#include "ui/shell/shortcutdialog.h"

#include "ui/common/button.h"
#include "ui/common/keyhint.h"
#include "ui/common/textstyle.h"
#include "ui/shell/panel.h"
#include "ui/shell/taglabel.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

namespace tb {

ShortcutDialog::ShortcutDialog(const QList<Group> &groups, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setWindowModality(Qt::WindowModal);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *ground = new Panel(Panel::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    column->addWidget(makeLabel(tr("Keyboard shortcuts"), TextStyle::PageTitle));
    for (const Group &group : groups) {
        if (!group.lines.isEmpty())
            column->addWidget(makeGroup(group));
    }
    column->addStretch(1);
    scroll->setWidget(ground);
    layout->addWidget(scroll, 1);
    auto *footer = new Panel(Panel::Ground::Sunken);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 12, 24, 12);
    row->addStretch(1);
    auto *close = makeButton(tr("Close"), ButtonRole::Primary);
    close->setDefault(true);
    row->addWidget(close);
    layout->addWidget(footer);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(metrics::scaled(560), metrics::scaled(640));
}

QWidget *ShortcutDialog::makeGroup(const Group &group)
{
    auto *part = new QWidget;
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, metrics::scaled(140));
    grid->setColumnStretch(1, 1);
    grid->addWidget(makeLabel(group.title, TextStyle::SmallMedium, Ink::Text2), 0, 0, 1, 2);
    int row = 1;
    for (const auto &[keys, text] : group.lines) {
        auto *cap = new TagLabel;
        cap->setText(keys);
        grid->addWidget(cap, row, 0, Qt::AlignLeft);
        grid->addWidget(makeLabel(text), row++, 1);
    }
    return part;
}

ShortcutDialog::Group ShortcutDialog::groupOf(const QString &title, const QList<QAction *> &actions)
{
    Group group { title, {} };
    for (const QAction *action : actions) {
        QStringList keys;
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence &one : shortcuts)
            keys.append(keyText(one));
        const QString text = QString(action->text()).remove(QLatin1Char('&'));
        if (!keys.isEmpty() && !text.isEmpty())
            group.lines.append({ keys.join(tr(" or ")), text });
    }
    return group;
}

} // namespace tb
