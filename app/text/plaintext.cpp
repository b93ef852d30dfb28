#include "app/text/plaintext.h"

namespace tb {

namespace {

constexpr qint64 blockSize = 1 << 18;

/// Whether @p bytes are UTF-8, but for a character cut off at the end.
bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder.decode(bytes);
    Q_UNUSED(text)
    return !decoder.hasError();
}

} // namespace

QStringDecoder decoderFor(QByteArrayView beginning)
{
    if (const auto marked = QStringConverter::encodingForData(beginning))
        return QStringDecoder(*marked);
    return QStringDecoder(isUtf8(beginning) ? QStringConverter::Utf8 : QStringConverter::Latin1);
}

Result<TextOutcome> readPlainText(QIODevice &bytes, TextTaker &taker)
{
    QByteArray block = bytes.read(blockSize);
    QStringDecoder decoder = decoderFor(block);
    for (; !block.isEmpty(); block = bytes.read(blockSize)) {
        const QString text = decoder.decode(block);
        if (!taker.add(text))
            break;
    }
    return taker.finished();
}

} // namespace tb
