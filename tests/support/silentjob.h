#pragma once

#include "model/job.h"

#include <functional>
#include <limits>

/// A JobControl for tests: cancels when told, or after some reports of progress, and remembers what it was told.
class SilentJob final : public tb::JobControl
{
public:
    bool cancelled() const override { return reports > cancelAfter; }
    void progress(qint64 done, qint64 total, const QString & /*what*/) override
    {
        ++reports;
        wentBackwards = wentBackwards || done < lastDone;
        lastDone = done;
        lastTotal = total;
        if (onProgress)
            onProgress();
    }

    int cancelAfter = std::numeric_limits<int>::max(); ///< -1: cancelled from the start
    std::function<void()> onProgress;
    int reports = 0;
    qint64 lastDone = 0;
    qint64 lastTotal = 0;
    bool wentBackwards = false;
};
