#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace tb {

/// While it lives, newKey() of this thread gives the keys that follow from @p seed: for a history that the program
/// makes itself, so that every run makes the same one. Never for what a person makes.
class SeededKeys
{
public:
    explicit SeededKeys(const QByteArray &seed);
    ~SeededKeys();
    Q_DISABLE_COPY_MOVE(SeededKeys)
};

} // namespace tb
