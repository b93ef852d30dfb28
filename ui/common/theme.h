#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace tb {

/// What a colour says. Every tone comes as text, tint behind that text, and fill of bars.
enum class Tone { Ok, Info, Review, Warn, Bad, Neutral };

/// Colours that text, icons and outlines may ask for by role.
enum class Ink { Text, Text2, Text3, Accent, OnFill, Ok, Info, Review, Warn, Bad, Neutral };

/// Every colour of the window; no other place holds one. Plain values, see UI.md section 1 for the roles.
struct Theme
{
    enum class Kind { Light, Dark, Contrast };
    struct Shades
    {
        QColor text;
        QColor tint;
        QColor bar;
    };

    Kind kind = Kind::Light;
    QColor window, rail, surface, sunken, hover;
    QColor selection, selectionLine, line, lineStrong, field;
    QColor text, text2, text3;
    QColor accent, accentFill, dangerFill, onFill;
    QColor toast, toastText, toastAction, shadow;
    std::array<Shades, 6> tones;

    const Shades &tone(Tone tone) const { return tones.at(static_cast<std::size_t>(tone)); }
    QColor ink(Ink ink) const;
    QPalette palette() const;

    static const Theme &light();
    static const Theme &dark();
    /// Follows a high-contrast palette of the system: its own colours only; shapes and frames carry the meaning.
    static Theme contrast(const QPalette &system);
};

/// The theme of the application's present palette, so that painting follows a switch by itself. GUI thread.
const Theme &theme();

/// Ink of the text of a tone.
Ink inkOf(Tone tone);

} // namespace tb
