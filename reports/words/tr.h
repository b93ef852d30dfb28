#pragma once

#include <QCoreApplication>

namespace tb::words {

/// The translation context of every sentence in this folder.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// "1 control" or "6 controls": @p one for exactly one, else @p many with its %n filled in. Both are looked up with the
/// number, so that a language with more than two forms has them; without a translation English still reads right.
inline QString counted(qsizetype n, const char *one, const char *many)
{
    return Say::tr(n == 1 ? one : many, nullptr, static_cast<int>(n));
}

} // namespace tb::words
