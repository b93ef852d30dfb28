#include "ui/evidence/drawingcheck.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace tb {

namespace {

/// Style text may import a sheet or name a picture.
bool namesAFile(QStringView style)
{
    const bool hasRule = style.contains(QLatin1Char('@'));
    if (hasRule && (style.contains(QLatin1Char('\\')) || style.contains(QLatin1String("@import"), Qt::CaseInsensitive)))
        return true; // an escaped letter may hide the word
    for (qsizetype at = 0; (at = style.indexOf(QLatin1String("url("), at, Qt::CaseInsensitive)) >= 0; at += 4) {
        const QStringView address = style.mid(at + 4).trimmed();
        if (!address.startsWith(QLatin1Char('#')) && !address.startsWith(QLatin1String("'#"))
            && !address.startsWith(QLatin1String("\"#")))
            return true;
    }
    return false;
}

bool isHarmless(const QXmlStreamAttribute &attribute)
{
    if (attribute.name() == QLatin1String("href") || attribute.name() == QLatin1String("src"))
        return attribute.value().startsWith(QLatin1Char('#'));
    return !namesAFile(attribute.value());
}

bool isHarmless(const QXmlStreamReader &xml)
{
    switch (xml.tokenType()) {
    case QXmlStreamReader::DTD: return !xml.text().contains(QLatin1String("<!ENTITY"));
    case QXmlStreamReader::EntityReference:
    case QXmlStreamReader::ProcessingInstruction: return false;
    case QXmlStreamReader::Characters: return !namesAFile(xml.text());
    case QXmlStreamReader::StartElement: break;
    default: return true;
    }
    if (xml.name() == QLatin1String("image") || xml.name() == QLatin1String("feImage"))
        return false;
    const bool isLink = xml.name() == QLatin1String("a"); // its address is for clicking
    const QXmlStreamAttributes attributes = xml.attributes();
    return std::all_of(attributes.cbegin(), attributes.cend(), [isLink](const QXmlStreamAttribute &attribute) {
        return (isLink && attribute.name() == QLatin1String("href")) || isHarmless(attribute);
    });
}

} // namespace

bool isSelfContained(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.hasError() && !isHarmless(xml))
            return false;
    }
    return !xml.hasError();
}

} // namespace tb
