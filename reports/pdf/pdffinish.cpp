#include "reports/pdf/pdffinish.h"

#include <QFile>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <cerrno>
#include <exception>
#include <set>

namespace tb::pdf {

namespace {

using Handle = QPDFObjectHandle;

const char *const producer = "Trustbench " TB_VERSION;

QString xmlText(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        if (c.unicode() >= 0x20)
            clean.append(c);
    }
    return clean.toHtmlEscaped();
}

/// The same facts as the information dictionary, as PDF/A wants them.
std::string metadata(const DocumentFacts &facts)
{
    const QString day = facts.date.toString(Qt::ISODate) + QStringLiteral("T00:00:00Z");
    const QString text
        = QStringLiteral(
              "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
              "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
              "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
              "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
              "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
              "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
              "<dc:format>application/pdf</dc:format>"
              "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>"
              "<dc:creator><rdf:Seq><rdf:li>%2</rdf:li></rdf:Seq></dc:creator>"
              "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%3</rdf:li></rdf:Alt></dc:description>"
              "<pdf:Producer>%4</pdf:Producer><xmp:CreatorTool>%4</xmp:CreatorTool>"
              "<xmp:CreateDate>%5</xmp:CreateDate><xmp:ModifyDate>%5</xmp:ModifyDate>"
              "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
              "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
              .arg(xmlText(facts.title), xmlText(facts.author), xmlText(facts.subject), QString::fromLatin1(producer),
                   day);
    return text.toStdString();
}

/// One pass over libqpdf's view of the file; its exceptions are caught by finishPdf.
class Finisher
{
public:
    Finisher(QPDF &pdf, const Document &document) : m_pdf(pdf), m_document(document), m_pages(pdf.getAllPages()) { }

    void addOutline();
    void addLinks();
    void setFacts(const DocumentFacts &facts);
    void nameFonts();

private:
    Handle destination(int page, qreal y) const
    {
        Handle array = Handle::newArray();
        array.appendItem(m_pages.at(static_cast<std::size_t>(page)));
        array.appendItem(Handle::newName("/XYZ"));
        array.appendItem(Handle::newReal(0.0));
        array.appendItem(Handle::newReal(m_document.geometry.height - y, 2));
        array.appendItem(Handle::newNull());
        return array;
    }
    Handle itemsFrom(int &index, int level, Handle parent);

    QPDF &m_pdf;
    const Document &m_document;
    std::vector<Handle> m_pages;
};

/// Hangs the bookmarks from @p index on, as long as they lie at @p level or deeper, below @p parent.
Handle Finisher::itemsFrom(int &index, int level, Handle parent)
{
    Handle previous;
    int count = 0;
    while (index < m_document.bookmarks.size() && m_document.bookmarks.at(index).level >= level) {
        const Bookmark &mark = m_document.bookmarks.at(index++);
        Handle item = m_pdf.makeIndirectObject(Handle::newDictionary());
        item.replaceKey("/Title", Handle::newUnicodeString(mark.title.toStdString()));
        item.replaceKey("/Parent", parent);
        item.replaceKey("/Dest", destination(mark.page, mark.y));
        if (previous.isInitialized()) {
            item.replaceKey("/Prev", previous);
            previous.replaceKey("/Next", item);
        } else {
            parent.replaceKey("/First", item);
        }
        parent.replaceKey("/Last", item);
        previous = item;
        ++count;
        if (index < m_document.bookmarks.size() && m_document.bookmarks.at(index).level > level)
            itemsFrom(index, level + 1, item);
    }
    // Deeper levels start closed.
    parent.replaceKey("/Count", Handle::newInteger(level == 0 ? count : -count));
    return parent;
}

void Finisher::addOutline()
{
    if (m_document.bookmarks.isEmpty())
        return;
    Handle outlines = m_pdf.makeIndirectObject(Handle::newDictionary());
    outlines.replaceKey("/Type", Handle::newName("/Outlines"));
    int index = 0;
    itemsFrom(index, 0, outlines);
    m_pdf.getRoot().replaceKey("/Outlines", outlines);
    m_pdf.getRoot().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
}

void Finisher::addLinks()
{
    for (const PageLink &link : m_document.links) {
        const qreal height = m_document.geometry.height;
        Handle box = Handle::newArray();
        for (const qreal side :
             { link.box.left(), height - link.box.bottom(), link.box.right(), height - link.box.top() })
            box.appendItem(Handle::newReal(side, 2));
        Handle annotation = m_pdf.makeIndirectObject(Handle::newDictionary());
        annotation.replaceKey("/Type", Handle::newName("/Annot"));
        annotation.replaceKey("/Subtype", Handle::newName("/Link"));
        annotation.replaceKey("/Rect", box);
        annotation.replaceKey("/Border", Handle::parse("[0 0 0]"));
        annotation.replaceKey("/F", Handle::newInteger(4)); // printed, as PDF/A wants
        annotation.replaceKey("/Dest", destination(link.targetPage, link.targetY));
        Handle page = m_pages.at(static_cast<std::size_t>(link.page));
        if (!page.getKey("/Annots").isArray())
            page.replaceKey("/Annots", Handle::newArray());
        page.getKey("/Annots").appendItem(annotation);
    }
}

/// Gives the embedded subsets names that do not depend on the order in which they happened to be written.
void Finisher::nameFonts()
{
    std::set<QPDFObjGen> named;
    for (Handle page : m_pages) {
        for (const auto &[key, font] : page.getKey("/Resources").getKey("/Font").ditems()) {
            Handle composite = font;
            if (!named.insert(composite.getObjGen()).second || !composite.getKey("/DescendantFonts").isArray())
                continue;
            Handle descendant = composite.getKey("/DescendantFonts").getArrayItem(0);
            const std::string face = composite.getKey("/BaseFont").getName().substr(1);
            const std::string tag { 'T', 'B', 'S', 'U', 'B', static_cast<char>('A' + (named.size() - 1) % 26) };
            const Handle name = Handle::newName("/" + tag + "+" + face.substr(face.find('+') + 1));
            composite.replaceKey("/BaseFont", name);
            descendant.replaceKey("/BaseFont", name);
            descendant.getKey("/FontDescriptor").replaceKey("/FontName", name);
        }
    }
}

void Finisher::setFacts(const DocumentFacts &facts)
{
    const std::string day = facts.date.toString(QStringLiteral("'D:'yyyyMMdd'000000Z'")).toStdString();
    Handle info = m_pdf.makeIndirectObject(Handle::newDictionary());
    info.replaceKey("/Title", Handle::newUnicodeString(facts.title.toStdString()));
    info.replaceKey("/Author", Handle::newUnicodeString(facts.author.toStdString()));
    info.replaceKey("/Subject", Handle::newUnicodeString(facts.subject.toStdString()));
    info.replaceKey("/Creator", Handle::newString(producer));
    info.replaceKey("/Producer", Handle::newString(producer));
    info.replaceKey("/CreationDate", Handle::newString(day));
    info.replaceKey("/ModDate", Handle::newString(day));
    m_pdf.getTrailer().replaceKey("/Info", info);
    m_pdf.getTrailer().removeKey("/ID"); // a random one; the writer makes one from the content

    Handle xmp = Handle::newStream(&m_pdf, metadata(facts));
    xmp.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
    xmp.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
    m_pdf.getRoot().replaceKey("/Metadata", xmp);
    m_pdf.getRoot().replaceKey("/Lang", Handle::newString("en"));
    m_pdf.getRoot().replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
}

void write(QPDF &pdf, const QByteArray &path)
{
    QPDFWriter writer(pdf, path.constData());
    writer.setNewlineBeforeEndstream(true); // without it the file is no PDF/A any more
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable); // unknown to PDF 1.4
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.write();
}

bool isWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() < 16)
        return false;
    file.seek(file.size() - 8);
    return file.readAll().contains("%%EOF");
}

} // namespace

Status finishPdf(const QString &from, const TargetFile &target, const Document &document, const DocumentFacts &facts)
{
    errno = 0;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false); // a page file that needs mending was not written whole
        pdf.processFile(QFile::encodeName(from).constData());
        Finisher finisher(pdf, document);
        finisher.addOutline();
        finisher.addLinks();
        finisher.setFacts(facts);
        finisher.nameFonts();
        write(pdf, QFile::encodeName(target.path()));
    } catch (const std::exception &failed) {
        return target.error(errno, QString::fromUtf8(failed.what()));
    }
    if (!isWhole(target.path()))
        return Error { Error::Kind::DiskFull, target.name(), QStringLiteral("incomplete file") };
    return Ok {};
}

} // namespace tb::pdf
