#include "ui/common/paint/drawing.h"

#include "ui/common/metrics.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QHash>
#include <QLocale>
#include <QPainter>

namespace tb {
namespace {

/// The text cut to @p width, remembered by text, font and width, since a table asks again for every repaint.
QString elided(const QString &text, const QFont &font, int width)
{
    const QFontMetrics measure(font);
    if (text.size() * measure.maxWidth() <= width)
        return text;
    static QHash<QString, QString> cache; // GUI thread only
    const QString key = text + u'\x1f' + font.key() + u'\x1f' + QString::number(width);
    const auto found = cache.constFind(key);
    if (found != cache.constEnd())
        return *found;
    if (cache.size() > 4000)
        cache.clear();
    return *cache.insert(key, measure.elidedText(text, Qt::ElideRight, width));
}

} // namespace

void drawText(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
              Qt::Alignment alignment)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    painter.setFont(font);
    painter.setPen(colour);
    const QString line = text.contains(u'\n') ? QString(text).replace(u'\n', u' ') : text;
    painter.drawText(rect,
                     static_cast<int>((alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter) | Qt::TextSingleLine,
                     elided(line, font, rect.width()));
}

QRect drawGlyph(QPainter &painter, const QRect &rect, Glyph glyph, Tone tone, const QColor &ground)
{
    if (glyph == Glyph::None)
        return rect;
    const qreal ratio = painter.device()->devicePixelRatioF();
    const int side = metrics::glyph();
    const qreal y = qRound((rect.top() + (rect.height() - side) / 2.0) * ratio) / ratio;
    paint::paintGlyph(painter, QRectF(rect.left(), y, side, side), glyph, theme().tone(tone).text, ground);
    return rect.adjusted(side + 6, 0, 0, 0);
}

int pillWidth(const StatusLook &look)
{
    const int glyph = look.glyph == Glyph::None ? 0 : metrics::glyph() + 6;
    return 16 + glyph + QFontMetrics(textFont(TextStyle::SmallMedium)).horizontalAdvance(look.text) + 2;
}

int drawPill(QPainter &painter, const QRect &rect, const StatusLook &look)
{
    const Theme::Shades &shades = theme().tone(look.tone);
    const int width = qMin(rect.width(), pillWidth(look));
    const QRect pill(rect.left(), rect.center().y() - metrics::pill() / 2 + 1, width, metrics::pill());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool frame = theme().kind == Theme::Kind::Contrast;
    painter.setPen(frame ? QPen(shades.text, 1) : QPen(Qt::NoPen));
    painter.setBrush(shades.tint);
    painter.drawRoundedRect(QRectF(pill), 4, 4);
    QFont font = textFont(TextStyle::SmallMedium);
    font.setWeight(QFont::DemiBold);
    const QRect rest = drawGlyph(painter, pill.adjusted(8, 0, -4, 0), look.glyph, look.tone, shades.tint);
    drawText(painter, rest, look.text, font, shades.text);
    painter.restore();
    return width;
}

QList<paint::Part> barParts(const TonePartList &parts)
{
    QList<paint::Part> coloured;
    for (const TonePart &part : parts)
        coloured << paint::Part { static_cast<qreal>(part.count), theme().tone(part.tone).bar };
    return coloured;
}

paint::PeriodColours periodColours(const QColor &ground)
{
    const Theme &t = theme();
    paint::PeriodColours colours;
    colours.track = t.tone(Tone::Neutral).tint;
    colours.tick = t.lineStrong;
    colours.covered = t.tone(Tone::Ok).bar;
    colours.bridge = t.tone(Tone::Info).bar;
    colours.missingTint = t.tone(Tone::Bad).tint;
    colours.missingLine = t.tone(Tone::Bad).bar;
    colours.expected = t.field;
    colours.today = t.text;
    colours.ground = ground;
    return colours;
}

QString periodInWords(const paint::Period &period)
{
    using paint::Period;
    const QLocale locale;
    const auto words = [&locale](const Period::Span &span) {
        return QCoreApplication::translate("tb::Period", "%1 to %2", "dates")
            .arg(locale.toString(span.from, QLocale::LongFormat), locale.toString(span.to, QLocale::LongFormat));
    };
    QStringList parts;
    for (const Period::Span &span : period.spans) {
        switch (span.cover) {
        case Period::Cover::Covered:
            parts << QCoreApplication::translate("tb::Period", "covers %1").arg(words(span));
            break;
        case Period::Cover::Missing:
            parts << QCoreApplication::translate("tb::Period", "missing %1").arg(words(span));
            break;
        case Period::Cover::Expected:
            parts << QCoreApplication::translate("tb::Period", "expected %1").arg(words(span));
            break;
        case Period::Cover::Bridge:
            parts << QCoreApplication::translate("tb::Period", "bridge letter %1").arg(words(span));
            break;
        }
    }
    for (const Period::Point &point : period.points) {
        const QString date = locale.toString(point.on, QLocale::LongFormat);
        parts << (point.mark == Period::Mark::Done ? QCoreApplication::translate("tb::Period", "done %1").arg(date)
                      : point.mark == Period::Mark::Planned
                      ? QCoreApplication::translate("tb::Period", "planned %1").arg(date)
                      : QCoreApplication::translate("tb::Period", "missed %1").arg(date));
    }
    QString all = parts.join(QStringLiteral("; "));
    if (!all.isEmpty())
        all[0] = all.at(0).toUpper();
    return all;
}

} // namespace tb
