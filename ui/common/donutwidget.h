#pragma once

#include "ui/common/cells.h"

#include <QWidget>

namespace tb {

/// A donut with a number in its middle. Left and right walk the segments, Enter or a click chooses one as a filter.
class DonutWidget : public QWidget
{
    Q_OBJECT

public:
    struct Segment
    {
        QString name;
        int count = 0;
        Tone tone = Tone::Neutral;
    };

    explicit DonutWidget(QWidget *parent = nullptr);

    void setSegments(const QList<Segment> &segments);
    void setCentre(const QString &number, const QString &caption); ///< "60%", "ready"
    int currentSegment() const { return m_current; }
    QSize sizeHint() const override;

signals:
    void segmentChosen(int segment);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF ring() const;
    int segmentAt(const QPointF &point) const;
    void walk(int step);

    QList<Segment> m_segments;
    QString m_number;
    QString m_caption;
    int m_current = -1;
};

} // namespace tb
