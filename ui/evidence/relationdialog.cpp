#include "ui/evidence/relationdialog.h"

#include "ui/common/button.h"
#include "ui/common/textstyle.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace tb {

RelationDialog::RelationDialog(const Evidence &item, int files, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Add to “%1”").arg(item.title));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(4);
    const QString words = files == 1 ? tr("What is this file to “%1”?") : tr("What are these files to “%1”?");
    QLabel *question = makeLabel(words.arg(item.title), TextStyle::BodyMedium);
    question->setWordWrap(true);
    layout->addWidget(question);
    m_next = add(QStringLiteral("nextOccurrence"), tr("The next occurrence"),
                 tr("The control was performed another time. Keeps links and owner; asks for its own dates."));
    m_replacement = add(QStringLiteral("replacement"), tr("A replacement"),
                        tr("A better copy of the same thing. Keeps dates and links; the older one no longer counts."));
    m_separate = add(QStringLiteral("separate"), tr("Separate evidence"), tr("Something else for the same controls."));
    m_next->setChecked(true);
    m_replacement->setEnabled(files == 1);

    QPushButton *agree = makeFooterButton(tr("Add"), ButtonRole::Primary);
    agree->setObjectName(QStringLiteral("agree"));
    agree->setDefault(true);
    QPushButton *cancel = makeFooterButton(tr("Cancel"));
    auto *footer = new QHBoxLayout;
    footer->addStretch();
    footer->addWidget(cancel);
    footer->addWidget(agree);
    layout->addSpacing(12);
    layout->addLayout(footer);
    setFixedWidth(metrics::scaled(440));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(agree, &QPushButton::clicked, this, [this] {
        accept();
        emit chosen(m_next->isChecked()              ? Relation::NextOccurrence
                        : m_replacement->isChecked() ? Relation::Replacement
                                                     : Relation::None);
    });
}

QRadioButton *RelationDialog::add(const QString &name, const QString &title, const QString &sentence)
{
    auto *button = new QRadioButton(title);
    button->setObjectName(name);
    button->setAccessibleDescription(sentence);
    QLabel *words = makeLabel(sentence, TextStyle::Small, Ink::Text2);
    words->setWordWrap(true);
    words->setContentsMargins(24, 0, 0, 4);
    layout()->addWidget(button);
    layout()->addWidget(words);
    return button;
}

} // namespace tb
