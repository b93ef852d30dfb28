#pragma once

#include "ui/evidence/evidencerow.h"

#include <QWidget>

class QLabel;

namespace tb {

class FlowLayout;
class InspectorForm;
class Pill;

/// The read-only facts below the preview: what the item covers and still lacks, then where its bytes came from.
class EvidenceFacts final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceFacts(QWidget *parent = nullptr);

    /// @p addedBy: who brought the file in; may be empty.
    void show(const EvidenceRow &row, const QString &addedBy);

signals:
    void recordAsked(const QString &table, qint64 id);

private:
    QLabel *addLine(InspectorForm *form, const QString &label);
    void showControls(const EvidenceRow &row);

    Pill *m_freshness; // child
    QLabel *m_covers; // child
    QLabel *m_needed; // child
    FlowLayout *m_controls; // of a child
    QWidget *m_origin; // child
    QLabel *m_file; // child
    QLabel *m_size; // child
    QLabel *m_added; // child
    QLabel *m_source; // child
    QLabel *m_hash; // child
};

/// "9f2c41d0 77be0a13 …": a hash in groups of eight that a person can compare.
QString groupedHash(const QString &sha256);

} // namespace tb
