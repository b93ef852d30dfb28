#include "model/store/sha256.h"

#include <botan/hash.h>

namespace tb {

struct Sha256::State
{
    std::unique_ptr<Botan::HashFunction> hash = Botan::HashFunction::create_or_throw("SHA-256");
};

Sha256::Sha256() : m_state(std::make_unique<State>()) { }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(QByteArrayView bytes)
{
    m_state->hash->update(reinterpret_cast<const uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size()));
}

QByteArray Sha256::result()
{
    QByteArray digest(static_cast<qsizetype>(m_state->hash->output_length()), '\0');
    m_state->hash->final(reinterpret_cast<uint8_t *>(digest.data()));
    return digest;
}

} // namespace tb
