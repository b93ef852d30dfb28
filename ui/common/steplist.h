#pragma once

#include <QWidget>

namespace tb {

/// The steps of an assistant: finished ones have a tick and a summary and can be clicked, the current one is tinted.
class StepList : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    /// @p hint: what the step is about, shown until it has a summary.
    void addStep(const QString &title, const QString &hint = {});
    void setCurrent(int step);
    void setFinished(int step, const QString &summary); ///< empty summary: finished without a line
    int current() const { return m_current; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void stepClicked(int step); ///< a finished one, or the current one

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Step
    {
        QString title;
        QString hint;
        QString summary;
        bool finished = false;
    };

    QRect rectOf(int step) const;
    int heightOf(const Step &step, int width) const;
    void paintStep(QPainter &painter, int number, const QRect &rect) const;
    void describe();

    QList<Step> m_steps;
    int m_current = 0;
};

} // namespace tb
