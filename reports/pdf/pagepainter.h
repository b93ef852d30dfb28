#pragma once

#include "model/job.h"
#include "reports/pdf/fontset.h"

class QPainter;
class QPdfWriter;

namespace tb::pdf {

/// Paints laid-out pages, with the running lines that know how many there are. Cancelled when @p job is.
Status paintDocument(QPdfWriter &writer, const Document &document, const FontSet &fonts, JobControl &job);

} // namespace tb::pdf
