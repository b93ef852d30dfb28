#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <botan/secmem.h>
#include <memory>

namespace tb {

constexpr qsizetype rawKeySize = 32; ///< bytes
constexpr qsizetype saltSize = 16; ///< bytes; the first of them are fileMagic
constexpr QByteArrayView fileMagic("TBN1", 4);

/// The 256-bit key of a project file. Copies share one wiped, locked piece of memory.
class RawKey
{
public:
    RawKey() = default;
    explicit RawKey(Botan::secure_vector<uint8_t> bytes);

    static RawKey random();

    bool isNull() const { return !m_bytes; }
    const uint8_t *data() const { return m_bytes ? m_bytes->data() : nullptr; } ///< rawKeySize bytes
    friend bool operator==(const RawKey &a, const RawKey &b); ///< constant time

private:
    // shared_ptr: every connection of every thread uses the same bytes, so that they exist once.
    std::shared_ptr<const Botan::secure_vector<uint8_t>> m_bytes;
};

/// What Argon2id costs. Project files always use the default; weaker ones exist for tests that are about other things.
struct KeyCost
{
    uint32_t memoryKib = 256 * 1024;
    uint32_t passes = 3;
    uint32_t lanes = 1;
};

/// A passphrase as typed; UTF-8 in NFC, so that the same letters typed on another system give the same key.
/// @p keyFileHash: SHA-256 of the key file, or empty. @p salt: the file's first saltSize bytes. Takes about a second.
Result<RawKey> deriveKey(const QString &passphrase, QByteArrayView keyFileHash, QByteArrayView salt,
                         const KeyCost &cost = {});

QByteArray randomSalt(); ///< fileMagic and twelve random bytes

/// SHA-256 of a key file, streamed. Io or NotFound when it cannot be read.
Result<QByteArray> keyFileHash(const QString &path);

/// The raw key as 14 groups of 4 letters and digits, with a checksum: what the recovery sheet and file hold.
QString recoveryText(const RawKey &key);

/// Reads recoveryText() as a person typed it: any case, spaces and dashes, O for 0, I and L for 1. Invalid: wrong
/// length, a strange letter, or a checksum that does not match.
Result<RawKey> parseRecoveryText(const QString &text);

/// Wipes @p text in place, whether shared or not; call it when a typed passphrase is no longer needed.
void wipe(QString &text);

} // namespace tb
