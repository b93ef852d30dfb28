#include "ui/shell/search/searchpopup.h"

#include "reports/words/terms.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/keyhint.h"
#include "ui/common/metrics.h"
#include "ui/common/textstyle.h"
#include "ui/shell/search/searchdelegate.h"
#include "ui/shell/taglabel.h"

#include <QApplication>
#include <QHash>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace tb {

namespace {

constexpr int shadow = 12; ///< room around the frame
constexpr int mostRows = 14;

/// The icon of a subject's records.
QString iconOf(const QString &table)
{
    static const QHash<QString, QString> icons {
        { QStringLiteral("control"), QStringLiteral("table-2") },
        { QStringLiteral("evidence"), QStringLiteral("paperclip") },
        { QStringLiteral("criterion"), QStringLiteral("target") },
        { QStringLiteral("point_of_focus"), QStringLiteral("target") },
        { QStringLiteral("policy"), QStringLiteral("scroll-text") },
        { QStringLiteral("policy_version"), QStringLiteral("scroll-text") },
        { QStringLiteral("vendor"), QStringLiteral("building-2") },
        { QStringLiteral("checklist_item"), QStringLiteral("list-checks") },
        { QStringLiteral("request"), QStringLiteral("inbox") },
        { QStringLiteral("test"), QStringLiteral("flask-conical") },
        { QStringLiteral("risk"), QStringLiteral("shield-alert") },
        { QStringLiteral("finding"), QStringLiteral("flag") },
        { QStringLiteral("person"), QStringLiteral("users") },
        { QStringLiteral("system"), QStringLiteral("server") },
    };
    return icons.value(table, QStringLiteral("file-text"));
}

SearchListModel::Row headingRow(const QString &title)
{
    return { SearchListModel::Kind::Heading, {}, {}, title, {}, {}, {}, {} };
}

QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

SearchPopup::SearchPopup(QWidget *window) : QFrame(window), m_model(new SearchListModel(this))
{
    setObjectName(QStringLiteral("searchPopup"));
    setAccessibleName(tr("Search"));
    m_line = new QLineEdit;
    m_line->setObjectName(QStringLiteral("searchLine"));
    m_line->setProperty("tbFrameless", true);
    m_line->setFrame(false);
    m_line->setPlaceholderText(tr("Search, or type > for commands"));
    m_line->setAccessibleName(tr("Search"));
    m_line->setMinimumHeight(metrics::control() + 10);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 12, 0);
    head->setSpacing(8);
    auto *escape = new TagLabel;
    escape->setText(tr("Esc"));
    head->addWidget(new IconLabel(icon(QStringLiteral("search")), 16));
    head->addWidget(m_line, 1);
    head->addWidget(escape);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("searchList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadow + 1, shadow + 1, shadow + 1, shadow + 6);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addSpacing(5);
    layout->addWidget(m_list, 1);
    hide();
    m_line->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &SearchPopup::follow);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        choose(index, QApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
    });
}

void SearchPopup::open(const QList<QAction *> &commands, const QString &start)
{
    if (isHidden())
        m_before = QApplication::focusWidget();
    m_commands.clear();
    for (QAction *command : commands)
        m_commands.append(command);
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
    if (m_line->text() != start)
        m_line->setText(start);
    else
        follow();
}

void SearchPopup::dismiss()
{
    if (isHidden())
        return;
    hide();
    m_line->clear(); // asks for nothing any more
    m_hits.clear();
    m_entered.reset();
    m_model->setRows({}, {});
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::PopupFocusReason);
}

QList<SearchListModel::Row> SearchPopup::recordRows() const
{
    using Row = SearchListModel::Row;
    QList<Row> rows;
    QString heading;
    for (const SearchHit &hit : m_hits) {
        const QString title = hit.inFile ? tr("In files") : words::subjectPlural(hit.table);
        if (title != heading)
            rows.append(headingRow(title));
        heading = title;
        const QString icon = hit.inFile ? QStringLiteral("file-search") : iconOf(hit.table);
        const StatusLook look = m_look && !hit.inFile ? m_look(hit) : StatusLook();
        rows.append(Row { SearchListModel::Kind::Record, icon, hit.code, hit.title, look, {}, hit, {} });
    }
    return rows;
}

QList<SearchListModel::Row> SearchPopup::commandRows(const QString &query) const
{
    QList<SearchListModel::Row> rows;
    for (const QPointer<QAction> &command : m_commands) {
        if (!command || !command->isEnabled() || command->text().isEmpty()
            || !plain(command->text()).contains(query, Qt::CaseInsensitive))
            continue;
        rows.append({ SearchListModel::Kind::Command,
                      QStringLiteral("corner-down-left"),
                      {},
                      plain(command->text()),
                      {},
                      keyText(command->shortcut()),
                      {},
                      command });
    }
    if (!rows.isEmpty())
        rows.prepend(headingRow(tr("Commands")));
    return rows;
}

QString SearchPopup::query() const
{
    const QString typed = m_line->text().trimmed();
    return typed.startsWith(QLatin1Char('>')) ? QString() : typed;
}

void SearchPopup::follow()
{
    m_entered.reset();
    m_waiting = !query().isEmpty();
    if (!m_waiting)
        m_hits.clear();
    refresh();
    emit asked(query());
}

void SearchPopup::showHits(const QString &query, const QList<SearchHit> &hits)
{
    if (isHidden() || query != this->query())
        return;
    m_hits = hits;
    m_waiting = false;
    refresh();
    if (m_entered)
        choose(m_list->currentIndex(), *std::exchange(m_entered, {}));
}

void SearchPopup::refresh()
{
    const QString typed = m_line->text().trimmed();
    const bool commandsOnly = typed.startsWith(QLatin1Char('>'));
    const QString query = commandsOnly ? typed.mid(1).trimmed() : typed;
    QList<SearchListModel::Row> rows = commandsOnly ? commandRows(query) : recordRows();
    if (!commandsOnly && query.size() >= 2) {
        QList<SearchListModel::Row> commands = commandRows(query);
        if (!m_filterText.isEmpty()) {
            if (commands.isEmpty())
                commands.append(headingRow(tr("Commands")));
            commands.append({ SearchListModel::Kind::Command,
                              QStringLiteral("corner-down-left"),
                              {},
                              m_filterText.arg(query),
                              {},
                              {},
                              {},
                              {} });
        }
        rows += commands;
    }
    if (rows.isEmpty() && !typed.isEmpty() && !m_waiting)
        rows.append(headingRow(tr("Nothing found")));
    m_model->setRows(rows, query);
    m_list->setCurrentIndex(m_model->neighbour({}, 1));
    place();
}

void SearchPopup::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(metrics::scaled(640), window->width() - 32) + 2 * shadow;
    int height = m_line->minimumHeight() + 2 * shadow + 14;
    for (int row = 0; row < std::min(m_model->rowCount(), mostRows); ++row)
        height += m_list->sizeHintForRow(row);
    m_list->setVisible(m_model->rowCount() > 0);
    setGeometry((window->width() - width) / 2, metrics::paneHeader() - shadow + 2, width, height);
}

/// Before the answer is there, the list shows what was typed earlier.
void SearchPopup::enter(bool keep)
{
    if (m_waiting)
        m_entered = keep;
    else
        choose(m_list->currentIndex(), keep);
}

void SearchPopup::choose(const QModelIndex &index, bool keep)
{
    const SearchListModel::Row *row = m_model->rowAt(index);
    if (!row || row->kind == SearchListModel::Kind::Heading)
        return;
    const SearchListModel::Row chosen = *row;
    const QString typed = m_line->text().trimmed();
    if (!keep)
        dismiss();
    if (chosen.kind == SearchListModel::Kind::Record)
        emit recordChosen(chosen.hit.table, chosen.hit.id);
    else if (chosen.command)
        chosen.command->trigger();
    else
        emit filterChosen(typed);
    if (keep) { // the pane that opened took the focus
        raise();
        m_line->setFocus(Qt::PopupFocusReason);
    }
}

bool SearchPopup::handleKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (const QModelIndex next = m_model->neighbour(m_list->currentIndex(), event.key() == Qt::Key_Down ? 1 : -1);
            next.isValid())
            m_list->setCurrentIndex(next);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: enter(event.modifiers().testFlag(Qt::ControlModifier)); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true; // the list is all there is
    default: return false;
    }
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (isHidden())
        return QFrame::eventFilter(watched, event);
    if (watched == m_line && event->type() == QEvent::KeyPress)
        return handleKey(*static_cast<QKeyEvent *>(event)); // the type says so
    if (watched == m_line && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason)
        dismiss();
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void SearchPopup::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int ring = 1; ring <= shadow; ++ring) { // a soft shadow: rings that grow fainter outwards
        QColor colour = t.shadow;
        colour.setAlpha(3);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(rect()).adjusted(ring, ring, -ring, -ring), 6 + shadow - ring,
                                6 + shadow - ring);
    }
    const QRectF frame = QRectF(rect()).adjusted(shadow + 0.5, shadow + 0.5, -shadow - 0.5, -shadow - 0.5);
    painter.setPen(QPen(t.lineStrong, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(frame, 6, 6);
    const int bottom = m_line->geometry().bottom() + 1;
    painter.fillRect(QRect(shadow + 1, bottom, width() - 2 * shadow - 2, 1), t.line);
}

} // namespace tb
