#include "ui/common/picklist.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tb {

namespace {

constexpr int codeRole = Qt::UserRole + 1;
constexpr int margin = 10;
constexpr int gap = 12; ///< between the columns

} // namespace

PickList::PickList(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new PickDelegate(*this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PickList::addRow(const QString &code, const QString &title, Qt::CheckState state)
{
    auto *row = new QListWidgetItem(title, this);
    row->setData(codeRole, code);
    row->setData(Qt::AccessibleTextRole, (code + QLatin1Char(' ') + title).trimmed());
    row->setToolTip(title);
    row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    row->setCheckState(state);
    m_codeWidth = std::max(m_codeWidth, QFontMetrics(textFont(TextStyle::BodyMedium)).horizontalAdvance(code));
}

void PickList::filter(const QString &text)
{
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem *row = item(i);
        row->setHidden(!row->data(Qt::AccessibleTextRole).toString().contains(text, Qt::CaseInsensitive));
        first = !first && !row->isHidden() ? row : first;
    }
    setCurrentItem(first);
}

PickDelegate::PickDelegate(PickList &list) : QStyledItemDelegate(&list), m_list(list) { }

QSize PickDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 200, metrics::row() };
}

void PickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = theme();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, t.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, t.hover);
    const int side = metrics::scaled(14);
    const QRect row = option.rect.adjusted(margin, 0, -margin, 0);
    paintCheckBox(*painter, QRectF(row.left(), row.center().y() - side / 2, side, side),
                  static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt()), true);
    QRect text = row.adjusted(side + gap, 0, 0, 0);
    if (const int width = m_list.codeWidth(); width > 0) {
        drawText(*painter, QRect(text.left(), text.top(), width + 1, text.height()), index.data(codeRole).toString(),
                 textFont(TextStyle::BodyMedium), t.text2);
        text.setLeft(text.left() + width + gap);
    }
    drawText(*painter, text, index.data().toString(), textFont(TextStyle::Body), t.text);
}

bool PickDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    Q_UNUSED(option)
    const bool clicked
        = event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    const bool key = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!clicked && !key)
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace tb
