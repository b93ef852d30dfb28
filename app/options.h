#pragma once

#include <QByteArray>
#include <QString>

namespace tb {

/// A setting: its key, and what holds until the user says otherwise.
template <class T> struct Option
{
    const char *key;
    T fallback;
};

/// Every setting of the program, each declared once. None may hold a secret or a word out of a project.
namespace options {

inline const Option<QString> appearance { "view/appearance", QStringLiteral("system") }; ///< system, light, dark
inline constexpr Option<int> textSize { "view/text_size", 13 }; ///< pixels
inline constexpr Option<bool> keepRecent { "start/keep_recent", true };
inline constexpr Option<bool> namesBeforeUnlocking { "start/names_before_unlocking", false };
inline constexpr Option<int> idleLockMinutes { "lock/idle_minutes", 15 }; ///< 0: never
inline constexpr Option<bool> lockWithScreen { "lock/with_screen", true };
inline constexpr Option<bool> offerKeychain { "keychain/offer", true };
inline const Option<QByteArray> windowGeometry { "window/geometry", {} };
inline const Option<QString> lastPane { "window/pane", {} };
inline const Option<QString> lastFolder { "window/folder", {} }; ///< of the last project file opened or made

} // namespace options
} // namespace tb
