#pragma once

#include <QAbstractButton>

namespace tb {

/// One of a few exclusive choices with a line of explanation, as a framed card with a radio button.
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceCard(const QString &title, const QString &explanation, QWidget *parent = nullptr);
    void setExplanation(const QString &text);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect textRect(int width, int height) const;

    QString m_explanation;
};

} // namespace tb
