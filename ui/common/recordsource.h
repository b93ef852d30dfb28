#pragma once

#include "ui/common/cells.h"

#include <QStringList>
#include <QVariant>

namespace tb {

/// How the cell of a column is edited in place.
enum class EditKind { None, Choice, Date, Text };

/// One entry of a combo editor.
struct Choice
{
    QVariant value;
    QString text;
    StatusLook look; ///< glyph before the text, when it has one
};

/// The part of a column that does not depend on the record's type.
struct ColumnInfo
{
    QString id; ///< stable, for remembered widths
    QString title;
    int width = 100; ///< at text size 13; of the flexible column the least, below which others give way
    bool flex = false; ///< takes the rest of the width; exactly one column
    int hideOrder = 0; ///< 1 hides first when there is no room; 0 never
    bool optional = false; ///< hidden until chosen in the column menu
    Qt::Alignment alignment = Qt::AlignLeft;
    bool secondary = true; ///< text 2; the main column sets false
    const CellPainter *painter = cells::text();
    EditKind edit = EditKind::None;
    bool numbered = false; ///< digit keys pick the choices of the editor
    bool spokenTitle = false; ///< accessible text is "Title: text", for statuses
    bool filterable = true; ///< its text is searched by the filter field
};

/// The key of a group: what it is known by, what is shown, where it stands.
struct GroupKey
{
    QString id;
    QString code; ///< bold, e.g. CC6.1; may be empty
    QString title;
    QVariant order; ///< number, date or text; invalid sorts by id
    bool startsClosed = false; ///< collapsed until the person opens it, or until a filter looks into it
};

/// What a group row shows beside its title.
struct GroupSummary
{
    QString count; ///< "6 controls"
    TonePartList bar; ///< may be empty
    QString trailing; ///< "3/6 ready"
    QString barColumn; ///< id of the column whose left edge the bar takes
    QString spoken; ///< accessible text; without the word expanded or collapsed
};

/// A way of grouping that a table offers.
struct GroupingInfo
{
    QString id;
    QString title;
};

/// A field that filter chips can use.
struct FilterInfo
{
    QString id;
    QString title;
};

/// Records by slot, as the table sees them. A slot never changes its record; removed records leave dead slots behind.
class RecordSource
{
public:
    virtual ~RecordSource() = default;

    virtual int slotCount() const = 0; ///< dead slots included
    virtual bool alive(int slot) const = 0;
    virtual qint64 id(int slot) const = 0;
    virtual int slotOf(qint64 id) const = 0; ///< -1 when unknown

    virtual const QList<ColumnInfo> &columns() const = 0;
    virtual QString text(int slot, int column) const = 0;
    virtual QVariant cell(int slot, int column) const = 0;
    virtual QVariant sortKey(int slot, int column) const = 0;
    virtual QVariant editValue(int slot, int column) const = 0;
    virtual QList<Choice> choices(int slot, int column) const = 0;
    virtual QString choiceNote(int slot, int column) const = 0; ///< below the choices; may be empty
    virtual bool editable(int slot, int column) const = 0;
    virtual QString toolTip(int slot, int column) const = 0;
    virtual Qt::CheckState boxState(int slot) const = 0; ///< only when the box means the record's own state
    virtual bool ownBox() const = 0; ///< the box is the record's state, not the selection

    virtual const QList<GroupingInfo> &groupings() const = 0;
    virtual QList<GroupKey> groupKeys(int slot, int grouping) const = 0;
    virtual GroupSummary summary(int grouping, const GroupKey &key, const QList<int> &members) const = 0;

    virtual const QList<FilterInfo> &filters() const = 0;
    virtual QStringList filterValues(int slot, int filter) const = 0;

    /// Who hears about changes; the table's model. At most one.
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void sourceAboutToReset() = 0;
        virtual void sourceReset() = 0;
        virtual void sourceTouched(const QList<int> &touched) = 0; ///< slots changed, added or died
    };
    void setListener(Listener *listener) { m_listener = listener; }
    void forget(const Listener *listener) { m_listener = m_listener == listener ? nullptr : m_listener; }

protected:
    Listener *listener() const { return m_listener; }

private:
    Listener *m_listener = nullptr;
};

} // namespace tb
