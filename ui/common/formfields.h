#pragma once

#include "ui/common/formfield.h"
#include "ui/common/recordsource.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace tb {

class DateEdit;

/// One line of text.
class TextField final : public FormField
{
    Q_OBJECT

public:
    explicit TextField(const QString &id, QWidget *parent = nullptr);
    QVariant value() const override;
    void setReadOnly(bool readOnly) override;

protected:
    void display(const QVariant &value) override;

private:
    QLineEdit *m_line;
};

/// Text of several lines that grows with its content up to a bound.
class LongTextField final : public FormField
{
    Q_OBJECT

public:
    explicit LongTextField(const QString &id, int lines = 4, QWidget *parent = nullptr);
    QVariant value() const override;
    void setReadOnly(bool readOnly) override;

protected:
    void display(const QVariant &value) override;

private:
    QPlainTextEdit *m_text;
};

/// One of a list; commits as soon as another entry is chosen. An unknown stored value is shown as it is.
class ChoiceField final : public FormField
{
    Q_OBJECT

public:
    ChoiceField(const QString &id, const QList<Choice> &choices, QWidget *parent = nullptr);
    void setChoices(const QList<Choice> &choices);
    QVariant value() const override;
    void setReadOnly(bool readOnly) override;

protected:
    void display(const QVariant &value) override;

private:
    QComboBox *m_box;
    int m_choices = 0;
};

/// A date or nothing.
class DateField final : public FormField
{
    Q_OBJECT

public:
    explicit DateField(const QString &id, QWidget *parent = nullptr);
    QVariant value() const override;
    void setReadOnly(bool readOnly) override;

protected:
    void display(const QVariant &value) override;

private:
    DateEdit *m_date;
};

/// Short words, separated by commas; value and input are a QStringList.
class TagsField final : public FormField
{
    Q_OBJECT

public:
    explicit TagsField(const QString &id, QWidget *parent = nullptr);
    QVariant value() const override;
    void setReadOnly(bool readOnly) override;

protected:
    void display(const QVariant &value) override;

private:
    QLineEdit *m_line;
};

} // namespace tb
