#pragma once

#include <QDate>
#include <QDateEdit>

namespace tb {

/// A date that may be empty: Delete or Backspace on the whole text clears it; the calendar opens below.
class DateEdit : public QDateEdit
{
    Q_OBJECT

public:
    explicit DateEdit(QWidget *parent = nullptr);

    QDate value() const; ///< invalid when empty
    void setValue(QDate date);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
};

} // namespace tb
