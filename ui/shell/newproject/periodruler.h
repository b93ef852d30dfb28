#pragma once

#include <QDate>
#include <QWidget>

namespace tb {

/// The audit window drawn on the months around it, so that its place and length can be seen before anything exists.
class PeriodRuler final : public QWidget
{
    Q_OBJECT

public:
    explicit PeriodRuler(QWidget *parent = nullptr);
    void setPeriod(QDate from, QDate to); ///< equal for a single date; invalid: nothing
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QDate firstMonth() const;
    QDate lastMonth() const; ///< its last day

    QDate m_from;
    QDate m_to;
};

} // namespace tb
