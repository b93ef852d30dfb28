#pragma once

#include <QString>

namespace tb {

/// How hard a passphrase is to guess for somebody who knows how people choose them.
struct PassphraseStrength
{
    enum class Level { None, Weak, Fair, Good, Strong };
    Level level = Level::None;
    int words = 0;
    int bits = 0; ///< an estimate from above kept low: repeated, keyboard-row and counted characters hardly count
};

/// Words of letters count as chosen from a list of 7,776 (12.9 bits) or by their letters, whichever is less; what is
/// left counts by its kind of character. Strong from 64 bits, good from 50, fair from 36.
PassphraseStrength strengthOf(const QString &passphrase);

/// Five made-up, speakable words and a number of two digits: 84 bits from the system's generator, and no dictionary.
QString suggestPassphrase();

} // namespace tb
