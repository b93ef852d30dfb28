#pragma once

#include "model/search/textsource.h"

#include <atomic>

namespace tb {

/// Takes every file for text in Latin-1, and does what a test wants of it.
class PlainTextSource final : public TextSource
{
public:
    int version() const override { return madeVersion; }
    Result<TextOutcome> read(const TextFile &file, QIODevice &bytes, JobControl &job, const TextSink &sink) override
    {
        Q_UNUSED(job)
        ++files;
        names.append(file.name);
        for (QByteArray block = bytes.read(blockSize); !block.isEmpty(); block = bytes.read(blockSize)) {
            if (onBlock)
                onBlock();
            if (const Status taken = sink(QString::fromLatin1(block)); !taken)
                return taken.error();
        }
        return outcomes.value(file.name);
    }

    int madeVersion = 1;
    qint64 blockSize = 30'000;
    int files = 0;
    QStringList names;
    QHash<QString, TextOutcome> outcomes; ///< by file name; Whole without one
    std::function<void()> onBlock;
};

} // namespace tb
