#include "reports/pdf/fontset.h"

#include "reports/paint/fonts.h"

#include <QTextLayout>

namespace tb::pdf {

namespace {

struct Shape
{
    qreal points;
    qreal line;
    QFont::Weight weight;
    bool mono;
    bool quiet;
};

Shape shapeOf(Style style)
{
    switch (style) {
    case Style::CoverTitle: return { 28, 34, QFont::DemiBold, false, false };
    case Style::CoverSubtitle: return { 17, 22, QFont::Normal, false, true };
    case Style::Heading: return { 18, 24, QFont::DemiBold, false, false };
    case Style::SubHeading: return { 10.5, 14, QFont::DemiBold, false, false };
    case Style::Body: return { 9.5, 13.5, QFont::Normal, false, false };
    case Style::BodyStrong: return { 9.5, 13.5, QFont::DemiBold, false, false };
    case Style::Quiet: return { 9.5, 13.5, QFont::Normal, false, true };
    case Style::Table: return { 8.5, 12, QFont::Normal, false, false };
    case Style::TableStrong: return { 8.5, 12, QFont::DemiBold, false, false };
    case Style::Detail: return { 7.5, 10.5, QFont::Normal, false, true };
    case Style::Mono: return { 7.5, 10.5, QFont::Normal, true, true };
    case Style::Running: return { 8, 11, QFont::Normal, false, true };
    case Style::RunningMono: return { 7.5, 11, QFont::Normal, true, true };
    case Style::StyleCount: break;
    }
    return { 9.5, 13.5, QFont::Normal, false, false };
}

QFont fontOf(Style style, QPaintDevice &device)
{
    const Shape shape = shapeOf(style);
    QFont font(shape.mono ? paint::monoFamily() : paint::textFamily());
    font.setPointSizeF(shape.points);
    font.setWeight(shape.weight);
    font.setHintingPreference(QFont::PreferNoHinting); // the same widths on every device
    // Inter swaps the hyphen in "AC-02" for a raised one that has no character behind it, so that nobody could search
    // for the code or copy it. Scripts that need shaping are shaped all the same.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return QFont(font, &device);
}

} // namespace

Geometry geometryOf(Paper paper)
{
    constexpr qreal mm = 72 / 25.4;
    Geometry page;
    page.width = paper == Paper::A4 ? 210 * mm : 8.5 * 72;
    page.height = paper == Paper::A4 ? 297 * mm : 11 * 72;
    page.left = 25 * mm;
    page.right = page.width - 20 * mm;
    page.headerBase = 17 * mm;
    page.headerRule = 20 * mm;
    page.top = 28 * mm;
    page.bottom = page.height - 28 * mm;
    page.footerRule = page.height - 20 * mm;
    page.footerBase = page.height - 15 * mm;
    return page;
}

FontSet::FontSet(QPaintDevice &device) : m_device(device)
{
    for (std::size_t i = 0; i < m_fonts.size(); ++i) {
        m_fonts.at(i) = fontOf(static_cast<Style>(i), device);
        m_metrics.emplace_back(m_fonts.at(i), &device);
    }
}

QColor FontSet::colour(Style style)
{
    return shapeOf(style).quiet ? page::secondText() : page::text();
}

qreal FontSet::lineHeight(Style style)
{
    return shapeOf(style).line;
}

qreal FontSet::ascent(Style style) const
{
    const QFontMetricsF &metrics = m_metrics.at(static_cast<std::size_t>(style));
    const qreal height = (metrics.ascent() + metrics.descent()) / unitsPerPoint;
    return (lineHeight(style) - height) / 2 + metrics.ascent() / unitsPerPoint;
}

bool FontSet::canDraw(Style style, char32_t character) const
{
    QHash<char32_t, bool> &known = m_drawable.at(static_cast<std::size_t>(style));
    const auto found = known.constFind(character);
    if (found != known.constEnd())
        return *found;
    const bool can = m_metrics.at(static_cast<std::size_t>(style)).inFontUcs4(character);
    known.insert(character, can);
    return can;
}

/// What is drawn for @p character; 0 for what is not seen anyway.
char32_t FontSet::drawn(Style style, char32_t character) const
{
    switch (QChar::category(character)) {
    case QChar::Other_Format: return 0; // joiners and direction marks: nothing is shaped here
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return U' ';
    default: break;
    }
    for (const char32_t candidate : { character, U'\uFFFD', U'\u25A1' }) {
        if (canDraw(style, candidate))
            return candidate;
    }
    return U'?';
}

QString FontSet::printable(Style style, const QString &text) const
{
    const auto isPlain = [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; };
    if (std::all_of(text.cbegin(), text.cend(), isPlain))
        return text;
    QList<char32_t> characters;
    for (const uint character : text.toUcs4()) {
        if (const char32_t shown = drawn(style, character); shown != 0)
            characters.append(shown);
    }
    return QString::fromUcs4(characters.constData(), characters.size());
}

qreal FontSet::width(Style style, const QString &text) const
{
    return m_metrics.at(static_cast<std::size_t>(style)).horizontalAdvance(printable(style, text)) / unitsPerPoint;
}

QStringList FontSet::wrapped(Style style, const QString &text, qreal width) const
{
    if (text.isEmpty())
        return {};
    QStringList parts; // marks are not placed without shaping: composed characters need none
    for (const QString &part : text.normalized(QString::NormalizationForm_C).split(QLatin1Char('\n')))
        parts.append(printable(style, part));
    if (parts.size() == 1 && text.size() < 200 && this->width(style, parts.first()) <= width)
        return parts;
    const QString paragraphs = parts.join(QChar(QChar::LineSeparator));
    QTextLayout layout(paragraphs, font(style), &m_device);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width * unitsPerPoint);
        QString part = paragraphs.mid(line.textStart(), line.textLength());
        part.remove(QChar(QChar::LineSeparator));
        lines.append(part.trimmed());
    }
    layout.endLayout();
    return lines;
}

QString FontSet::elided(Style style, const QString &text, qreal width) const
{
    return m_metrics.at(static_cast<std::size_t>(style))
        .elidedText(printable(style, text), Qt::ElideRight, width * unitsPerPoint);
}

} // namespace tb::pdf
