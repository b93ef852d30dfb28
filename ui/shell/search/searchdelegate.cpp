#include "ui/shell/search/searchdelegate.h"

#include "model/search/snippet.h"
#include "ui/common/keyhint.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"
#include "ui/shell/search/searchlistmodel.h"

#include <QPainter>
#include <QTextLayout>

namespace tb {

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    const bool heading = index.data(SearchListModel::KindRole).toInt() == 0;
    return { 200, heading ? metrics::line() + 10 : metrics::row() };
}

void SearchDelegate::paintTitle(QPainter &painter, const QRect &rect, const QString &title, const QString &query)
{
    const QFont body = textFont(TextStyle::Body);
    const QString shown = QFontMetrics(textFont(TextStyle::BodyMedium)).elidedText(title, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, body);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &[start, length] : TermFinder(SearchQuery::parse(query)).find(shown)) {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::DemiBold);
        formats.append({ static_cast<int>(start), static_cast<int>(length), bold });
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width() + 40); // elided already; bold letters may need a little more
    layout.endLayout();
    painter.setPen(theme().text);
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = theme();
    painter->save();
    const QRect row = option.rect;
    const QString title = index.data(SearchListModel::TitleRole).toString();
    if (index.data(SearchListModel::KindRole).toInt() == 0) {
        drawText(*painter, row.adjusted(14, 5, -14, 0), title, textFont(TextStyle::SmallMedium), t.text2);
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected                                             ? t.selection
                          : option.state.testFlag(QStyle::State_MouseOver) ? t.hover
                                                                           : QColor(Qt::transparent));
    painter->drawRoundedRect(QRectF(row).adjusted(5, 0, -5, 0), 4, 4);

    const int side = metrics::scaled(15);
    paintIcon(*painter, QRect(row.left() + 14, row.center().y() - side / 2, side, side),
              index.data(SearchListModel::IconRole).toString(), Ink::Text2);
    QRect text = row.adjusted(14 + side + 9, 0, -14, 0);
    const QString keys = index.data(SearchListModel::KeysRole).toString();
    const QString hint = selected && keys.isEmpty() ? tr("Enter") : keys;
    if (!hint.isEmpty())
        text.setRight(text.right() - paintKeyHint(*painter, text, hint, Ink::Text3) - 8);
    const auto look = index.data(SearchListModel::LookRole).value<StatusLook>();
    if (!look.text.isEmpty()) {
        const QFont small = textFont(TextStyle::Small);
        const int width = QFontMetrics(small).horizontalAdvance(look.text) + metrics::glyph() + 6;
        const QRect place(text.right() - width, text.top(), width + 1, text.height());
        drawText(*painter, drawGlyph(*painter, place, look.glyph, look.tone, selected ? t.selection : t.surface),
                 look.text, small, t.text);
        text.setRight(place.left() - 10);
    }
    const QString code = index.data(SearchListModel::CodeRole).toString();
    if (!code.isEmpty()) {
        const QFont body = textFont(TextStyle::Body);
        drawText(*painter, text, code, body, t.text2);
        text.setLeft(text.left() + QFontMetrics(body).horizontalAdvance(code) + 9);
    }
    paintTitle(*painter, text, title, index.data(SearchListModel::QueryRole).toString());
    painter->restore();
}

} // namespace tb
