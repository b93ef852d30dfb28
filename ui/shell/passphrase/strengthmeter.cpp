#include "ui/shell/passphrase/strengthmeter.h"

#include "ui/common/paint/drawing.h"
#include "ui/common/textstyle.h"

#include <QPainter>

namespace tb {

namespace {

struct Look
{
    Glyph glyph = Glyph::None;
    Tone tone = Tone::Neutral;
};

Look lookOf(PassphraseStrength::Level level)
{
    using Level = PassphraseStrength::Level;
    switch (level) {
    case Level::None: return {};
    case Level::Weak: return { Glyph::Octagon, Tone::Bad };
    case Level::Fair: return { Glyph::Diamond, Tone::Warn };
    case Level::Good: return { Glyph::TickDisc, Tone::Ok };
    case Level::Strong: return { Glyph::TickDisc, Tone::Ok };
    }
    return {};
}

} // namespace

StrengthMeter::StrengthMeter(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("strength"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StrengthMeter::sizeHint() const
{
    return { metrics::scaled(360), metrics::line() };
}

void StrengthMeter::setStrength(const PassphraseStrength &strength)
{
    using Level = PassphraseStrength::Level;
    m_strength = strength;
    m_word = strength.level == Level::None ? QString()
        : strength.level == Level::Weak    ? tr("Weak")
        : strength.level == Level::Fair    ? tr("Fair")
        : strength.level == Level::Good    ? tr("Good")
                                           : tr("Strong");
    const QString bits = tr("about %n bit(s)", nullptr, strength.bits);
    m_estimate = strength.level == Level::None ? tr("Several words that do not belong together are best.")
        : strength.words > 1                   ? tr("%n words, %1", nullptr, strength.words).arg(bits)
                                               : bits;
    setAccessibleName(QStringLiteral("%1 %2").arg(m_word, m_estimate).trimmed());
    update();
}

void StrengthMeter::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Look look = lookOf(m_strength.level);
    const int bar = metrics::scaled(37);
    for (int i = 0; i < 4; ++i) {
        painter.setBrush(i < static_cast<int>(m_strength.level) ? t.tone(look.tone).bar : t.line);
        painter.drawRoundedRect(QRectF(i * (bar + 4), height() / 2.0 - 2.5, bar, 5), 2, 2);
    }
    QRect rest = rect().adjusted(4 * (bar + 4) + 5, 0, 0, 0);
    if (look.glyph != Glyph::None)
        rest = drawGlyph(painter, rest, look.glyph, look.tone, t.surface);
    const QFont medium = textFont(TextStyle::SmallMedium);
    drawText(painter, rest, m_word, medium, t.text);
    const int after = m_word.isEmpty() ? 0 : QFontMetrics(medium).horizontalAdvance(m_word) + 9;
    drawText(painter, rest.adjusted(after, 0, 0, 0), m_estimate, textFont(TextStyle::Small), t.text2);
}

} // namespace tb
