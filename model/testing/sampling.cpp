#include "model/testing/sampling.h"

#include <QCryptographicHash>
#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <limits>

namespace tb {

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QList<qint64> everyPosition(qint64 count)
{
    QList<qint64> positions;
    positions.reserve(count);
    for (qint64 position = 1; position <= count; ++position)
        positions.append(position);
    return positions;
}

/// The first @p size steps of a Fisher–Yates shuffle; only the places that were moved are kept in memory.
QList<qint64> randomPositions(DrawStream &stream, qint64 count, qint64 size)
{
    QHash<qint64, qint64> moved;
    QList<qint64> positions;
    for (qint64 i = 0; i < size; ++i) {
        const qint64 j = i + static_cast<qint64>(stream.below(static_cast<quint64>(count - i)));
        positions.append(moved.value(j, j) + 1);
        moved.insert(j, moved.value(i, i));
    }
    std::sort(positions.begin(), positions.end());
    return positions;
}

/// One start inside the first interval, then equal steps; the interval is count / size, so the last item is reached.
QList<qint64> systematicPositions(DrawStream &stream, qint64 count, qint64 size)
{
    const qint64 start = static_cast<qint64>(stream.below(static_cast<quint64>(count)));
    QList<qint64> positions;
    for (qint64 i = 0; i < size; ++i)
        positions.append((start + i * count) / size + 1);
    return positions;
}

} // namespace

DrawStream::DrawStream(const QString &seed, const QString &populationHash)
    : m_key(sha256(seed.normalized(QString::NormalizationForm_C).toUtf8() + '\n' + populationHash.toLatin1()))
{ }

quint64 DrawStream::next()
{
    if (m_used == m_block.size()) {
        QByteArray counter(8, '\0');
        qToBigEndian(m_counter++, counter.data());
        m_block = sha256(m_key + counter);
        m_used = 0;
    }
    const quint64 number = qFromBigEndian<quint64>(m_block.constData() + m_used);
    m_used += 8;
    return number;
}

quint64 DrawStream::below(quint64 bound)
{
    // What lies above the last whole multiple of the bound is thrown away, or small numbers would come up more often.
    const quint64 limit = std::numeric_limits<quint64>::max() - std::numeric_limits<quint64>::max() % bound;
    quint64 number = next();
    while (number >= limit)
        number = next();
    return number % bound;
}

QList<qint64> drawPositions(DrawMethod method, const QString &seed, const QString &populationHash,
                            qint64 populationSize, qint64 size)
{
    if (method == DrawMethod::Haphazard || populationSize <= 0 || size <= 0)
        return {};
    if (method == DrawMethod::All || size >= populationSize)
        return everyPosition(populationSize);
    DrawStream stream(seed, populationHash);
    return method == DrawMethod::Random ? randomPositions(stream, populationSize, size)
                                        : systematicPositions(stream, populationSize, size);
}

qint64 sampleSize(const SamplingProfile &profile, qint64 populationSize)
{
    return populationSize <= profile.testAllUpTo ? populationSize : std::min(profile.size, populationSize);
}

} // namespace tb
