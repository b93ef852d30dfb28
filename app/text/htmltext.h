#pragma once

#include "app/text/texttaker.h"

namespace tb {

/// The text of a page without its markup, scripts and styles. Nothing in it is loaded or run.
Result<TextOutcome> readHtml(QIODevice &bytes, TextTaker &taker);

/// The same for a page in memory.
QString textOfHtml(const QString &html);

} // namespace tb
