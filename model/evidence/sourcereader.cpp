#include "model/evidence/sourcereader.h"

#include "model/evidence/blobs.h"
#include "model/store/sha256.h"

namespace tb {

namespace {
// While one step is written the next is read whole: with less, the writer would wait for the rest of it.
constexpr int blocksAhead = 2 * blobs::chunksPerStep;
} // namespace

SourceReader::SourceReader(SourceFile &source)
    : m_source(source)
    , m_pipe(blocksAhead, blobs::chunkSize)
    , m_thread([this] { run(); })
{ }

SourceReader::~SourceReader()
{
    m_pipe.stop();
    if (m_thread.joinable())
        m_thread.join();
}

void SourceReader::run()
{
    Sha256 hash;
    // Up to one byte beyond the size that was promised: a file that is written to may never end.
    while (m_bytes <= m_source.size()) {
        Block *block = m_pipe.takeEmpty();
        if (!block)
            return;
        block->used = m_source.read(block->data.get(), blobs::chunkSize);
        m_failed = block->used < 0;
        if (block->used <= 0)
            break;
        m_bytes += block->used;
        hash.add(block->view());
        m_pipe.giveFull(block);
    }
    m_sha256 = QString::fromLatin1(hash.result().toHex());
    m_pipe.finish();
}

std::optional<IntakeIssue> SourceReader::finish()
{
    if (m_thread.joinable())
        m_thread.join();
    if (m_failed)
        return IntakeIssue { m_source.path(), Refusal::Unreadable };
    return m_source.changed(m_bytes);
}

} // namespace tb
