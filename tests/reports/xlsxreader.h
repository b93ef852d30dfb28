#pragma once

#include <QFile>
#include <QHash>
#include <QMap>
#include <QXmlStreamReader>

#include <archive.h>
#include <archive_entry.h>

/// Reads an xlsx back without the library that wrote it.
class XlsxReader
{
public:
    explicit XlsxReader(const QString &path)
    {
        archive *zip = archive_read_new();
        archive_read_support_format_zip(zip);
        archive_read_open_filename(zip, QFile::encodeName(path).constData(), 65536);
        archive_entry *entry = nullptr;
        while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
            QByteArray &part = parts[QString::fromUtf8(archive_entry_pathname(entry))];
            QByteArray buffer(65536, Qt::Uninitialized);
            la_ssize_t count = 0;
            while ((count = archive_read_data(zip, buffer.data(), static_cast<std::size_t>(buffer.size()))) > 0)
                part.append(buffer.constData(), count);
        }
        archive_read_free(zip);
        readStrings();
        readSheetNames();
    }

    QByteArray sheet(const QString &name) const { return parts.value(m_sheets.value(name)); }
    QStringList sheetNames() const { return m_names; }

    struct Value
    {
        QString text;
        QString type; ///< "s" for text
        int style = 0;
    };
    /// The cells of a sheet by address.
    QHash<QString, Value> cells(const QString &name) const
    {
        QHash<QString, Value> found;
        QXmlStreamReader xml(sheet(name));
        QString address;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("c")) {
                address = xml.attributes().value(QLatin1String("r")).toString();
                found[address] = { {},
                                   xml.attributes().value(QLatin1String("t")).toString(),
                                   xml.attributes().value(QLatin1String("s")).toInt() };
            } else if (xml.name() == QLatin1String("v")) {
                const QString value = xml.readElementText();
                found[address].text
                    = found[address].type == QLatin1String("s") ? m_strings.value(value.toInt()) : value;
            } else if (xml.name() == QLatin1String("f")) {
                formulas.append(address);
            }
        }
        return found;
    }
    /// The width of each column that has one, in characters, in their order.
    QList<double> columnWidths(const QString &name) const
    {
        QList<double> widths;
        QXmlStreamReader xml(sheet(name));
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("col"))
                continue;
            const auto attributes = xml.attributes();
            for (int i = attributes.value(QLatin1String("min")).toInt();
                 i <= attributes.value(QLatin1String("max")).toInt(); ++i)
                widths.append(attributes.value(QLatin1String("width")).toDouble());
        }
        return widths;
    }
    /// The kind of each data validation, by the first cell that it is for.
    QHash<QString, QString> validations(const QString &name) const
    {
        QHash<QString, QString> types;
        QXmlStreamReader xml(sheet(name));
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("dataValidation"))
                types.insert(xml.attributes().value(QLatin1String("sqref")).toString().section(QLatin1Char(':'), 0, 0),
                             xml.attributes().value(QLatin1String("type")).toString());
        }
        return types;
    }
    /// Whether the style of a cell locks it.
    bool isLocked(int style) const
    {
        QXmlStreamReader xml(parts.value(QStringLiteral("xl/styles.xml")));
        bool inside = false;
        bool locked = true;
        int index = -1;
        while (!xml.atEnd()) {
            const auto token = xml.readNext();
            if (xml.name() == QLatin1String("cellXfs"))
                inside = token == QXmlStreamReader::StartElement;
            if (!inside || token != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("xf"))
                ++index;
            else if (xml.name() == QLatin1String("protection") && index == style)
                locked = xml.attributes().value(QLatin1String("locked")) != QLatin1String("0");
        }
        return locked;
    }

    QMap<QString, QByteArray> parts;
    mutable QStringList formulas;

private:
    void readStrings()
    {
        QXmlStreamReader xml(parts.value(QStringLiteral("xl/sharedStrings.xml")));
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("t"))
                m_strings.append(xml.readElementText());
        }
    }
    void readSheetNames()
    {
        QXmlStreamReader xml(parts.value(QStringLiteral("xl/workbook.xml")));
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("sheet")) {
                m_names.append(xml.attributes().value(QLatin1String("name")).toString());
                m_sheets.insert(m_names.last(), QStringLiteral("xl/worksheets/sheet%1.xml").arg(m_names.size()));
            }
        }
    }

    QStringList m_strings;
    QStringList m_names;
    QHash<QString, QString> m_sheets;
};
