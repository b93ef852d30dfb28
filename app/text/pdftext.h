#pragma once

#include "app/text/texttaker.h"

namespace tb {

/// The text of a PDF, page by page. One that wants a password is refused.
Result<TextOutcome> readPdf(QIODevice &bytes, TextTaker &taker);

} // namespace tb
