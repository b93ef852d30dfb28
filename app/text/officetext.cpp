#include "app/text/officetext.h"

#include "app/text/zipreader.h"

#include <QXmlStreamReader>

namespace tb {

namespace {

constexpr qint64 blockSize = 1 << 16;

/// Text of one XML part of an Office file, taken from the tokens as they come.
class PartReader
{
public:
    explicit PartReader(TextTaker &taker) : m_taker(taker) { }
    virtual ~PartReader() = default;
    Q_DISABLE_COPY_MOVE(PartReader)

    /// Reads the entry that @p zip is at. False: see problem(), or ask the taker.
    bool read(ZipReader &zip);
    const QString &problem() const { return m_problem; }

protected:
    virtual void start(QStringView name, const QXmlStreamAttributes &attributes) = 0;
    virtual void end(QStringView name) = 0;

    bool m_takes = false; ///< characters are text now
    QString m_text; ///< since the last hand-over

private:
    bool takeTokens();
    bool takeToken();
    bool fail(const QString &problem)
    {
        m_problem = problem;
        return false;
    }

    TextTaker &m_taker;
    QXmlStreamReader m_xml;
    QString m_problem;
    qint64 m_sinceToken = 0; ///< bytes fed since something came of them
    int m_depth = 0;
};

bool PartReader::takeToken()
{
    switch (m_xml.tokenType()) {
    case QXmlStreamReader::DTD: // Office writes none; entities are made with it
    case QXmlStreamReader::EntityReference: return fail(QStringLiteral("it defines entities"));
    case QXmlStreamReader::StartElement:
        if (++m_depth > m_taker.limits().depth)
            return fail(QStringLiteral("its elements lie too deep"));
        start(m_xml.name(), m_xml.attributes());
        return true;
    case QXmlStreamReader::EndElement:
        --m_depth;
        end(m_xml.name());
        return true;
    case QXmlStreamReader::Characters:
        if (m_takes)
            m_text += m_xml.text();
        return true;
    default: return true;
    }
}

bool PartReader::takeTokens()
{
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError)
            break; // more is to come
        if (m_xml.hasError())
            return fail(QStringLiteral("it is not well-formed"));
        m_sinceToken = 0;
        if (!takeToken())
            return false;
    }
    if (m_sinceToken > m_taker.limits().token)
        return fail(QStringLiteral("it has a piece without an end"));
    const bool goesOn = m_taker.add(m_text);
    m_text.clear();
    return goesOn;
}

bool PartReader::read(ZipReader &zip)
{
    for (QByteArray block = zip.read(blockSize); !block.isEmpty(); block = zip.read(blockSize)) {
        m_xml.addData(block);
        m_sinceToken += block.size();
        if (!takeTokens())
            return false;
    }
    if (!zip.problem().isEmpty())
        return false;
    return m_xml.hasError() ? fail(QStringLiteral("it ends early")) : true;
}

/// A part of a Word document; a workbook's comments and shared texts are built in the same way.
class WordPart final : public PartReader
{
public:
    using PartReader::PartReader;

protected:
    void start(QStringView name, const QXmlStreamAttributes &) override
    {
        m_takes = name == QLatin1String("t");
        if (name == QLatin1String("tab") || name == QLatin1String("br") || name == QLatin1String("cr"))
            m_text += QLatin1Char(' ');
    }
    void end(QStringView name) override
    {
        m_takes = false;
        if (name == QLatin1String("p") || name == QLatin1String("si") || name == QLatin1String("comment"))
            m_text += QLatin1Char('\n');
    }
};

/// Cells of a sheet that hold their own value; names of sheets.
class SheetPart final : public PartReader
{
public:
    using PartReader::PartReader;

protected:
    void start(QStringView name, const QXmlStreamAttributes &attributes) override
    {
        if (name == QLatin1String("c"))
            m_isShared = attributes.value(QLatin1String("t")) == QLatin1String("s"); // v is a number into a list
        if (name == QLatin1String("sheet"))
            m_text += attributes.value(QLatin1String("name")).toString() + QLatin1Char('\n');
        m_takes = name == QLatin1String("t") || (name == QLatin1String("v") && !m_isShared);
    }
    void end(QStringView name) override
    {
        m_takes = false;
        if (name == QLatin1String("c"))
            m_text += QLatin1Char('\t');
        if (name == QLatin1String("row"))
            m_text += QLatin1Char('\n');
    }

private:
    bool m_isShared = false;
};

template <class Part> bool readPart(ZipReader &zip, TextTaker &taker, QString &problem)
{
    Part part(taker);
    if (part.read(zip))
        return true;
    problem = part.problem().isEmpty() ? zip.problem() : part.problem();
    return false;
}

bool isWordPart(const QByteArray &name)
{
    if (!name.startsWith("word/") || !name.endsWith(".xml") || name.count('/') > 1)
        return false;
    const QByteArray file = name.mid(5);
    for (const char *kind : { "document", "footnotes", "endnotes", "comments", "header", "footer" }) {
        if (file.startsWith(kind))
            return true;
    }
    return false;
}

using PartKind = bool (*)(ZipReader &, TextTaker &, QString &);

PartKind partOfDocx(const QByteArray &name)
{
    return isWordPart(name) ? readPart<WordPart> : nullptr;
}

PartKind partOfXlsx(const QByteArray &name)
{
    if (name == "xl/sharedStrings.xml" || (name.startsWith("xl/comments") && name.endsWith(".xml")))
        return readPart<WordPart>;
    const bool isSheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml") && name.count('/') == 2;
    return isSheet || name == "xl/workbook.xml" ? readPart<SheetPart> : nullptr;
}

Result<TextOutcome> readParts(QIODevice &bytes, TextTaker &taker, PartKind (*kindOf)(const QByteArray &))
{
    ZipReader zip(bytes, taker.limits());
    int parts = 0;
    while (taker.goesOn() && zip.next()) {
        const PartKind read = kindOf(zip.name());
        if (!read)
            continue;
        ++parts;
        QString problem;
        if (!read(zip, taker, problem) && !problem.isEmpty())
            return taker.refused(problem);
    }
    if (!zip.problem().isEmpty())
        return taker.refused(zip.problem());
    if (parts == 0 && taker.goesOn())
        return taker.refused(QStringLiteral("it has none of the parts that its kind has"));
    return taker.finished();
}

} // namespace

Result<TextOutcome> readDocx(QIODevice &bytes, TextTaker &taker)
{
    return readParts(bytes, taker, partOfDocx);
}

Result<TextOutcome> readXlsx(QIODevice &bytes, TextTaker &taker)
{
    return readParts(bytes, taker, partOfXlsx);
}

} // namespace tb
