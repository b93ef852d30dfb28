#include "model/store/gate.h"

#include <utility>

namespace tb {

WriteGate::Turn::Turn(Turn &&other) noexcept
    : m_gate(std::exchange(other.m_gate, nullptr))
    , m_writes(other.m_writes) { }

WriteGate::Turn::~Turn()
{
    if (m_gate)
        m_gate->leave(m_writes);
}

WriteGate::Turn WriteGate::enter(Priority priority)
{
    const QMutexLocker lock(&m_mutex);
    const bool foreground = priority == Foreground || priority == ForegroundReader;
    const bool reads = priority == Reader || priority == ForegroundReader;
    m_foregroundWaiting += foreground ? 1 : 0;
    m_foregroundTurns += foreground ? 1 : 0;
    ++m_waiting;
    while (!mayEnter(priority))
        m_changed.wait(&m_mutex);
    --m_waiting;
    m_foregroundWaiting -= foreground ? 1 : 0;
    if (reads)
        ++m_readers;
    else
        m_writing = true;
    return Turn(this, !reads);
}

int WriteGate::waiting()
{
    const QMutexLocker lock(&m_mutex);
    return m_waiting;
}

qint64 WriteGate::foregroundTurns()
{
    const QMutexLocker lock(&m_mutex);
    return m_foregroundTurns;
}

bool WriteGate::mayEnter(Priority priority) const
{
    if (m_writing)
        return false;
    if (priority == Foreground)
        return m_readers == 0;
    if (priority == ForegroundReader)
        return true;
    if (m_foregroundWaiting > 0)
        return false;
    return priority == Reader || m_readers == 0;
}

void WriteGate::leave(bool writes)
{
    const QMutexLocker lock(&m_mutex);
    if (writes)
        m_writing = false;
    else
        --m_readers;
    m_changed.wakeAll();
}

} // namespace tb
