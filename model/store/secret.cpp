#include "model/store/secret.h"

#include <QFile>
#include <QFileInfo>

#include <botan/hash.h>
#include <botan/mem_ops.h>
#include <botan/system_rng.h>
#include <botan/version.h>

#if BOTAN_VERSION_MAJOR >= 3
#include <botan/pwdhash.h>
#else
#include <botan/argon2.h>
#endif

namespace tb {

extern const bool freedMemoryIsWiped; // wipememory.cpp

namespace {
Botan::secure_vector<uint8_t> normalised(const QString &passphrase)
{
    QString composed = passphrase.normalized(QString::NormalizationForm_C);
    QByteArray utf8 = composed.toUtf8();
    const auto *begin = reinterpret_cast<const uint8_t *>(utf8.constData());
    Botan::secure_vector<uint8_t> bytes(begin, begin + utf8.size());
    Botan::secure_scrub_memory(utf8.data(), static_cast<size_t>(utf8.size()));
    if (composed.constData() != passphrase.constData()) // else it is the caller's own text: nothing to compose
        wipe(composed);
    return bytes;
}

const uint8_t *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const uint8_t *>(view.data());
}

Botan::secure_vector<uint8_t> argon2id(const Botan::secure_vector<uint8_t> &password, QByteArrayView secret,
                                       QByteArrayView salt, const KeyCost &cost)
{
    Botan::secure_vector<uint8_t> key(rawKeySize);
    const auto *text = reinterpret_cast<const char *>(password.data());
    const auto saltLength = static_cast<size_t>(salt.size());
    const auto secretLength = static_cast<size_t>(secret.size());
#if BOTAN_VERSION_MAJOR >= 3
    const auto family = Botan::PasswordHashFamily::create_or_throw("Argon2id");
    const auto hash = family->from_params(cost.memoryKib, cost.passes, cost.lanes);
    hash->derive_key(key.data(), key.size(), text, password.size(), bytesOf(salt), saltLength, nullptr, 0,
                     bytesOf(secret), secretLength);
#else // Botan 2 takes Argon2's secret only through the plain function
    constexpr uint8_t argon2idVariant = 2;
    Botan::argon2(key.data(), key.size(), text, password.size(), bytesOf(salt), saltLength, bytesOf(secret),
                  secretLength, nullptr, 0, argon2idVariant, cost.lanes, cost.memoryKib, cost.passes);
#endif
    return key;
}
} // namespace

RawKey::RawKey(Botan::secure_vector<uint8_t> bytes)
    : m_bytes(std::make_shared<const Botan::secure_vector<uint8_t>>(std::move(bytes)))
{
    Q_ASSERT(m_bytes->size() == rawKeySize);
}

RawKey RawKey::random()
{
    Botan::secure_vector<uint8_t> bytes(rawKeySize);
    Botan::system_rng().randomize(bytes.data(), bytes.size());
    return RawKey(std::move(bytes));
}

bool operator==(const RawKey &a, const RawKey &b)
{
    if (a.isNull() || b.isNull())
        return a.isNull() == b.isNull();
    return Botan::constant_time_compare(a.data(), b.data(), rawKeySize);
}

Result<RawKey> deriveKey(const QString &passphrase, QByteArrayView keyFileHash, QByteArrayView salt,
                         const KeyCost &cost)
{
    try {
        const Botan::secure_vector<uint8_t> password = normalised(passphrase);
        return RawKey(argon2id(password, keyFileHash, salt, cost));
    } catch (const std::exception &e) { // 256 MiB may not be there
        return Error { Error::Kind::Storage, {}, QString::fromUtf8(e.what()) };
    }
}

QByteArray randomSalt()
{
    QByteArray salt(saltSize, Qt::Uninitialized);
    Botan::system_rng().randomize(reinterpret_cast<uint8_t *>(salt.data()), static_cast<size_t>(salt.size()));
    return salt.replace(0, fileMagic.size(), fileMagic);
}

Result<QByteArray> keyFileHash(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return Error { Error::Kind::NotFound, path, {} };
    if (!file.open(QIODevice::ReadOnly))
        return Error { Error::Kind::Io, path, file.errorString() };
    const auto hash = Botan::HashFunction::create_or_throw("SHA-256");
    Botan::secure_vector<uint8_t> buffer(64 * 1024);
    qint64 count = 0;
    while ((count = file.read(reinterpret_cast<char *>(buffer.data()), static_cast<qint64>(buffer.size()))) > 0)
        hash->update(buffer.data(), static_cast<size_t>(count));
    if (count < 0)
        return Error { Error::Kind::Io, path, file.errorString() };
    const Botan::secure_vector<uint8_t> digest = hash->final();
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(digest.size()));
}

void wipe(QString &text)
{
    static_cast<void>(freedMemoryIsWiped);
    // Through constData: data() would detach and leave the shared original behind. A literal lies in read-only memory.
    if (!text.isEmpty() && text.data_ptr().isMutable())
        Botan::secure_scrub_memory(const_cast<QChar *>(text.constData()),
                                   static_cast<size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace tb
