#include "ui/shell/statusline.h"

#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"
#include "ui/common/textstyle.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace tb {

namespace {

constexpr int margin = 12;

int widthOf(const QString &text)
{
    return QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(text) + 3; // a pixel short would elide it
}

} // namespace

StatusLine::StatusLine(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("statusLine"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextStyle(this, TextStyle::Small);
}

QSize StatusLine::sizeHint() const
{
    return { 400, metrics::line() + 8 };
}

void StatusLine::setPaneText(const QString &status, const QString &hints)
{
    m_status = status;
    m_hints = hints;
    describe();
}

void StatusLine::setChain(Chain chain, qint64 entry)
{
    m_chain = chain;
    m_entry = entry;
    describe();
}

void StatusLine::setFile(const QString &name, bool readOnly)
{
    m_file = name;
    m_readOnly = readOnly;
    describe();
}

QString StatusLine::chainText() const
{
    switch (m_chain) {
    case Chain::Checking: return tr("Checking the activity chain…");
    case Chain::Intact:
        return m_entry == 1 ? tr("Activity chain intact · 1 entry")
                            : tr("Activity chain intact · %1 entries").arg(QLocale().toString(m_entry));
    case Chain::Broken:
        return m_entry > 0 ? tr("Chain broken at entry %1").arg(QLocale().toString(m_entry))
                           : tr("Records differ from the activity log");
    case Chain::Unknown: return {};
    }
    return {};
}

void StatusLine::describe()
{
    QStringList parts { m_status, chainText(), m_file };
    parts.removeAll(QString());
    setAccessibleName(parts.join(QStringLiteral(", ")));
    update();
}

QRect StatusLine::chainRect() const
{
    const int side = metrics::scaled(14);
    const int file = widthOf(m_file) + side + 6;
    const int chain = widthOf(chainText()) + side + 6;
    return { width() - margin - file - 18 - chain, 0, chain, height() };
}

void StatusLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), t.window);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
    const QFont small = textFont(TextStyle::Small);
    const int side = metrics::scaled(14);
    const int top = (height() - side) / 2 + 1;
    const QRect chain = chainRect();

    drawText(painter, QRect(margin, 1, widthOf(m_status), height()), m_status, small, t.text2);
    const int hints = margin + widthOf(m_status) + (m_status.isEmpty() ? 0 : 16);
    drawText(painter, QRect(hints, 1, chain.left() - hints - 16, height()), m_hints, small, t.text3);

    if (!chainText().isEmpty()) {
        const bool broken = m_chain == Chain::Broken;
        if (broken)
            drawGlyph(painter, QRect(chain.left(), 1, side, height()), Glyph::Octagon, Tone::Bad, t.window);
        else
            paintIcon(painter, QRect(chain.left(), top, side, side), QStringLiteral("link-2"), Ink::Text2);
        drawText(painter, chain.adjusted(side + 6, 1, 0, 0), chainText(), small, broken ? t.ink(Ink::Bad) : t.text2);
    }
    const int file = chain.right() + 19;
    paintIcon(painter, QRect(file, top, side, side), m_readOnly ? QStringLiteral("lock") : QStringLiteral("file-lock"),
              Ink::Text2);
    drawText(painter, QRect(file + side + 6, 1, width() - file - side - 6, height()), m_file, small, t.text2);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.accent, 2));
        painter.drawRoundedRect(QRectF(chain).adjusted(-5, 3, 5, -2), 4, 4);
    }
}

void StatusLine::mouseReleaseEvent(QMouseEvent *event)
{
    if (chainRect().contains(event->position().toPoint()) && m_chain != Chain::Unknown)
        emit chainClicked(m_chain == Chain::Broken, m_entry);
}

void StatusLine::mouseMoveEvent(QMouseEvent *event)
{
    const bool over = m_chain != Chain::Unknown && chainRect().contains(event->position().toPoint());
    setCursor(over ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void StatusLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        emit chainClicked(m_chain == Chain::Broken, m_entry);
    else
        QWidget::keyPressEvent(event);
}

} // namespace tb
