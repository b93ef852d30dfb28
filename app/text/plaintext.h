#pragma once

#include "app/text/texttaker.h"

#include <QStringDecoder>

namespace tb {

/// Text of any kind, as it stands: UTF-8 or UTF-16 with a mark, else UTF-8 if it is that, else Latin-1.
Result<TextOutcome> readPlainText(QIODevice &bytes, TextTaker &taker);

/// The decoder for a text that begins with @p beginning.
QStringDecoder decoderFor(QByteArrayView beginning);

} // namespace tb
