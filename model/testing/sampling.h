#pragma once

#include "model/testing/samplingprofile.h"
#include "model/testing/testingenums.h"

#include <QByteArray>
#include <QList>

namespace tb {

/// Positions of a population, from 1, chosen by @p method from @p seed: ascending, none twice, all when @p size reaches
/// @p populationSize. The same seed, population hash and sizes give the same positions on every platform and in every
/// version; the steps are written in model/testing/README.md so that an auditor can repeat them. Haphazard draws
/// nothing: somebody picks by hand.
///
/// @p populationHash is the hex SHA-256 of the frozen population.
QList<qint64> drawPositions(DrawMethod method, const QString &seed, const QString &populationHash,
                            qint64 populationSize, qint64 size);

/// How many items of a population are tested under a profile: all while there are at most its threshold, otherwise its
/// size, and never more than there are.
qint64 sampleSize(const SamplingProfile &profile, qint64 populationSize);

/// The stream of numbers behind a draw: SHA-256 in counter mode. Public so that a test can pin it.
class DrawStream
{
public:
    DrawStream(const QString &seed, const QString &populationHash);
    /// An evenly distributed number from 0 to @p bound − 1.
    quint64 below(quint64 bound);

private:
    quint64 next();

    QByteArray m_key;
    QByteArray m_block;
    quint64 m_counter = 0;
    int m_used = 0;
};

} // namespace tb
