#include "app/text/pdftext.h"

#include <QPdfDocument>
#include <QPdfSelection>

namespace tb {

Result<TextOutcome> readPdf(QIODevice &bytes, TextTaker &taker)
{
    QPdfDocument pdf;
    pdf.load(&bytes);
    if (pdf.status() != QPdfDocument::Status::Ready) {
        return taker.refused(pdf.error() == QPdfDocument::Error::IncorrectPassword
                                 ? QStringLiteral("it wants a password")
                                 : QStringLiteral("it is no PDF that can be read"));
    }
    const int pages = std::min(pdf.pageCount(), taker.limits().pages);
    if (pages < pdf.pageCount())
        taker.setCut();
    for (int page = 0; page < pages && taker.goesOn(); ++page) {
        const QString text = pdf.getAllText(page).text();
        if (!taker.add(text + QLatin1Char('\n')))
            break;
    }
    return taker.finished();
}

} // namespace tb
