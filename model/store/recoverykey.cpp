// The raw key in a form that can be written on paper: 32 bytes of key and 3 of SHA-256 over them are 280 bits, which
// are exactly 56 digits of Crockford's base 32 (no I, L, O, U).
#include "model/store/secret.h"

#include <botan/hash.h>

namespace tb {

namespace {
constexpr QLatin1String digits("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr size_t checksumSize = 3; // bytes
constexpr size_t digitCount = 56;
constexpr size_t groupSize = 4;

Botan::secure_vector<uint8_t> withChecksum(const uint8_t *key)
{
    const auto hash = Botan::HashFunction::create_or_throw("SHA-256");
    hash->update("Trustbench recovery key");
    hash->update(key, rawKeySize);
    const Botan::secure_vector<uint8_t> digest = hash->final();
    Botan::secure_vector<uint8_t> bytes(key, key + rawKeySize);
    bytes.insert(bytes.end(), digest.begin(), digest.begin() + checksumSize);
    return bytes;
}

int digitValue(QChar letter)
{
    const QChar upper = letter.toUpper();
    if (upper == u'O')
        return 0;
    if (upper == u'I' || upper == u'L')
        return 1;
    return static_cast<int>(digits.indexOf(upper));
}

bool isSeparator(QChar letter)
{
    // U+2010 to U+2015: what word processors make of a dash.
    return letter.isSpace() || letter == u'-' || (letter >= QChar(0x2010) && letter <= QChar(0x2015));
}

Botan::secure_vector<uint8_t> pack(const Botan::secure_vector<uint8_t> &values)
{
    Botan::secure_vector<uint8_t> bytes;
    uint32_t buffer = 0;
    int bits = 0;
    for (const uint8_t value : values) {
        buffer = (buffer << 5) | value;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<uint8_t>(buffer >> bits));
            buffer &= (1U << bits) - 1U;
        }
    }
    return bytes;
}
} // namespace

QString recoveryText(const RawKey &key)
{
    if (key.isNull())
        return {};
    const Botan::secure_vector<uint8_t> bytes = withChecksum(key.data());
    QString text;
    text.reserve(digitCount + digitCount / groupSize);
    uint32_t buffer = 0;
    int bits = 0;
    size_t count = 0;
    for (const uint8_t byte : bytes) {
        buffer = (buffer << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5) {
            if (count > 0 && count % groupSize == 0)
                text.append(u'-');
            text.append(digits.at(static_cast<qsizetype>((buffer >> (bits - 5)) & 31U)));
            ++count;
        }
        buffer &= (1U << bits) - 1U;
    }
    return text;
}

Result<RawKey> parseRecoveryText(const QString &text)
{
    Botan::secure_vector<uint8_t> values;
    for (const QChar letter : text) {
        if (isSeparator(letter))
            continue;
        const int value = digitValue(letter);
        if (value < 0)
            return Error { Error::Kind::Invalid, {}, QStringLiteral("recovery key: a letter that it cannot hold") };
        values.push_back(static_cast<uint8_t>(value));
    }
    if (values.size() != digitCount)
        return Error { Error::Kind::Invalid, {}, QStringLiteral("recovery key: wrong length") };
    Botan::secure_vector<uint8_t> bytes = pack(values);
    if (bytes != withChecksum(bytes.data()))
        return Error { Error::Kind::Invalid, {}, QStringLiteral("recovery key: checksum does not match") };
    bytes.resize(rawKeySize);
    return RawKey(std::move(bytes));
}

} // namespace tb
