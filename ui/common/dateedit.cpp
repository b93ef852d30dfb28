#include "ui/common/dateedit.h"

#include "ui/common/metrics.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>

namespace tb {
namespace {
const QDate emptyDate(1900, 1, 1); // QDateEdit has no empty state; its minimum stands for it
}

DateEdit::DateEdit(QWidget *parent) : QDateEdit(parent)
{
    setCalendarPopup(true);
    setMinimumDate(emptyDate);
    setSpecialValueText(QStringLiteral("—"));
    setDisplayFormat(QStringLiteral("d MMM yyyy"));
    setDate(emptyDate);
}

QDate DateEdit::value() const
{
    return date() == emptyDate ? QDate() : date();
}

void DateEdit::setValue(QDate date)
{
    setDate(date.isValid() ? date : emptyDate);
}

QSize DateEdit::sizeHint() const
{
    return { QDateEdit::sizeHint().width(), metrics::control() };
}

void DateEdit::keyPressEvent(QKeyEvent *event)
{
    const bool clears = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (clears && lineEdit()->selectedText() == lineEdit()->text()) {
        setValue({});
        return;
    }
    if (value().isNull() && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        setDate(QDate::currentDate()); // stepping from nothing starts today
        return;
    }
    QDateEdit::keyPressEvent(event);
}

void DateEdit::focusInEvent(QFocusEvent *event)
{
    QDateEdit::focusInEvent(event);
    lineEdit()->selectAll();
}

} // namespace tb
