#include "reports/demofiles/settingspicture.h"

#include "reports/paint/fonts.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace tb {

namespace {

constexpr int pageWidth = 760; // pixels
constexpr int barHeight = 44;
constexpr int rowHeight = 46;
constexpr int inset = 32;
constexpr int cardTop = barHeight + 84;

const QColor ink(0x1A, 0x1F, 0x28);
const QColor quietInk(0x4B, 0x54, 0x63);
const QColor lineColour(0xCC, 0xD1, 0xD9);
const QColor backdrop(0xF3, 0xF4, 0xF6);
const QColor barColour(0x23, 0x3A, 0x5C);

QFont face(int pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font(paint::textFamily());
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

void drawBar(QPainter &painter, const DemoFile &file)
{
    painter.fillRect(0, 0, pageWidth, barHeight, barColour);
    painter.setPen(Qt::white);
    painter.setFont(face(14, QFont::DemiBold));
    // "Northquill Ledger · Identity provider · 2025-08-19": the page belongs to the system in the middle.
    const QString system = file.subtitle.section(QStringLiteral(" · "), 1, 1);
    painter.drawText(QRect(inset, 0, pageWidth - 2 * inset, barHeight), Qt::AlignVCenter, system);
    painter.setFont(face(12));
    painter.drawText(QRect(inset, 0, pageWidth - 2 * inset, barHeight), Qt::AlignVCenter | Qt::AlignRight,
                     file.subtitle.section(QStringLiteral(" · "), 2, 2));
}

void drawHeading(QPainter &painter, const DemoFile &file)
{
    painter.setPen(ink);
    painter.setFont(face(20, QFont::DemiBold));
    painter.drawText(inset, barHeight + 40, file.title.section(QLatin1Char(','), 0, 0));
    painter.setPen(quietInk);
    painter.setFont(face(12));
    painter.drawText(inset, barHeight + 62, file.subtitle);
}

void drawRow(QPainter &painter, int y, const QStringList &row)
{
    const QRect line(inset + 16, y, pageWidth - 2 * inset - 32, rowHeight);
    painter.setPen(ink);
    painter.setFont(face(13));
    painter.drawText(line, Qt::AlignVCenter, row.value(0));
    painter.setFont(face(13, QFont::Medium));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, row.value(1));
}

void drawCard(QPainter &painter, const QList<QStringList> &rows)
{
    const int height = rowHeight * static_cast<int>(rows.size());
    painter.setPen(lineColour);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(inset, cardTop, pageWidth - 2 * inset, height, 6, 6);
    for (int i = 0; i < rows.size(); ++i) {
        const int y = cardTop + i * rowHeight;
        if (i > 0) {
            painter.setPen(lineColour);
            painter.drawLine(inset, y, pageWidth - inset, y);
        }
        drawRow(painter, y, rows.at(i));
    }
}

} // namespace

QByteArray settingsPicture(const DemoFile &file)
{
    QImage image(pageWidth, cardTop + rowHeight * static_cast<int>(file.rows.size()) + inset, QImage::Format_RGB32);
    image.fill(backdrop);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBar(painter, file);
    drawHeading(painter, file);
    drawCard(painter, file.rows);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace tb
