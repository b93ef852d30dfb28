#pragma once

#include "reports/paint/periodbar.h"

#include <QWidget>

namespace tb {

/// The line below the evidence table: what the marks of the period bars mean.
class EvidenceLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceLegend(QWidget *parent = nullptr);
    void setToday(QDate today);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QDate m_today;
};

} // namespace tb
