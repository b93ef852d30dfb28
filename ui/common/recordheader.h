#pragma once

#include "reports/paint/periodbar.h"

#include <QHash>
#include <QHeaderView>

namespace tb {

/// The header of a record table: a tri-state box, titles with the sort arrow beside them, months over period columns.
class RecordHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit RecordHeader(QWidget *parent = nullptr);

    void setBoxState(Qt::CheckState state);
    void setBoxShown(bool shown); ///< false: the box is not for selecting, so there is no box in the header
    void setPeriod(int section, const paint::Period &window); ///< month letters instead of the title
    QSize sizeHint() const override;

signals:
    void boxClicked();
    void sortAsked(int section);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void paintTitle(QPainter &painter, const QRect &rect, int section) const;

    Qt::CheckState m_box = Qt::Unchecked;
    bool m_boxShown = true;
    int m_pressed = -1;
    QPoint m_pressedAt;
    QHash<int, paint::Period> m_periods;
};

} // namespace tb
