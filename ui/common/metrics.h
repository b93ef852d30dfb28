#pragma once

#include <QFont>

namespace tb {

/// The text styles of the window; pixel sizes follow the chosen text size of the body.
enum class TextStyle {
    PageTitle,
    RecordTitle,
    Body,
    BodyMedium,
    BodyStrong,
    Small,
    SmallMedium,
    Micro,
    MicroStrong,
    Mono
};

/// The font of a style, derived from the application's font.
QFont textFont(TextStyle style);

/// Heights and lengths in device-independent pixels, all derived from the body font's metrics.
namespace metrics {
int line(); ///< one line of body text
int row(); ///< table and group row: 30 at text size 13
int control(); ///< button and field: 28
int header(); ///< table header: 28
int chip(); ///< 26
int pill(); ///< 22
int tag(); ///< 20
int bulkBar(); ///< 44
int paneHeader(); ///< 48
int filterBar(); ///< 40
int glyph(); ///< status glyph: 14
int icon(); ///< 16
int scaled(int pixelsAtSize13); ///< a length that grows with the text, such as a column width
} // namespace metrics

} // namespace tb
