#pragma once

#include "ui/common/recordsource.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace tb {

/// Asks why controls do not apply and who approved that; an auditor wants both.
class NotApplicableDialog final : public QDialog
{
    Q_OBJECT

public:
    NotApplicableDialog(int controls, const QList<Choice> &people, QWidget *parent = nullptr);

signals:
    void agreed(const QString &reason, qint64 approver);

private:
    QPlainTextEdit *m_reason; // child
    QComboBox *m_approver; // child
    QPushButton *m_agree; // child
};

} // namespace tb
