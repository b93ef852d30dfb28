#pragma once

#include "model/result.h"

#include <QByteArray>

namespace tb {

class Connection;

/// Puts @p bytes into the project inside the caller's transaction, once per content. For what the program makes itself;
/// files of people come in as a stream: see model/evidence/attach.h. Returns the SHA-256 in hex.
Result<QString> storeBytes(Connection &connection, const QByteArray &bytes);

} // namespace tb
