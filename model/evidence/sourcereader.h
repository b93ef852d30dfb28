#pragma once

#include "model/evidence/blockpipe.h"
#include "model/evidence/sourcefile.h"

#include <thread>

namespace tb {

/// Reads and hashes a file in a thread of its own, a few blocks ahead of whoever stores them.
class SourceReader
{
public:
    explicit SourceReader(SourceFile &source);
    ~SourceReader(); ///< stops and waits for the thread
    Q_DISABLE_COPY_MOVE(SourceReader)

    Block *next() { return m_pipe.takeFull(); } ///< waits; null at the end, see finish()
    void release(Block *block) { m_pipe.giveEmpty(block); }

    /// Waits for the thread. Nothing when the file was read whole and did not change meanwhile.
    std::optional<IntakeIssue> finish();
    QString sha256() const { return m_sha256; } ///< hex; after finish()
    const SourceFile &source() const { return m_source; }

private:
    void run();

    SourceFile &m_source;
    BlockPipe m_pipe;
    QString m_sha256;
    qint64 m_bytes = 0;
    bool m_failed = false;
    std::thread m_thread; ///< last: starts when everything above is there
};

} // namespace tb
