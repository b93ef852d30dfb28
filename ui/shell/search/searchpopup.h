#pragma once

#include "ui/shell/search/searchlistmodel.h"
#include "ui/shell/search/textlookup.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace tb {

/// The search list under the search field (Ctrl+K): records by group and, after ">", commands. A child of the window,
/// so that nothing of it outlives the lock. Enter opens and closes, Ctrl+Enter opens and keeps the list, Esc closes.
class SearchPopup final : public QFrame
{
    Q_OBJECT

public:
    /// How a record's status looks; may be empty.
    using LookOf = std::function<StatusLook(const SearchHit &)>;

    explicit SearchPopup(QWidget *window);

    /// Opens with @p start typed already. @p records are read when the list opens.
    void open(const Records &records, const QList<QAction *> &commands, const QString &start);
    void setLook(LookOf look) { m_look = std::move(look); }
    /// What "Filter … by" offers; empty: nothing.
    void setFilterCommand(const QString &text) { m_filterText = text; }
    void dismiss();
    /// Adds what was found in files for @p query, unless something else stands in the field by now.
    void showTexts(const QString &query, const QList<TextHit> &hits);
    QLineEdit &line() { return *m_line; }

signals:
    /// The text of files is to be searched for @p query: empty, nothing any more. Answered by showTexts().
    void textsAsked(const QString &query);
    void recordChosen(const QString &table, qint64 id);
    void filterChosen(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void follow();
    QString query() const;
    QList<SearchListModel::Row> recordRows(const QString &query) const;
    QList<SearchListModel::Row> textRows() const;
    QList<SearchListModel::Row> commandRows(const QString &query) const;
    bool handleKey(const QKeyEvent &event);
    void choose(const QModelIndex &index, bool keep);
    void place();

    SearchIndex m_index;
    QList<QPointer<QAction>> m_commands;
    QList<TextHit> m_texts; ///< for what stands in the field
    LookOf m_look;
    QString m_filterText;
    SearchListModel *m_model; // children
    QLineEdit *m_line;
    QListView *m_list;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace tb
