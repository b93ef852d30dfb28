#include "ui/common/recorddelegate.h"

#include "ui/common/choicebox.h"
#include "ui/common/dateedit.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"
#include "ui/common/recordtablemodel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

namespace tb {
namespace {

const RecordTableModel &modelOf(const QModelIndex &index)
{
    return static_cast<const RecordTableModel &>(*index.model()); // the view only ever shows this model
}

const ColumnInfo &infoOf(const QModelIndex &index)
{
    return modelOf(index).source().columns().at(index.column() - 1);
}

} // namespace

void RecordDelegate::paintCell(QPainter &painter, const QRect &rect, const QModelIndex &index, const QColor &ground,
                               bool selected) const
{
    if (index.column() == RecordTableModel::BoxColumn) {
        const QVariant own = index.data(RecordTableModel::BoxRole);
        const auto state = own.isValid() ? static_cast<Qt::CheckState>(own.toInt())
            : selected                   ? Qt::Checked
                                         : Qt::Unchecked;
        const int side = metrics::scaled(14);
        paintCheckBox(painter, QRectF(rect.left() + 12, rect.center().y() - side / 2 + 1, side, side), state, true);
        return;
    }
    const ColumnInfo &info = infoOf(index);
    CellContext cell;
    cell.rect = rect.adjusted(8, 0, -8, -1);
    cell.text = index.data().toString();
    cell.font = textFont(TextStyle::Body);
    cell.ground = ground;
    cell.alignment = info.alignment;
    cell.secondary = info.secondary;
    if (index.column() == 1 && index.data(RecordTableModel::RepeatRole).toBool()) { // a repeat is marked at its id
        const int side = metrics::scaled(10);
        const QRect mark(rect.left() - side, rect.center().y() - side / 2 + 1, side, side);
        paintIcon(painter, mark, QStringLiteral("corner-down-left"), Ink::Text3);
    }
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    info.painter->paint(painter, cell, index.data(RecordTableModel::CellRole));
    painter.restore();
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 100, m_twoLine ? 2 * metrics::line() + 10 : metrics::row() };
}

QWidget *RecordDelegate::choiceEditor(QWidget *parent, const QModelIndex &index) const
{
    const RecordTableModel &model = modelOf(index);
    const int slot = model.slotAt(index);
    auto *box = new ChoiceBox(model.source().choices(slot, index.column() - 1), parent);
    box->setNumbered(infoOf(index).numbered);
    box->setNote(model.source().choiceNote(slot, index.column() - 1));
    auto *self
        = const_cast<RecordDelegate *>(this); // NOLINT(cppcoreguidelines-pro-type-const-cast): Qt's signature is const
    connect(box, &QComboBox::activated, self, [self, box] {
        emit self->commitData(box);
        emit self->closeEditor(box, box->pickedByMouse() ? NoHint : SubmitModelCache); // Enter goes on to the next row
    });
    QTimer::singleShot(0, box, &QComboBox::showPopup);
    return box;
}

QWidget *RecordDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    switch (infoOf(index).edit) {
    case EditKind::None: return nullptr;
    case EditKind::Choice: return choiceEditor(parent, index);
    case EditKind::Date: return new DateEdit(parent);
    case EditKind::Text: return new QLineEdit(parent);
    }
    return nullptr;
}

/// Where @p value stands in @p box, -1 when it is not on offer; unlike QComboBox::findData also for no value, "Nobody".
static int positionOf(const QComboBox &box, const QVariant &value)
{
    for (int i = 0; i < box.count(); ++i) {
        if (box.itemData(i) == value)
            return i;
    }
    return -1;
}

void RecordDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(positionOf(*box, value));
    else if (auto *date = qobject_cast<DateEdit *>(editor))
        date->setValue(value.toDate());
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(value.toString());
}

void RecordDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    QVariant value;
    if (const auto *box = qobject_cast<QComboBox *>(editor); box && box->currentIndex() < 0)
        return; // what is stored is not on offer any more; leaving the box must not clear it
    if (auto *box = qobject_cast<QComboBox *>(editor))
        value = box->currentData();
    else if (auto *date = qobject_cast<DateEdit *>(editor))
        value = date->value();
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        value = line->text();
    if (value != index.data(Qt::EditRole))
        emit edited(modelOf(index).idAt(index), infoOf(index).id, value);
}

void RecordDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 1, 0, -2));
}

} // namespace tb
