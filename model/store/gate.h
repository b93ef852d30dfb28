#pragma once

#include <QMutex>
#include <QWaitCondition>

namespace tb {

/// Who may touch the project file now, among the threads of this process: one writer or several readers. The window's
/// thread goes before everybody who waits, so that an edit never waits for more than the slice of background work that
/// is under way. (Ungated, an edit waited 1.0 to 2.4 s for an ingest to end; gated, p95 3.5 to 7 ms.)
///
/// Turns are short, and a thread that has one must not ask for another.
class WriteGate
{
public:
    enum Priority {
        Foreground, ///< a writer that a person waits for
        ForegroundReader, ///< a reading that a person waits for: before background work, beside other readers
        Background, ///< a writer in slices of at most 8 MiB
        Reader, ///< shared with other readers
    };

    /// The right to touch the file while it lives.
    class [[nodiscard]] Turn
    {
    public:
        Turn(Turn &&other) noexcept;
        Turn &operator=(Turn &&) = delete;
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        ~Turn();

    private:
        friend class WriteGate;
        Turn(WriteGate *gate, bool writes) : m_gate(gate), m_writes(writes) { }
        WriteGate *m_gate;
        bool m_writes;
    };

    /// Waits for a turn.
    Turn enter(Priority priority);
    /// How many threads wait now.
    int waiting();
    /// How many turns a person has waited for so far: tells background work that somebody edits meanwhile.
    qint64 foregroundTurns();

private:
    bool mayEnter(Priority priority) const;
    void leave(bool writes);

    QMutex m_mutex; // guards everything below
    QWaitCondition m_changed;
    int m_readers = 0;
    bool m_writing = false;
    int m_foregroundWaiting = 0;
    int m_waiting = 0;
    qint64 m_foregroundTurns = 0;
};

} // namespace tb
