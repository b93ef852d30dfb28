#include "ui/common/choicebox.h"

#include "ui/common/glyphicon.h"
#include "ui/common/keyhint.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>

namespace tb {

namespace {

constexpr int narrowest = 240; ///< at text size 13
constexpr int noteRole = Qt::UserRole + 1;
constexpr int margin = 10;
constexpr int frames = 8; ///< pixels that the popup and its list take from a line: rather a line too high than one cut

/// The lines of the popup: glyph, text, the digit that picks it; the note wraps.
class ChoiceDelegate final : public QStyledItemDelegate
{
public:
    explicit ChoiceDelegate(ChoiceBox &box) : QStyledItemDelegate(&box), m_box(box) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (isSeparator(index))
            return painter->fillRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1,
                                     theme().line);
        if (index.data(noteRole).toBool())
            return paintNote(*painter, option.rect, index.data().toString());
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme().selection);
        QRect text = option.rect.adjusted(margin, 0, -margin, 0);
        const QIcon glyph = index.data(Qt::DecorationRole).value<QIcon>();
        if (!glyph.isNull()) {
            const int side = metrics::glyph();
            glyph.paint(painter, QRect(text.left(), text.center().y() - side / 2, side, side));
            text.setLeft(text.left() + side + 8);
        }
        if (m_box.isNumbered() && index.row() < 9)
            text.setRight(text.right() - paintKeyHint(*painter, text, QString::number(index.row() + 1), Ink::Text3)
                          - 8);
        drawText(*painter, text, index.data().toString(), textFont(TextStyle::Body), theme().text);
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (isSeparator(index))
            return { 10, 9 };
        if (!index.data(noteRole).toBool())
            return { 10, metrics::row() };
        const int width = m_box.popupWidth() - 2 * margin - frames;
        const QFontMetrics font(textFont(TextStyle::Small));
        const QRect lines = font.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, index.data().toString());
        return { 10, lines.height() + 12 };
    }

private:
    static bool isSeparator(const QModelIndex &index)
    {
        return index.data(Qt::AccessibleDescriptionRole).toString() == QLatin1String("separator");
    }
    static void paintNote(QPainter &painter, const QRect &rect, const QString &text)
    {
        painter.setFont(textFont(TextStyle::Small));
        painter.setPen(theme().text2);
        painter.drawText(rect.adjusted(margin, 4, -margin, 0), Qt::TextWordWrap, text);
    }

    ChoiceBox &m_box;
};

} // namespace

ChoiceBox::ChoiceBox(const QList<Choice> &choices, QWidget *parent)
    : QComboBox(parent)
    , m_choices(static_cast<int>(choices.size()))
{
    for (const Choice &choice : choices)
        addItem(choice.look.glyph == Glyph::None ? QIcon() : glyphIcon(choice.look), choice.text, choice.value);
    setIconSize(QSize(metrics::glyph(), metrics::glyph()));
    setMaxVisibleItems(15);
    setItemDelegate(new ChoiceDelegate(*this));
    view()->installEventFilter(this);
    connect(this, &QComboBox::activated, this, [this] { m_chosen = true; });
    view()->viewport()->installEventFilter(this); // before the popup's own, which picks
}

void ChoiceBox::setNumbered(bool numbered)
{
    m_numbered = numbered;
}

void ChoiceBox::setNote(const QString &sentence)
{
    while (count() > m_choices)
        removeItem(count() - 1);
    if (sentence.isEmpty())
        return;
    insertSeparator(count());
    addItem(sentence);
    const QModelIndex note = model()->index(count() - 1, 0);
    model()->setData(note, true, noteRole);
    model()->setData(note, 0, Qt::UserRole - 1); // QStandardItem's flags: it cannot be picked
}

void ChoiceBox::showPopup()
{
    m_chosen = false;
    view()->setMinimumWidth(popupWidth());
    QComboBox::showPopup();
}

void ChoiceBox::hidePopup()
{
    const bool wasOpen = view()->isVisible();
    QComboBox::hidePopup();
    if (!wasOpen)
        return;
    QTimer::singleShot(0, this, [this] { // a choice is told of only after the list is gone
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        if (!m_chosen && isVisible() && !view()->isVisible())
            QCoreApplication::sendEvent(this, &escape); // the delegate that watches this closes it
    });
}

int ChoiceBox::popupWidth() const
{
    return std::max(width(), metrics::scaled(narrowest));
}

bool ChoiceBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::KeyPress)
        m_byMouse = event->type() == QEvent::MouseButtonRelease;
    if (m_numbered && watched == view() && event->type() == QEvent::KeyPress) {
        const int digit = static_cast<QKeyEvent *>(event)->key() - Qt::Key_0;
        if (digit >= 1 && digit <= std::min(9, m_choices)) {
            hidePopup();
            setCurrentIndex(digit - 1);
            emit activated(digit - 1);
            return true;
        }
    }
    return QComboBox::eventFilter(watched, event);
}

} // namespace tb
