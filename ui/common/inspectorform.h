#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace tb {

class FormField;

/// Labelled fields below each other. There is no Save button: each field commits by itself.
class InspectorForm : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorForm(QWidget *parent = nullptr);

    /// Adds @p field with its label at the left, or above it when @p wide. Takes ownership; returns it.
    FormField *addField(const QString &label, FormField *field, bool wide = false);
    void addFact(const QString &label, QWidget *content); ///< a read-only row; takes ownership
    FormField *field(const QString &id) const; ///< null when unknown
    /// By field id, of record @p record. Typed text stays only in the form of the record that it was typed for.
    void setValues(const QVariantMap &values, qint64 record);
    void clear(); ///< no record is shown any more
    void commitAll(); ///< before the record is left, locked or closed

signals:
    void committed(const QString &field, const QVariant &value); ///< answer with accept or refuse of the field

private:
    QGridLayout *m_grid; // of this
    QHash<QString, FormField *> m_fields; // children
    qint64 m_record = 0; ///< whose values are shown
};

} // namespace tb
