#pragma once

#include "model/records.h"

#include <QDialog>

class QVBoxLayout;

namespace tb {

/// A record of any subject to read: its kind, its name, every field that is filled in and what it is linked to. For
/// subjects that have no pane; what has one is opened from here.
class RecordCard final : public QDialog
{
    Q_OBJECT

public:
    /// Shows the record as it is now.
    RecordCard(const Records &records, const QString &table, qint64 id, QWidget *parent = nullptr);

signals:
    void recordAsked(const QString &table, qint64 id); ///< the card is closed by then

private:
    QWidget *makeHead(const Records &records);
    QWidget *makeFields(const Records &records);
    void addLinks(const Records &records, QVBoxLayout &column);
    QWidget *linkTo(const Records &records, const QString &table, qint64 id);

    QString m_table;
    qint64 m_id;
};

} // namespace tb
