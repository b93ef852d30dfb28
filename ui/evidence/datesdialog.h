#pragma once

#include "model/subjects.h"

#include <QDialog>

namespace tb {

class FormField;

/// Asks for the three dates of several items at once; what is left empty stays as it is.
class DatesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DatesDialog(int items, QWidget *parent = nullptr);

signals:
    void chosen(const QList<tb::FieldValue> &values);

private:
    void report();

    QList<FormField *> m_fields; // children
};

} // namespace tb
