#pragma once

#include "reports/pdf/page.h"
#include "reports/targetfile.h"

#include <QDate>

namespace tb::pdf {

/// What the file says of itself.
struct DocumentFacts
{
    QString title;
    QString author;
    QString subject;
    QDate date; ///< of creation; never the clock
};

/// Takes the pages at @p from and writes them to @p target's path with outline, links, properties and language, by
/// libqpdf. Still PDF/A-1b; the same pages and facts give the same bytes.
Status finishPdf(const QString &from, const TargetFile &target, const Document &document, const DocumentFacts &facts);

} // namespace tb::pdf
