#pragma once

#include "model/engagement/engagement.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace tb {

class SavedLabel;
class SearchField;
class TagLabel;

/// The bar at the top of an open project: menu, whose engagement it is, search, saved state, Export and Lock.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setEngagement(const Engagement &engagement);
    void setMenu(QMenu *menu);
    void setExportMenu(QMenu *menu);
    void setNarrow(bool narrow); ///< no period, a shorter search field
    SavedLabel &saved() { return *m_saved; }
    SearchField &search() { return *m_search; }
    void openMenu();
    void openExportMenu();

signals:
    void lockAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOutSearch();

    QToolButton *m_menu; // children
    QLabel *m_name;
    TagLabel *m_type;
    QLabel *m_period;
    SearchField *m_search;
    SavedLabel *m_saved;
    QPushButton *m_export;
    QPushButton *m_lock;
    bool m_narrow = false;
};

} // namespace tb
