#include "ui/evidence/datesdialog.h"

#include "ui/common/button.h"
#include "ui/common/formfields.h"
#include "ui/common/inspectorform.h"
#include "ui/common/textstyle.h"
#include "ui/evidence/datesfield.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tb {

DatesDialog::DatesDialog(int items, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Dates of %n item(s)", nullptr, items));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *form = new InspectorForm;
    const auto add = [&](const QString &label, FormField *field) { m_fields.append(form->addField(label, field)); };
    add(tr("Performed on"), new DatesField(QStringLiteral("performed_on")));
    add(tr("Covers from"), new DateField(QStringLiteral("covers_from")));
    add(tr("Covers to"), new DateField(QStringLiteral("covers_to")));
    add(tr("Collected on"), new DateField(QStringLiteral("collected_on")));
    QPushButton *agree = makeFooterButton(tr("Set dates"), ButtonRole::Primary);
    agree->setObjectName(QStringLiteral("agree"));
    agree->setDefault(true);
    QPushButton *cancel = makeFooterButton(tr("Cancel"));
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 0, 16, 16);
    footer->addStretch();
    footer->addWidget(cancel);
    footer->addWidget(agree);
    QLabel *words = makeLabel(tr("What stays empty is not changed."), TextStyle::Small, Ink::Text2);
    words->setContentsMargins(16, 16, 16, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(words);
    layout->addWidget(form);
    layout->addLayout(footer);
    resize(metrics::scaled(380), 0);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(agree, &QPushButton::clicked, this, &DatesDialog::report);
}

void DatesDialog::report()
{
    QList<FieldValue> values;
    for (const FormField *field : std::as_const(m_fields)) {
        if (!field->value().toString().isEmpty())
            values.append({ field->id(), field->value() });
    }
    accept();
    if (!values.isEmpty())
        emit chosen(values);
}

} // namespace tb
