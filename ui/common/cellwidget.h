#pragma once

#include "ui/common/cells.h"

#include <QWidget>

namespace tb {

/// Any cell of a table as a widget of its own: a stacked bar, a period bar, a progress line, a before and after.
class CellWidget : public QWidget
{
    Q_OBJECT

public:
    /// @p spoken is the accessible text; bars have no other.
    CellWidget(const CellPainter *painter, const QVariant &value, const QString &spoken, QWidget *parent = nullptr);

    void setValue(const QVariant &value, const QString &spoken);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const CellPainter *m_painter; ///< shared, lives as long as the program
    QVariant m_value;
};

} // namespace tb
