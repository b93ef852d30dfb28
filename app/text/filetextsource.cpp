#include "app/text/filetextsource.h"

#include "app/text/htmltext.h"
#include "app/text/officetext.h"
#include "app/text/pdftext.h"
#include "app/text/plaintext.h"

#include <QSet>

namespace tb {

namespace {

using Reader = Result<TextOutcome> (*)(QIODevice &bytes, TextTaker &taker);

/// By the ending of the name, which is what the person sees, else by the recorded type.
Reader readerFor(const TextFile &file)
{
    static const QSet<QString> plain {
        QStringLiteral("cfg"),  QStringLiteral("conf"), QStringLiteral("csv"),      QStringLiteral("ini"),
        QStringLiteral("json"), QStringLiteral("log"),  QStringLiteral("markdown"), QStringLiteral("md"),
        QStringLiteral("text"), QStringLiteral("tsv"),  QStringLiteral("txt"),      QStringLiteral("xml"),
        QStringLiteral("yaml"), QStringLiteral("yml"),
    };
    const qsizetype dot = file.name.lastIndexOf(QLatin1Char('.'));
    const QString suffix = dot < 0 ? QString() : file.name.mid(dot + 1).toLower();
    if (suffix == QLatin1String("pdf") || file.mediaType == QLatin1String("application/pdf"))
        return readPdf;
    if (suffix == QLatin1String("docx"))
        return readDocx;
    if (suffix == QLatin1String("xlsx"))
        return readXlsx;
    if (suffix == QLatin1String("html") || suffix == QLatin1String("htm")
        || file.mediaType == QLatin1String("text/html"))
        return readHtml;
    if (plain.contains(suffix) || file.mediaType.startsWith(QLatin1String("text/")))
        return readPlainText;
    return nullptr;
}

} // namespace

Result<TextOutcome> FileTextSource::read(const TextFile &file, QIODevice &bytes, JobControl &job, const TextSink &sink)
{
    const Reader reader = readerFor(file);
    if (!reader)
        return TextOutcome { TextOutcome::Kind::NoText, {} };
    TextTaker taker(sink, job, m_limits);
    return reader(bytes, taker);
}

} // namespace tb
