#pragma once

#include "app/text/texttaker.h"

namespace tb {

/// The text of a Word document: body, notes, comments, headers and footers; what was deleted under "track changes" is
/// left out.
Result<TextOutcome> readDocx(QIODevice &bytes, TextTaker &taker);

/// The text of a workbook: sheet names, texts (each once, as the file keeps them), numbers and comments. Formulas are
/// not computed; their last result is text like any other.
Result<TextOutcome> readXlsx(QIODevice &bytes, TextTaker &taker);

} // namespace tb
