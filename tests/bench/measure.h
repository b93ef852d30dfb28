#pragma once

#include "model/job.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace tb::bench {

/// A job that is never cancelled and tells nobody.
struct Quiet final : JobControl
{
    bool cancelled() const override { return false; }
    void progress(qint64, qint64, const QString &) override { }
};

/// Milliseconds of the wall that @p work takes.
inline double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

inline double quantile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(static_cast<qsizetype>(share * static_cast<double>(values.size() - 1)));
}

/// Runs @p ours and @p raw in turn, so that a slow moment of the machine falls on both, and returns the medians of both
/// and of the rounds' ratios ours/raw.
inline QJsonObject inTurn(int times, const std::function<void()> &ours, const std::function<void()> &raw)
{
    QList<double> mine;
    QList<double> theirs;
    QList<double> ratios;
    for (int i = 0; i < times; ++i) {
        mine.append(milliseconds(ours));
        theirs.append(milliseconds(raw));
        ratios.append(mine.last() / theirs.last());
    }
    return { { QStringLiteral("ours_ms"), quantile(mine, 0.5) },
             { QStringLiteral("raw_ms"), quantile(theirs, 0.5) },
             { QStringLiteral("ratio"), quantile(ratios, 0.5) } };
}

/// Stops the program with a reason: a figure of something that failed is no figure.
template <class T> T must(Result<T> result, const char *what)
{
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", what, qPrintable(result.error().detail));
        std::exit(1);
    }
    return std::move(result).value();
}

/// Forgets the peak so far, so that what ran before does not hide what comes. Linux.
void startPeak();
/// Peak resident memory of this process in MiB since startPeak().
double peakMemory();

QJsonObject benchEvidence(const QString &folder, qint64 bytes);
QJsonObject benchProject(const QString &folder);
QJsonObject benchWorkbook(const QString &folder);

} // namespace tb::bench
