#include "model/id.h"

#include <QRandomGenerator>

namespace tb {

qint64 newKey()
{
    constexpr quint64 positive = (quint64 { 1 } << 63) - 1;
    quint64 bits = 0;
    while (bits == 0)
        bits = QRandomGenerator::system()->generate64() & positive;
    return static_cast<qint64>(bits);
}

} // namespace tb
