#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QVBoxLayout;

namespace tb {

class EmptyState;
class Pill;
struct StatusLook;

/// The frame of every inspector: id, pill and arrows above, then the record's title, tabs and scrolling pages.
class InspectorFrame : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorFrame(QWidget *parent = nullptr);

    /// Adds a tab whose content scrolls; returns the tab's number. Takes ownership.
    int addTab(const QString &title, QWidget *content);
    void setTabCount(int tab, const QString &count); ///< "2/4" beside the title; empty removes it
    /// Shows itself and gives the focus to the first thing in the open page that can be edited.
    void enter();
    int currentTab() const;
    void setCurrentTab(int tab);

    void setHeading(const QString &id, const StatusLook &look, const QString &title);
    /// Shows @p title and @p sentence instead of a record, until the next heading: what stood there is out of sight.
    void setNothing(const QString &title, const QString &sentence);
    /// A second mark beside the pill, such as one that stays whatever the status; one without text takes it away.
    void setBadge(const StatusLook &look, const QString &meaning);
    void setNote(const QString &sentence); ///< strip below the head, e.g. about several selected rows; empty hides
    void setNavigation(bool hasPrevious, bool hasNext);
    QString title() const;
    /// Commits what is being typed: before another record, the lock or the end.
    virtual void commitAll() { }
    bool hasUnsaved() const; ///< some field shows what is not stored
    QString refusal() const; ///< the first reason that stands below a field; empty: none

signals:
    void previousAsked(); ///< Alt+↑
    void nextAsked(); ///< Alt+↓
    void closeAsked();
    void tabChanged(int tab);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    void setRecordShown(bool shown);
    void fitTabs();
    QStringList tabTexts(bool counted) const;

    QLabel *m_id; // child
    Pill *m_pill; // child
    Pill *m_badge; // child
    QToolButton *m_previous; // child
    QToolButton *m_next; // child
    QToolButton *m_close; // child
    QWidget *m_note; // child
    QLabel *m_noteText; // child
    QLabel *m_title; // child
    QTabBar *m_tabs; // child
    QStackedWidget *m_pages; // child
    EmptyState *m_nothing; // child
    QStringList m_tabTitles;
    QStringList m_tabCounts;
};

} // namespace tb
