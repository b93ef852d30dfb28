#pragma once

#include <QSemaphore>
#include <QThreadPool>

#include <memory>

namespace tb {

/// Lets nothing of @p pool begin until letGo(), or until it goes itself: what a test looks at meanwhile does not depend
/// on which of two threads is faster.
class HeldPool
{
public:
    explicit HeldPool(QThreadPool &pool)
    {
        pool.setMaxThreadCount(1);
        pool.start([gate = m_gate] { gate->acquire(); });
    }
    ~HeldPool() { letGo(); }
    HeldPool(const HeldPool &) = delete;
    HeldPool &operator=(const HeldPool &) = delete;

    void letGo() { m_gate->release(); }

private:
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>(); // outlives a test that fails meanwhile
};

} // namespace tb
