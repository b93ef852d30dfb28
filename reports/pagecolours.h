#pragma once

#include <QColor>

namespace tb::page {

/// What a colour says on paper and in sheets; the glyph or word beside it says the same.
enum class Tone { Plain, Quiet, Ok, Info, Review, Warn, Bad, Neutral };

/// The light tokens of the interface (ui/UI.md, section 1): whatever leaves the program is light.
struct ToneColours
{
    QColor text;
    QColor tint;
    QColor bar;
};

ToneColours coloursOf(Tone tone);

inline QColor text()
{
    return QColor(0x1A, 0x1F, 0x28);
}
inline QColor secondText()
{
    return QColor(0x4B, 0x54, 0x63);
}
inline QColor headerTint()
{
    return QColor(0xF3, 0xF4, 0xF6);
}
inline QColor line()
{
    return QColor(0xCC, 0xD1, 0xD9);
}
inline QColor accent()
{
    return QColor(0x1A, 0x57, 0xB8);
}
inline QColor paper()
{
    return QColor(0xFF, 0xFF, 0xFF);
}

} // namespace tb::page
