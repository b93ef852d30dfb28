#pragma once

#include "ui/shell/search/searchlistmodel.h"

#include <QFrame>

#include <optional>

class QLineEdit;
class QListView;

namespace tb {

/// The search list under the search field (Ctrl+K): records by subject and, after ">", commands. A child of the window,
/// so that nothing of it outlives the lock. Enter opens and closes, Ctrl+Enter opens and keeps the list, Esc closes. It
/// searches nothing itself: it asks, and an Enter that comes before the answer waits for it.
class SearchPopup final : public QFrame
{
    Q_OBJECT

public:
    /// How a record's status looks; may be empty.
    using LookOf = std::function<StatusLook(const SearchHit &)>;

    explicit SearchPopup(QWidget *window);

    /// Opens with @p start typed already.
    void open(const QList<QAction *> &commands, const QString &start);
    void setLook(LookOf look) { m_look = std::move(look); }
    /// What "Filter … by" offers; empty: nothing.
    void setFilterCommand(const QString &text) { m_filterText = text; }
    void dismiss();
    /// Shows what was found for @p query, unless something else stands in the field by now.
    void showHits(const QString &query, const QList<SearchHit> &hits);
    QLineEdit &line() { return *m_line; }

signals:
    /// The project is to be searched for @p query: empty, nothing any more. Answered by showHits().
    void asked(const QString &query);
    void recordChosen(const QString &table, qint64 id);
    void filterChosen(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void follow();
    QString query() const;
    QList<SearchListModel::Row> recordRows() const;
    QList<SearchListModel::Row> commandRows(const QString &query) const;
    bool handleKey(const QKeyEvent &event);
    void enter(bool keep);
    void choose(const QModelIndex &index, bool keep);
    void place();

    QList<QPointer<QAction>> m_commands;
    QList<SearchHit> m_hits; ///< of the last answer
    bool m_waiting = false; ///< what stands in the field has no answer yet
    std::optional<bool> m_entered; ///< Enter was pressed while waiting; whether the list is kept
    LookOf m_look;
    QString m_filterText;
    SearchListModel *m_model; // children
    QLineEdit *m_line;
    QListView *m_list;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace tb
