#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tb {

/// One step of the assistant: title, explanation, content. It knows whether what it asks for is there.
class AssistantPage : public QWidget
{
    Q_OBJECT

public:
    AssistantPage(const QString &title, const QString &explanation, QWidget *parent = nullptr);

    QString title() const { return m_title; }
    virtual QString hint() const = 0; ///< below the step's title until it is finished
    virtual QString summary() const = 0; ///< below it afterwards
    virtual void opened() { }
    /// Whether the step may be left forwards; otherwise marks what is missing and focuses the first faulty field.
    virtual bool check() = 0;

protected:
    QVBoxLayout *content() const { return m_content; }

private:
    QString m_title;
    QVBoxLayout *m_content; // of this
};

/// A label above @p field, with room for a complaint below it.
class LabelledField final : public QWidget
{
    Q_OBJECT

public:
    LabelledField(const QString &label, QWidget *field, QWidget *parent = nullptr);

    QWidget *field() const { return m_field; }
    /// Frames the field and says what is wrong; an empty @p problem takes both away.
    void setProblem(const QString &problem);

private:
    QWidget *m_field; // children
    QWidget *m_row;
    QLabel *m_problem;
};

} // namespace tb
