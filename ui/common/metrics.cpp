#include "ui/common/metrics.h"

#include "reports/paint/fonts.h"

#include <QApplication>
#include <QFontMetrics>

#include <algorithm>

namespace tb {
namespace {

int bodySize()
{
    const QFont font = QApplication::font();
    return font.pixelSize() > 0 ? font.pixelSize() : std::max(9, QFontMetrics(font).height() * 13 / 16);
}

QFont sized(int step, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPixelSize(std::max(9, bodySize() + step));
    font.setWeight(weight);
    return font;
}

} // namespace

QFont textFont(TextStyle style)
{
    switch (style) {
    case TextStyle::PageTitle: return sized(4, QFont::DemiBold);
    case TextStyle::RecordTitle: return sized(2, QFont::DemiBold);
    case TextStyle::Body: return sized(0, QFont::Normal);
    case TextStyle::BodyMedium: return sized(0, QFont::Medium);
    case TextStyle::BodyStrong: return sized(0, QFont::DemiBold);
    case TextStyle::Small: return sized(-1, QFont::Normal);
    case TextStyle::SmallMedium: return sized(-1, QFont::Medium);
    case TextStyle::Micro: return sized(-2, QFont::Normal);
    case TextStyle::MicroStrong: return sized(-2, QFont::DemiBold);
    case TextStyle::Mono: break;
    }
    QFont mono = sized(-2, QFont::Normal);
    mono.setFamily(paint::monoFamily());
    mono.setStyleHint(QFont::Monospace);
    mono.setStyleStrategy(QFont::PreferNoShaping); // what is read letter by letter is not joined to an arrow
    return mono;
}

namespace metrics {

int line()
{
    return QFontMetrics(QApplication::font()).height() + 2;
}
int row()
{
    return line() + 12;
}
int control()
{
    return line() + 10;
}
int header()
{
    return line() + 10;
}
int chip()
{
    return line() + 8;
}
int pill()
{
    return line() + 4;
}
int tag()
{
    return line() + 2;
}
int bulkBar()
{
    return control() + 16;
}
int paneHeader()
{
    return control() + 20;
}
int filterBar()
{
    return control() + 12;
}
int glyph()
{
    return scaled(14);
}
int icon()
{
    return scaled(16);
}
int scaled(int pixelsAtSize13)
{
    return (pixelsAtSize13 * bodySize() + 6) / 13;
}

} // namespace metrics
} // namespace tb
