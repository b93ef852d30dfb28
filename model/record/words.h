#pragma once

#include <QString>

#include <array>
#include <optional>

namespace tb {

/// The short lower-case words by which an enumeration is stored, in the order of its enumerators. Specialise per enum:
/// `static constexpr std::array all { "manual", "automated" };`. Never translated; sentences are made in reports/words.
template <class Enum> struct Words;

template <class Enum>
concept Worded = std::is_enum_v<Enum> && requires
{
    Words<Enum>::all;
};

template <Worded Enum> QString wordOf(Enum value)
{
    return QLatin1String(Words<Enum>::all.at(static_cast<std::size_t>(value)));
}

/// The word of what may not have been chosen yet; empty (not null) when nothing has.
template <Worded Enum> QString wordOf(std::optional<Enum> value)
{
    return value ? wordOf(*value) : QStringLiteral("");
}

/// The enumerator of @p word; nothing when the word is not one of them.
template <Worded Enum> std::optional<Enum> fromWord(QStringView word)
{
    for (std::size_t i = 0; i < Words<Enum>::all.size(); ++i) {
        if (word == QLatin1String(Words<Enum>::all[i]))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace tb
