#pragma once

#include "ui/common/prompts.h"

#include <QDialog>

namespace tb {

/// "Erase 3 evidence files for good?" with the safe button focused and the other one repeating the verb. Without a
/// keep text it only informs.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmDialog(const Prompts::Question &question, const QString &details = {}, QWidget *parent = nullptr);

private:
    QWidget *makeButtons(const Prompts::Question &question);
};

} // namespace tb
