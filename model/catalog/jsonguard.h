#pragma once

#include "model/result.h"

#include <QByteArrayView>

namespace tb {

/// What a catalogue file may hold at most. Ours stay far below; a file from elsewhere is refused, not truncated.
struct JsonLimits
{
    qint64 fileBytes = 16'777'216;
    qsizetype stringBytes = 65'536;
    qsizetype depth = 12;
};

/// Walks raw JSON once before the parser sees it and refuses what QJsonDocument would accept silently or pay dearly
/// for: text that is not UTF-8, a name given twice in one object, a string or nesting beyond \a limits. The error's
/// subject is "file: entry: field", the entry being named by its "key" where that was read already. Syntax is left to
/// the parser.
Status guardJson(QByteArrayView json, const QString &file, const JsonLimits &limits);

/// Whether \a bytes are valid UTF-8 without a null character.
bool isUtf8(QByteArrayView bytes);

} // namespace tb
