#include "ui/common/valuedialog.h"

#include "ui/common/button.h"
#include "ui/common/formfield.h"
#include "ui/common/textstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tb {

ValueDialog::ValueDialog(const QString &title, const QString &label, FormField *field, const QString &action,
                         QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(metrics::scaled(360));
    QPushButton *agree = makeFooterButton(action, ButtonRole::Primary);
    agree->setObjectName(QStringLiteral("agree"));
    agree->setDefault(true);
    QPushButton *cancel = makeFooterButton(tr("Cancel"));
    auto *footer = new QHBoxLayout;
    footer->addStretch();
    footer->addWidget(cancel);
    footer->addWidget(agree);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    QLabel *asked = makeLabel(label, TextStyle::Small, Ink::Text2);
    asked->setWordWrap(true);
    layout->addWidget(asked);
    layout->addWidget(field);
    layout->addSpacing(8);
    layout->addLayout(footer);
    field->editor()->setFocus();

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(agree, &QPushButton::clicked, this, [this, field] {
        const QVariant value = field->value();
        accept();
        emit chosen(value);
    });
}

} // namespace tb
