#pragma once

#include "ui/shell/pane.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace tb {

class ActorButton;
class RailItem;

/// The navigation at the left: the panes in their groups and, at the bottom, who is acting. One tab stop: arrows move,
/// Enter opens. Collapsed it shows icons only.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void addPane(const Pane &pane); ///< in the order of their groups
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    ActorButton &actor() { return *m_actor; }

signals:
    void paneAsked(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void addHeading(RailGroup group);
    void focusNeighbour(int step);

    QVBoxLayout *m_items; // of this
    QList<RailItem *> m_order; ///< children
    QHash<QString, RailItem *> m_byId;
    QList<QWidget *> m_headings; ///< children
    QList<QWidget *> m_rules; ///< children; stand for the headings when collapsed
    ActorButton *m_actor; // child
    RailGroup m_group = RailGroup::Top;
    bool m_collapsed = false;
};

} // namespace tb
