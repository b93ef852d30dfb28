#pragma once

#include "reports/pdf/page.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>

#include <array>
#include <vector>

class QPaintDevice;

namespace tb::pdf {

/// Device units per point: the writer's resolution is 1200 dots per inch.
inline constexpr int resolution = 1200;
inline constexpr qreal unitsPerPoint = resolution / 72.0;

/// The fonts of the styles on one device, with their measures in points. One thread; the faces must be loaded before.
class FontSet
{
public:
    explicit FontSet(QPaintDevice &device);

    const QFont &font(Style style) const { return m_fonts.at(static_cast<std::size_t>(style)); }
    static QColor colour(Style style);
    static qreal lineHeight(Style style);
    /// Distance from the top of a line to its baseline.
    qreal ascent(Style style) const;
    /// @p text on one line, with what no font here can draw replaced: PDF/A refuses a glyph that stands for nothing.
    QString printable(Style style, const QString &text) const;
    qreal width(Style style, const QString &text) const;
    /// @p text in lines of at most @p width; a word that is longer is broken.
    QStringList wrapped(Style style, const QString &text, qreal width) const;
    /// @p text on one line of at most @p width, ending in "…" where it was cut.
    QString elided(Style style, const QString &text, qreal width) const;

private:
    bool canDraw(Style style, char32_t character) const;
    char32_t drawn(Style style, char32_t character) const;

    QPaintDevice &m_device;
    std::array<QFont, static_cast<std::size_t>(Style::StyleCount)> m_fonts;
    std::vector<QFontMetricsF> m_metrics;
    mutable std::array<QHash<char32_t, bool>, static_cast<std::size_t>(Style::StyleCount)>
        m_drawable; ///< as asked so far
};

} // namespace tb::pdf
