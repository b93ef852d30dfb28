#pragma once

#include <QVariant>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tb {

/// One field of an InspectorForm. It commits on being left or with Ctrl+Enter, Esc restores what was, and a refused
/// value stays in the field with the reason below. The form's owner answers committed() with accept() or refuse().
class FormField : public QWidget
{
    Q_OBJECT

public:
    FormField(const QString &id, QWidget *editor, QWidget *parent = nullptr);

    QString id() const { return m_id; }
    QWidget *editor() const { return m_editor; }
    virtual QVariant value() const = 0;
    /// Shows @p value as the stored one. What the person is typing, or what was refused, is kept.
    void setValue(const QVariant &value);
    /// Shows @p value, of another record than before: nothing is kept.
    void reset(const QVariant &value);
    virtual void setReadOnly(bool readOnly) = 0;
    void refuse(const QString &reason); ///< keeps the text, frames the field, shows the reason
    void accept(); ///< takes the shown value as stored
    QString problem() const;
    /// Whether somebody changed what was shown; an editor may show a value in other words than it is stored in.
    bool isDirty() const { return value() != m_shown; }
    void commit(); ///< now, if something changed

signals:
    void committed(const QString &field, const QVariant &value);

protected:
    virtual void display(const QVariant &value) = 0;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch();
    void showStored();
    void mark(bool wrong);

    QString m_id;
    QWidget *m_editor; // child
    QLabel *m_problem; // child
    QWidget *m_problemRow; // child
    QVBoxLayout *m_body; // of this
    QVariant m_stored;
    QVariant m_shown; ///< m_stored as the editor gives it back
    QString m_description; ///< of the editor, while the problem takes its place
};

} // namespace tb
