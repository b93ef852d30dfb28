#include "ui/common/inspectorform.h"

#include "ui/common/formfield.h"
#include "ui/common/termtips.h"
#include "ui/common/textstyle.h"

#include <QGridLayout>
#include <QLabel>

#include <utility>

namespace tb {

InspectorForm::InspectorForm(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(16, 12, 16, 12);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(0, metrics::scaled(84));
    m_grid->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // Maximum would cut where tags wrap
}

FormField *InspectorForm::addField(const QString &label, FormField *field, bool wide)
{
    auto *name = makeLabel(label, TextStyle::Small, Ink::Text2, this);
    name->setBuddy(field->editor());
    field->editor()->setAccessibleName(label);
    const int row = m_grid->rowCount();
    if (wide) {
        m_grid->addWidget(name, row, 0, 1, 2);
        m_grid->addWidget(field, row + 1, 0, 1, 2);
    } else {
        name->setMinimumHeight(metrics::control());
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(field, row, 1);
    }
    m_fields.insert(field->id(), field);
    connect(field, &FormField::committed, this, &InspectorForm::committed);
    return field;
}

void InspectorForm::addFact(const QString &label, QWidget *content)
{
    const int row = m_grid->rowCount();
    auto *name = makeLabel(label, TextStyle::Small, Ink::Text2, this);
    setTermTitle(name, label);
    if (content->layout()) // tags, whose first line shares its middle with the name
        name->setMinimumHeight(metrics::pill());
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(content, row, 1);
}

FormField *InspectorForm::field(const QString &id) const
{
    return m_fields.value(id);
}

void InspectorForm::setValues(const QVariantMap &values, qint64 record)
{
    const bool same = std::exchange(m_record, record) == record;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (FormField *field = m_fields.value(it.key()))
            same ? field->setValue(it.value()) : field->reset(it.value());
    }
}

void InspectorForm::clear()
{
    m_record = 0;
    for (FormField *field : std::as_const(m_fields))
        field->reset({});
}

void InspectorForm::commitAll()
{
    for (FormField *field : std::as_const(m_fields))
        field->commit();
}

} // namespace tb
