#pragma once

#include "reports/paint/glyph.h"
#include "reports/paint/periodbar.h"
#include "ui/common/theme.h"

#include <QDate>
#include <QFont>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QVariant>

class QPainter;

namespace tb {

using paint::Glyph;

/// How a status looks: its shape, its tone and its word. The word comes from reports/words.
struct StatusLook
{
    Glyph glyph = Glyph::None;
    Tone tone = Tone::Neutral;
    QString text;
    bool operator==(const StatusLook &) const = default;
};

/// Evidence collected out of evidence expected.
struct SlotsCell
{
    int have = 0;
    int want = 0;
};

/// One part of a stacked status bar.
struct TonePart
{
    int count = 0;
    Tone tone = Tone::Neutral;
};
using TonePartList = QList<TonePart>;

/// A done share of 0 to 1, with the text beside it (may be empty).
struct ProgressCell
{
    double fraction = 0;
    QString text;
};

/// A due date; @c daysLate above zero is shown in bold beside it.
struct DueCell
{
    QDate date;
    QString text; ///< the date as shown; empty is a dash
    int daysLate = 0;
    bool urgent = false; ///< due within days: stronger ink
};

/// A person by initials and name.
struct PersonCell
{
    QString name;
};

/// A value before and after.
struct DiffCell
{
    QString before;
    QString after;
};

/// Two lines: a title and a smaller second line, with an optional status glyph before the title.
struct TwoLineCell
{
    QString title;
    QString detail;
    StatusLook look;
};

/// What a cell painter gets: where, on which ground, in which state. Plain values, valid during one call.
struct CellContext
{
    QRect rect; ///< without the cell's side margins
    QString text; ///< the display text
    QFont font;
    QColor ground; ///< the row's background, for cut-outs
    Qt::Alignment alignment = Qt::AlignLeft;
    bool secondary = false; ///< in the second text colour
    bool enabled = true;
};

/// Draws the content of one kind of cell. Stateless and shared by every table; derive one for a pane's own drawing.
class CellPainter
{
public:
    virtual ~CellPainter() = default;
    virtual void paint(QPainter &painter, const CellContext &cell, const QVariant &value) const = 0;
};

/// The shared painters. Each names the value type that it expects in CellRole; text needs none.
namespace cells {
const CellPainter *text();
const CellPainter *mono(); ///< hashes, cell addresses
const CellPainter *status(); ///< StatusLook
const CellPainter *evidenceSlots(); ///< SlotsCell
const CellPainter *stackedBar(); ///< TonePartList
const CellPainter *period(); ///< paint::Period
const CellPainter *progress(); ///< ProgressCell
const CellPainter *due(); ///< DueCell
const CellPainter *person(); ///< PersonCell
const CellPainter *diff(); ///< DiffCell
const CellPainter *twoLine(); ///< TwoLineCell
const CellPainter *iconText(); ///< QString: name of a bundled icon before the display text
} // namespace cells

} // namespace tb
