#pragma once

#include "reports/pagecolours.h"
#include "reports/paint/glyph.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <variant>

/// What stands where on the pages of a report, in points from the top left corner, before anything is painted.
namespace tb::pdf {

/// The type styles of the reports (ui/UI.md, section 11).
enum class Style {
    CoverTitle,
    CoverSubtitle,
    Heading,
    SubHeading,
    Body,
    BodyStrong,
    Quiet,
    Table,
    TableStrong,
    Detail,
    Mono,
    Running,
    RunningMono,
    StyleCount,
};

enum class Paper { A4, Letter };

/// Where things go on a page, in points.
struct Geometry
{
    qreal width = 0;
    qreal height = 0;
    qreal left = 0; ///< binding edge
    qreal right = 0; ///< x of the right margin
    qreal headerBase = 0; ///< baseline
    qreal headerRule = 0;
    qreal top = 0; ///< of the body
    qreal bottom = 0; ///< of the body
    qreal footerRule = 0;
    qreal footerBase = 0;

    qreal bodyWidth() const { return right - left; }
    qreal bodyHeight() const { return bottom - top; }
};
Geometry geometryOf(Paper paper);

struct TextItem
{
    QPointF baseline; ///< of its left end
    QString text;
    Style style = Style::Body;
};
struct BoxItem
{
    QRectF box;
    QColor colour;
};
struct GlyphItem
{
    QRectF box;
    paint::Glyph glyph = paint::Glyph::None;
    QColor colour;
};
struct BarItem
{
    QRectF box;
    QList<std::pair<int, QColor>> parts;
};
using Item = std::variant<TextItem, BoxItem, GlyphItem, BarItem>;

struct Page
{
    QString section; ///< in the running header; none on the cover
    QList<Item> items;
};

/// A place that the outline, and the contents list, lead to.
struct Bookmark
{
    QString title;
    int level = 0;
    int page = 0; ///< from 0
    qreal y = 0;
};

/// A part of a page that leads to another page.
struct PageLink
{
    int page = 0;
    QRectF box;
    int targetPage = 0;
    qreal targetY = 0;
};

/// A whole report, laid out.
struct Document
{
    Geometry geometry;
    QList<Page> pages;
    QList<Bookmark> bookmarks;
    QList<PageLink> links;
    QString headerLeft;
    QString footerLeft;
    QString footerCentre;
    QString footerMono; ///< set in monospace after footerCentre
};

} // namespace tb::pdf
