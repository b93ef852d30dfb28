#include "ui/evidence/previewcontent.h"

#include "ui/evidence/drawingcheck.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QMimeDatabase>
#include <QPainter>
#include <QPdfDocument>
#include <QStringDecoder>

namespace tb {

namespace {

/// The translation context of this file.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(EvidencePreview)
};

using Kind = PreviewContent::Kind;

constexpr qint64 mostPictureBytes = 48LL << 20;
constexpr qint64 mostDocumentBytes = 64LL << 20;
constexpr qint64 mostTextBytes = 256LL << 10;
constexpr int mostDecodedMegabytes = 256;
constexpr int mostSide = 4096; ///< a picture is decoded no larger than this
constexpr QLatin1String drawingType("image/svg+xml");
constexpr int mostRows = 500;
constexpr int mostColumns = 40;

qint64 mostBytes(Kind kind)
{
    switch (kind) {
    case Kind::Image: return mostPictureBytes;
    case Kind::Pdf: return mostDocumentBytes;
    case Kind::Text:
    case Kind::Grid: return mostTextBytes;
    case Kind::None: break;
    }
    return 0;
}

PreviewContent nothing(const QString &reason)
{
    PreviewContent content;
    content.reason = reason;
    return content;
}

/// The format that the bytes themselves show. A drawing or document under another type's name is no picture: only what
/// was checked as a drawing is drawn as one.
QByteArray formatOf(QBuffer &buffer, bool isDrawing)
{
    const QByteArray format = QImageReader::imageFormat(&buffer);
    const bool isOther = format.startsWith("svg") || format == "pdf";
    return isDrawing ? QByteArray("svg") : isOther ? QByteArray() : format;
}

PreviewContent pictureOf(const QByteArray &bytes, bool isDrawing)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = formatOf(buffer, isDrawing);
    if (format.isEmpty())
        return nothing(Say::tr("This picture cannot be shown."));
    QImageReader::setAllocationLimit(mostDecodedMegabytes);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > mostSide)
        reader.setScaledSize(size.scaled(mostSide, mostSide, Qt::KeepAspectRatio));
    PreviewContent content;
    content.kind = Kind::Image;
    content.image = reader.read();
    return content.image.isNull() ? nothing(Say::tr("This picture cannot be shown.")) : content;
}

PreviewContent textOf(Kind kind, const Preview &preview)
{
    PreviewContent content;
    content.kind = kind;
    content.isWhole = preview.isWhole;
    content.text = decodeText(preview.bytes, preview.isWhole);
    if (kind == Kind::Text)
        return content;
    content.rows = delimitedRows(content.text, mostRows + 1, mostColumns);
    content.isWhole = preview.isWhole && content.rows.size() <= mostRows;
    content.rows = content.rows.mid(0, mostRows);
    content.text.clear();
    return content;
}

QChar separatorOf(const QString &text)
{
    const QStringView line = QStringView(text).left(text.indexOf(QLatin1Char('\n')));
    QChar best = QLatin1Char(',');
    for (const char candidate : { ';', '\t', '|' }) {
        if (line.count(QLatin1Char(candidate)) > line.count(best))
            best = QLatin1Char(candidate);
    }
    return best;
}

} // namespace

PreviewContent::Kind previewKind(const Evidence &item)
{
    const QString &type = item.mediaType;
    if (item.sha256.isEmpty() || item.erasedAt.isValid())
        return Kind::None;
    if (type == QLatin1String("application/pdf"))
        return Kind::Pdf;
    if (type == QLatin1String("text/csv") || type == QLatin1String("text/tab-separated-values"))
        return Kind::Grid;
    if (type.startsWith(QLatin1String("image/"))) {
        const QList<QByteArray> readable = QImageReader::imageFormatsForMimeType(type.toLatin1());
        return readable.isEmpty() && type != drawingType ? Kind::None : Kind::Image;
    }
    const QMimeType mime = QMimeDatabase().mimeTypeForName(type);
    return mime.isValid() && mime.inherits(QStringLiteral("text/plain")) ? Kind::Text : Kind::None;
}

QString decodeText(const QByteArray &bytes, bool isWhole)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    QString text = decoder(bytes);
    if (decoder.hasError() && !marked)
        text = QString::fromLatin1(bytes);
    if (!isWhole) // the last line is cut somewhere
        text.truncate(std::max<qsizetype>(text.lastIndexOf(QLatin1Char('\n')), text.size() / 2));
    return text;
}

QList<QStringList> delimitedRows(const QString &text, int mostRowCount, int mostColumnCount)
{
    const QChar separator = separatorOf(text);
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    const auto endField = [&] {
        if (row.size() < mostColumnCount)
            row.append(field);
        field.clear();
    };
    for (qsizetype i = 0; i < text.size() && rows.size() < mostRowCount; ++i) {
        const QChar c = text.at(i);
        const bool quote = c == QLatin1Char('"');
        if (quoted && quote && i + 1 < text.size() && text.at(i + 1) == c)
            field += text.at(++i);
        else if (quote && (quoted || field.isEmpty()))
            quoted = !quoted;
        else if (!quoted && c == separator)
            endField();
        else if (!quoted && c == QLatin1Char('\n')) {
            endField();
            rows.append(row);
            row.clear();
        } else if (quoted || c != QLatin1Char('\r'))
            field += c;
    }
    if (rows.size() < mostRowCount && (!field.isEmpty() || !row.isEmpty())) {
        endField();
        rows.append(row);
    }
    return rows;
}

PreviewContent renderPage(const QByteArray &document, int page, int width)
{
    QBuffer buffer;
    buffer.setData(document);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument pdf;
    pdf.load(&buffer);
    if (pdf.status() != QPdfDocument::Status::Ready)
        return nothing(pdf.error() == QPdfDocument::Error::IncorrectPassword
                           ? Say::tr("This document is protected by a password.")
                           : Say::tr("This document cannot be shown."));
    PreviewContent content;
    content.kind = Kind::Pdf;
    content.document = document;
    content.pages = pdf.pageCount();
    content.page = std::clamp(page, 0, std::max(0, content.pages - 1));
    const QSizeF size = pdf.pagePointSize(content.page);
    if (content.pages == 0 || size.isEmpty())
        return nothing(Say::tr("This document has no pages."));
    const QSizeF scaled = size.scaled(std::min(width, mostSide), 4.0 * mostSide, Qt::KeepAspectRatio);
    const QImage drawn = pdf.render(content.page, scaled.toSize().expandedTo(QSize(1, 1)));
    content.image = QImage(drawn.size(), QImage::Format_RGB32); // pages are paper: white where nothing is drawn
    content.image.fill(Qt::white);
    QPainter(&content.image).drawImage(0, 0, drawn);
    return content;
}

Result<PreviewContent> loadPreview(ProjectStorage &storage, const Evidence &item, int width, JobControl &job)
{
    Kind kind = previewKind(item);
    if (kind == Kind::None)
        return nothing(item.erasedAt.isValid() ? Say::tr("The content was erased.") : QString());
    const auto read = readPreview(storage, item, mostBytes(kind), job);
    if (!read)
        return read.error();
    const Preview &preview = read.value();
    if (job.cancelled())
        return Error { Error::Kind::Cancelled };
    const bool isDrawing = item.mediaType == drawingType;
    if (isDrawing && !isSelfContained(preview.bytes)) // looking at evidence opens no file of the reader's computer
        kind = Kind::Text;
    switch (kind) {
    case Kind::Image:
    case Kind::Pdf:
        if (!preview.isWhole)
            return nothing(Say::tr("This file is too large for a preview."));
        return kind == Kind::Pdf ? renderPage(preview.bytes, 0, width) : pictureOf(preview.bytes, isDrawing);
    case Kind::Text:
    case Kind::Grid: return textOf(kind, preview);
    case Kind::None: break;
    }
    return nothing({});
}

} // namespace tb
