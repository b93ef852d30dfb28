#include "ui/evidence/datesfield.h"

#include <QDate>
#include <QLineEdit>
#include <QLocale>

namespace tb {

DatesField::DatesField(const QString &id, QWidget *parent)
    : FormField(id, new QLineEdit, parent)
    , m_line(static_cast<QLineEdit *>(editor()))
{
    m_line->setPlaceholderText(tr("such as 2026-01-09, 2026-04-08"));
    connect(m_line, &QLineEdit::returnPressed, this, &FormField::commit);
}

/// What is no date is passed on as it is, so that the refusal names it.
QVariant DatesField::value() const
{
    QStringList dates;
    for (const QString &part : m_line->text().split(u',', Qt::SkipEmptyParts)) {
        const QString text = part.simplified();
        QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid())
            date = QLocale().toDate(text, QLocale::ShortFormat);
        if (!text.isEmpty())
            dates.append(date.isValid() ? date.toString(Qt::ISODate) : text);
    }
    return dates.join(QLatin1Char(','));
}

void DatesField::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

void DatesField::display(const QVariant &value)
{
    m_line->setText(value.toString().split(u',', Qt::SkipEmptyParts).join(QStringLiteral(", ")));
    m_line->setCursorPosition(0);
}

} // namespace tb
