#pragma once

#include "model/evidence/extract.h"

#include <QImage>
#include <QStringList>

namespace tb {

/// What can be shown of a file, decoded: plain values, made in a background thread.
struct PreviewContent
{
    enum class Kind { None, Image, Pdf, Text, Grid };

    Kind kind = Kind::None;
    QImage image; ///< the picture, or the asked page of a document
    QByteArray document; ///< of a document: its bytes, for further pages
    int page = 0;
    int pages = 0;
    QString text;
    QList<QStringList> rows; ///< of a grid; the first is the header
    bool isWhole = true; ///< false: only the beginning is shown
    QString reason; ///< of None: why there is nothing to see, as a sentence
};

/// How a file of that type is shown; None when there is no way.
PreviewContent::Kind previewKind(const Evidence &item);

/// Reads @p item and decodes what a preview shows of it: of pictures and documents at most some tens of megabytes, of
/// text the beginning. @p width in device pixels is what a document's page shall fill. What cannot be shown is not an
/// Error; an unreadable or damaged file is.
Result<PreviewContent> loadPreview(ProjectStorage &storage, const Evidence &item, int width, JobControl &job);

/// Page @p page (from 0) of @p document, @p width device pixels wide. None with a reason when it cannot be drawn.
PreviewContent renderPage(const QByteArray &document, int page, int width);

/// Text of bytes of unknown encoding: by its byte order mark, else UTF-8, else Latin-1.
QString decodeText(const QByteArray &bytes, bool isWhole);

/// The fields of delimited text (comma, semicolon, tab or bar, whichever the first line has most of), with quotes.
QList<QStringList> delimitedRows(const QString &text, int mostRows, int mostColumns);

} // namespace tb
