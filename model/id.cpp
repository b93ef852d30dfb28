#include "model/id.h"

#include "model/seededkeys.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>

namespace tb {

namespace {

/// The seed that this thread's keys follow from; empty outside SeededKeys.
struct Seeded
{
    QByteArray seed;
    quint64 used = 0;
};
thread_local Seeded seeded;

quint64 nextBits()
{
    if (seeded.seed.isEmpty())
        return QRandomGenerator::system()->generate64();
    const QByteArray text = seeded.seed + '/' + QByteArray::number(++seeded.used);
    return qFromBigEndian<quint64>(QCryptographicHash::hash(text, QCryptographicHash::Sha256).constData());
}

} // namespace

qint64 newKey()
{
    constexpr quint64 positive = (quint64 { 1 } << 63) - 1;
    quint64 bits = 0;
    while (bits == 0)
        bits = nextBits() & positive;
    return static_cast<qint64>(bits);
}

SeededKeys::SeededKeys(const QByteArray &seed)
{
    seeded = { seed, 0 };
}

SeededKeys::~SeededKeys()
{
    seeded = {};
}

} // namespace tb
