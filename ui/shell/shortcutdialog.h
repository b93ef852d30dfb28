#pragma once

#include <QDialog>

class QAction;

namespace tb {

/// Every key that does something here, read off the actions themselves, so that the list cannot be wrong.
class ShortcutDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Group
    {
        QString title;
        QList<std::pair<QString, QString>> lines; ///< keys and what they do
    };

    explicit ShortcutDialog(const QList<Group> &groups, QWidget *parent = nullptr);

    /// The lines of @p actions that have a shortcut.
    static Group groupOf(const QString &title, const QList<QAction *> &actions);

private:
    static QWidget *makeGroup(const Group &group);
};

} // namespace tb
