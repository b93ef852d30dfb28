#pragma once

#include "model/evidence/attach.h"

#include <QDialog>

class QRadioButton;

namespace tb {

/// Files were dropped on an item: asks what they are to it.
class RelationDialog final : public QDialog
{
    Q_OBJECT

public:
    /// With more than one of @p files a replacement is no choice.
    RelationDialog(const Evidence &item, int files, QWidget *parent = nullptr);

signals:
    void chosen(tb::Relation relation);

private:
    QRadioButton *add(const QString &name, const QString &title, const QString &sentence);

    QRadioButton *m_next; // child
    QRadioButton *m_replacement; // child
    QRadioButton *m_separate; // child
};

} // namespace tb
