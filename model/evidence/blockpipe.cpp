#include "model/evidence/blockpipe.h"

namespace tb {

BlockPipe::BlockPipe(int blocks, qint64 blockSize) : m_blocks(static_cast<std::size_t>(blocks))
{
    for (Block &block : m_blocks) {
        // Not value-initialised: memory that a small file never fills stays untouched and unused.
        block.data.reset(new char[static_cast<std::size_t>(blockSize)]);
        m_empty.push_back(&block);
    }
}

Block *BlockPipe::take(std::vector<Block *> &from, const bool &ended)
{
    std::unique_lock lock(m_mutex);
    m_moved.wait(lock, [&] { return m_stopped || ended || !from.empty(); });
    if (m_stopped || from.empty())
        return nullptr;
    Block *block = from.front();
    from.erase(from.begin());
    return block;
}

void BlockPipe::give(std::vector<Block *> &to, Block *block)
{
    {
        const std::lock_guard lock(m_mutex);
        to.push_back(block);
    }
    m_moved.notify_all();
}

Block *BlockPipe::takeEmpty()
{
    return take(m_empty, m_never);
}

void BlockPipe::giveFull(Block *block)
{
    give(m_full, block);
}

Block *BlockPipe::takeFull()
{
    return take(m_full, m_finished);
}

void BlockPipe::giveEmpty(Block *block)
{
    block->used = 0;
    give(m_empty, block);
}

void BlockPipe::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_moved.notify_all();
}

void BlockPipe::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_moved.notify_all();
}

} // namespace tb
