#pragma once

#include "ui/common/formfield.h"

class QLineEdit;

namespace tb {

/// Several dates, separated by commas: written 2026-01-09 or as the system writes dates; the value is the stored text.
class DatesField final : public FormField
{
    Q_OBJECT

public:
    explicit DatesField(const QString &id, QWidget *parent = nullptr);
    QVariant value() const override;
    void setReadOnly(bool readOnly) override;

protected:
    void display(const QVariant &value) override;

private:
    QLineEdit *m_line;
};

} // namespace tb
