#include "ui/common/formfields.h"

#include "ui/common/dateedit.h"
#include "ui/common/glyphicon.h"
#include "ui/common/metrics.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace tb {

TextField::TextField(const QString &id, QWidget *parent)
    : FormField(id, new QLineEdit, parent)
    , m_line(static_cast<QLineEdit *>(editor()))
{
    connect(m_line, &QLineEdit::returnPressed, this, &FormField::commit);
}

QVariant TextField::value() const
{
    return m_line->text();
}

void TextField::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

void TextField::display(const QVariant &value)
{
    m_line->setText(value.toString());
    m_line->setCursorPosition(0);
}

LongTextField::LongTextField(const QString &id, int lines, QWidget *parent)
    : FormField(id, new QPlainTextEdit, parent)
    , m_text(static_cast<QPlainTextEdit *>(editor()))
{
    m_text->setTabChangesFocus(true);
    m_text->viewport()->setAutoFillBackground(false); // the style paints ground and rounded frame together
    m_text->document()->setDocumentMargin(5);
    m_text->setFixedHeight(lines * metrics::line() + 16);
}

QVariant LongTextField::value() const
{
    return m_text->toPlainText();
}

void LongTextField::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
}

void LongTextField::display(const QVariant &value)
{
    if (m_text->toPlainText() != value.toString())
        m_text->setPlainText(value.toString());
}

ChoiceField::ChoiceField(const QString &id, const QList<Choice> &choices, QWidget *parent)
    : FormField(id, new QComboBox, parent)
    , m_box(static_cast<QComboBox *>(editor()))
{
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    m_box->setIconSize(QSize(metrics::glyph(), metrics::glyph()));
    setChoices(choices);
    connect(m_box, &QComboBox::activated, this, &FormField::commit);
}

void ChoiceField::setChoices(const QList<Choice> &choices)
{
    const QVariant shown = value();
    m_box->clear();
    for (const Choice &choice : choices)
        m_box->addItem(choice.look.glyph == Glyph::None ? QIcon() : glyphIcon(choice.look), choice.text, choice.value);
    m_choices = static_cast<int>(choices.size());
    display(shown);
}

QVariant ChoiceField::value() const
{
    return m_box->currentData();
}

void ChoiceField::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

void ChoiceField::display(const QVariant &value)
{
    while (m_box->count() > m_choices)
        m_box->removeItem(m_choices);
    int at = m_box->findData(value);
    if (at < 0 && value.isValid() && !value.toString().isEmpty()) {
        m_box->addItem(value.toString(), value); // a value that is no longer offered must not look like another one
        at = m_box->count() - 1;
    }
    m_box->setCurrentIndex(at);
}

DateField::DateField(const QString &id, QWidget *parent)
    : FormField(id, new DateEdit, parent)
    , m_date(static_cast<DateEdit *>(editor()))
{ }

QVariant DateField::value() const
{
    return m_date->value();
}

void DateField::setReadOnly(bool readOnly)
{
    m_date->setReadOnly(readOnly);
}

void DateField::display(const QVariant &value)
{
    m_date->setValue(value.toDate());
}

TagsField::TagsField(const QString &id, QWidget *parent)
    : FormField(id, new QLineEdit, parent)
    , m_line(static_cast<QLineEdit *>(editor()))
{
    m_line->setPlaceholderText(tr("Words, separated by commas"));
    connect(m_line, &QLineEdit::returnPressed, this, &FormField::commit);
}

QVariant TagsField::value() const
{
    QStringList tags;
    for (const QString &part : m_line->text().split(u',')) {
        if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags << tag;
    }
    return tags;
}

void TagsField::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

void TagsField::display(const QVariant &value)
{
    m_line->setText(value.toStringList().join(QStringLiteral(", ")));
}

} // namespace tb
