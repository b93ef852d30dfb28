#include "ui/activity/fielddiff.h"

#include "ui/common/cellwidget.h"
#include "ui/common/textstyle.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace tb {

namespace {

constexpr qsizetype shortText = 22; // two of these with the arrow fit the inspector's width

/// Wrapped text on the tint of a tone.
class TintedText final : public QLabel
{
public:
    TintedText(const QString &text, Tone tone) : QLabel(text), m_tone(tone)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setContentsMargins(4, 2, 4, 2);
        QFont struck = font();
        struck.setStrikeOut(tone == Tone::Bad);
        setFont(struck);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().tone(m_tone).tint);
        painter.drawRoundedRect(QRectF(rect()), 2, 2);
        painter.end();
        QLabel::paintEvent(event);
    }

private:
    Tone m_tone;
};

bool fitsOneLine(const QString &text)
{
    return text.size() <= shortText && !text.contains(QLatin1Char('\n'));
}

} // namespace

FieldDiff::FieldDiff(const QString &field, const QString &before, const QString &after, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 7);
    layout->setSpacing(3);
    layout->addWidget(makeLabel(field, TextStyle::Small, Ink::Text2));
    const QString empty = tr("empty");
    const QString spoken
        = tr("%1: %2, now %3").arg(field, before.isEmpty() ? empty : before, after.isEmpty() ? empty : after);
    if (fitsOneLine(before) && fitsOneLine(after)) {
        layout->addWidget(new CellWidget(cells::diff(), QVariant::fromValue(DiffCell { before, after }), spoken));
        return;
    }
    setAccessibleName(spoken);
    const auto add = [&](const QString &text, Tone tone) {
        if (text.isEmpty())
            layout->addWidget(makeLabel(empty, TextStyle::Body, Ink::Text3));
        else
            layout->addWidget(new TintedText(text, tone));
    };
    add(before, Tone::Bad);
    add(after, Tone::Ok);
}

void FieldDiff::paintEvent(QPaintEvent *)
{
    if (m_divided)
        QPainter(this).fillRect(0, height() - 1, width(), 1, theme().line);
}

} // namespace tb
