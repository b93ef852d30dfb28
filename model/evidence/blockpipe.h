#pragma once

#include <QByteArrayView>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace tb {

/// A chunk's worth of bytes on its way from one thread to another.
struct Block
{
    std::unique_ptr<char[]> data;
    qint64 used = 0; ///< bytes

    QByteArrayView view() const { return QByteArrayView(data.get(), used); }
};

/// A bounded queue of blocks between two threads: the producer waits when all are full, the consumer when all are
/// empty, so that a file of any size passes through the same few megabytes. The blocks belong to the pipe.
class BlockPipe
{
public:
    BlockPipe(int blocks, qint64 blockSize);

    // Producer.
    Block *takeEmpty(); ///< waits; null once stopped
    void giveFull(Block *block);
    void finish(); ///< nothing more will come

    // Consumer.
    Block *takeFull(); ///< waits; null once finished and drained, or stopped
    void giveEmpty(Block *block);

    void stop(); ///< either side: wakes both, which then get null

private:
    Block *take(std::vector<Block *> &from, const bool &ended);
    void give(std::vector<Block *> &to, Block *block);

    std::vector<Block> m_blocks;
    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_moved;
    std::vector<Block *> m_empty;
    std::vector<Block *> m_full; ///< oldest first; short, so erasing at the front is cheap
    bool m_finished = false;
    bool m_stopped = false;
    const bool m_never = false;
};

} // namespace tb
