#pragma once

#include <QDialog>
#include <QVariant>

namespace tb {

class FormField;

/// Asks for one value in a small dialog, for bulk edits that a menu cannot offer: a date, a tag.
class ValueDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Takes ownership of @p field.
    ValueDialog(const QString &title, const QString &label, FormField *field, const QString &action,
                QWidget *parent = nullptr);

signals:
    void chosen(const QVariant &value);
};

} // namespace tb
