#pragma once

#include "ui/common/appearance.h"

namespace tb {

/// What the settings dialog edits; the application keeps it.
struct Preferences
{
    Appearance::Mode mode = Appearance::Mode::System;
    int textSize = 13; ///< pixels
    bool keepRecent = true;
    bool namesBeforeUnlocking = false;
    int idleLockMinutes = 15; ///< 0: never
    bool lockWithScreen = true;
    bool offerKeychain = true;

    bool operator==(const Preferences &) const = default;
};

} // namespace tb
