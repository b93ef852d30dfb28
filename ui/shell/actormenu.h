#pragma once

#include "model/people/person.h"

#include <QMenu>

namespace tb {

/// The people under whose name changes can be recorded, and a line for another name. Deletes itself when closed.
class ActorMenu final : public QMenu
{
    Q_OBJECT

public:
    ActorMenu(const QList<Person> &people, const QString &current, QWidget *parent);
    void openAbove(const QWidget &button);

signals:
    void chosen(const QString &name, qint64 person); ///< @p person 0: a name that is nobody's in the project

private:
    void addOther();
};

} // namespace tb
