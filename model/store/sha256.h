#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace tb {

/// SHA-256 of bytes that arrive in pieces (Botan: it uses the processor's own instructions, Qt's does not).
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(QByteArrayView bytes);
    /// The 32 bytes of the digest; starts afresh.
    QByteArray result();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tb
