#include "ui/shell/actormenu.h"

#include "ui/common/metrics.h"

#include <QLineEdit>
#include <QWidgetAction>

namespace tb {

ActorMenu::ActorMenu(const QList<Person> &people, const QString &current, QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("actorMenu"));
    addSection(tr("Record changes as"));
    bool known = false;
    for (const Person &person : people) {
        if (!person.active)
            continue;
        QAction *action
            = addAction(person.role.isEmpty() ? person.name : QStringLiteral("%1 – %2").arg(person.name, person.role));
        action->setCheckable(true);
        action->setChecked(person.name == current);
        known = known || person.name == current;
        connect(action, &QAction::triggered, this,
                [this, name = person.name, id = person.id.value] { emit chosen(name, id); });
    }
    if (!known) {
        QAction *action = addAction(current);
        action->setCheckable(true);
        action->setChecked(true);
    }
    addSeparator();
    addOther();
}

void ActorMenu::addOther()
{
    auto *line = new QLineEdit;
    line->setPlaceholderText(tr("Another name, then Enter"));
    line->setAccessibleName(tr("Another name"));
    line->setMinimumWidth(metrics::scaled(210));
    auto *holder = new QWidgetAction(this);
    holder->setDefaultWidget(line);
    addAction(holder);
    connect(line, &QLineEdit::returnPressed, this, [this, line] {
        const QString name = line->text().simplified();
        if (name.isEmpty())
            return;
        emit chosen(name, 0);
        close();
    });
}

void ActorMenu::openAbove(const QWidget &button)
{
    const QPoint corner = button.mapToGlobal(QPoint(8, 0));
    popup(corner - QPoint(0, sizeHint().height() + 4));
}

} // namespace tb
