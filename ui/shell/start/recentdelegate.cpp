#include "ui/shell/start/recentdelegate.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"
#include "ui/shell/start/recentlistmodel.h"

#include <QMouseEvent>
#include <QPainter>

namespace tb {

namespace {

constexpr int margin = 24;

QRect upper(const QRect &row)
{
    const int line = metrics::line();
    return { row.left(), row.center().y() - line + 1, row.width(), line };
}

QRect lower(const QRect &row)
{
    return upper(row).translated(0, metrics::line());
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Theme &t = theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    painter.fillRect(option.rect, selected ? t.selection : hover ? t.hover : t.surface);
    if (selected)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accentFill);
    painter.fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), t.line);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
}

} // namespace

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return { metrics::scaled(360), 2 * metrics::line() + 28 };
}

QRect RecentDelegate::locateRect(const QRect &row)
{
    const int width = QFontMetrics(textFont(TextStyle::SmallMedium)).horizontalAdvance(tr("Locate…"));
    const QRect line = lower(row);
    return { line.right() + 1 - margin - width, line.top(), width, line.height() };
}

/// Returns where it begins: the name and the place have the rest.
int RecentDelegate::paintRight(QPainter &painter, const QRect &row, const QModelIndex &index)
{
    const QFont small = textFont(TextStyle::Small);
    const QFont medium = textFont(TextStyle::SmallMedium);
    const int side = metrics::scaled(13);
    const QFontMetrics measure(small);
    if (index.data(RecentListModel::MissingRole).toBool()) {
        const QString text = tr("Not found");
        const int width = QFontMetrics(medium).horizontalAdvance(text);
        const QRect line = upper(row).adjusted(0, 0, -margin, 0);
        drawText(painter, line, text, medium, theme().ink(Ink::Warn), Qt::AlignRight);
        paintIcon(painter, QRect(line.right() - width - side - 6, line.center().y() - side / 2, side, side),
                  QStringLiteral("link-2-off"), Ink::Warn);
        drawText(painter, locateRect(row), tr("Locate…"), medium, theme().accent, Qt::AlignRight);
        return std::min(line.right() - width - side - 6, locateRect(row).left());
    }
    const QRect line(row.left(), row.center().y() - metrics::line() / 2, row.width() - margin, metrics::line());
    const QString date = index.data(RecentListModel::DateRole).toString();
    drawText(painter, line, date, small, theme().text2, Qt::AlignRight);
    if (!index.data(RecentListModel::KeychainRole).toBool())
        return line.right() - measure.horizontalAdvance(date);
    const QString kept = tr("In keychain");
    const QRect place(row.right() - margin - metrics::scaled(112) - measure.horizontalAdvance(kept), line.top(),
                      measure.horizontalAdvance(kept), line.height());
    drawText(painter, place, kept, small, theme().text2);
    paintIcon(painter, QRect(place.left() - side - 5, place.center().y() - side / 2, side, side),
              QStringLiteral("key-round"), Ink::Text2);
    return place.left() - side - 5;
}

void RecentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(*painter, option);
    const bool missing = index.data(RecentListModel::MissingRole).toBool();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int side = metrics::scaled(20);
    const QRect row = option.rect;
    paintIcon(*painter, QRect(row.left() + margin, row.center().y() - side / 2 + 1, side, side),
              missing ? QStringLiteral("file-x") : QStringLiteral("file-lock"), selected ? Ink::Accent : Ink::Text2);
    const int left = margin + side + metrics::scaled(16);
    QRect text = row.adjusted(left, 0, 0, 0);
    text.setRight(paintRight(*painter, row, index) - metrics::scaled(16));
    const QFont strong = textFont(TextStyle::BodyStrong);
    const QFont small = textFont(TextStyle::Small);
    const QString title = index.data(RecentListModel::TitleRole).toString();
    drawText(*painter, upper(text), title, strong, missing ? theme().text2 : theme().text);
    const int after = QFontMetrics(strong).horizontalAdvance(title) + 9;
    if (after < text.width())
        drawText(*painter, upper(text).adjusted(after, 0, 0, 0), index.data(RecentListModel::DetailRole).toString(),
                 small, theme().text2);
    drawText(*painter, lower(text), index.data(RecentListModel::PlaceRole).toString(), small, theme().text2);
    painter->restore();
}

bool RecentDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    Q_UNUSED(model)
    if (event->type() != QEvent::MouseButtonRelease || !index.data(RecentListModel::MissingRole).toBool())
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event); // the type says so
    if (!locateRect(option.rect).contains(mouse->position().toPoint()))
        return false;
    emit locateAsked(index);
    return true;
}

} // namespace tb
