#pragma once

#include "ui/common/recordsource.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace tb {

class RecordHeader;

/// Widths, order and visibility of a record table's columns: the flexible one takes what is left, the least needed
/// ones give way when that is too little, and what the person set is kept by column id.
class ColumnLayout : public QObject
{
    Q_OBJECT

public:
    ColumnLayout(RecordHeader &header, const QList<ColumnInfo> &columns);

    void setBoxShown(bool shown);
    void setShown(const QString &column, bool shown);
    bool shown(const QString &column) const;
    void fit(int width); ///< lays the columns out over @p width pixels
    QList<int> chosen() const; ///< columns that the person chose to see

    QVariantMap state() const;
    void apply(const QVariantMap &state);

signals:
    void changedByPerson();
    void chosenChanged();

private:
    void sectionResized(int section, int before, int after);
    int wantedWidth(int column) const;
    bool defaultShown(const ColumnInfo &column) const { return !column.optional; }

    RecordHeader &m_header;
    const QList<ColumnInfo> &m_columns;
    QHash<QString, int> m_widths; ///< pixels, as the person set them
    QHash<QString, bool> m_chosen; ///< differs from the default
    bool m_boxShown = true;
    bool m_fitting = false;
    int m_width = 0;
};

} // namespace tb
