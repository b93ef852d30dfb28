#pragma once

#include <atomic>
#include <cerrno>
#include <sqlite3.h>
#include <unistd.h>

/// Lets the device under SQLite fail: the n-th read, or every write after n bytes. While it lives, for the whole
/// process.
class FailingDevice
{
public:
    FailingDevice() { intercept(true); }
    ~FailingDevice()
    {
        intercept(false);
        s_readsLeft = -1;
        s_bytesLeft = -1;
    }
    FailingDevice(const FailingDevice &) = delete;
    FailingDevice &operator=(const FailingDevice &) = delete;

    void failRead(int after) { s_readsLeft = after; } ///< negative: never
    void fillAfter(long long bytes) { s_bytesLeft = bytes; } ///< negative: never full

private:
    static ssize_t readAt(int file, void *buffer, size_t count, off_t offset)
    {
        if (s_readsLeft >= 0 && s_readsLeft-- == 0) {
            errno = EIO;
            return -1;
        }
        return pread(file, buffer, count, offset);
    }

    static ssize_t writeAt(int file, const void *buffer, size_t count, off_t offset)
    {
        if (s_bytesLeft >= 0) {
            if (s_bytesLeft < static_cast<long long>(count)) {
                errno = ENOSPC;
                return -1;
            }
            s_bytesLeft -= static_cast<long long>(count);
        }
        return pwrite(file, buffer, count, offset);
    }

    static void intercept(bool on)
    {
        sqlite3_initialize();
        sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
        const auto replace
            = [vfs](const char *name, sqlite3_syscall_ptr call) { vfs->xSetSystemCall(vfs, name, call); };
        auto *reader = reinterpret_cast<sqlite3_syscall_ptr>(&FailingDevice::readAt);
        auto *writer = reinterpret_cast<sqlite3_syscall_ptr>(&FailingDevice::writeAt);
        for (const char *name : { "pread", "pread64" })
            replace(name, on ? reader : nullptr);
        for (const char *name : { "pwrite", "pwrite64" })
            replace(name, on ? writer : nullptr);
    }

    static inline std::atomic<int> s_readsLeft = -1;
    static inline std::atomic<long long> s_bytesLeft = -1;
};
