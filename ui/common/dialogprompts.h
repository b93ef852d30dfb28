#pragma once

#include "ui/common/prompts.h"

class QFileDialog;

namespace tb {

/// The real questions, as window-modal dialogs opened without a nested event loop. Made by app.
class DialogPrompts final : public Prompts
{
public:
    void confirm(QWidget *owner, const Question &question, std::function<void(bool)> answer) override;
    void warn(QWidget *owner, const QString &title, const QString &text, const QString &details) override;
    void saveFile(QWidget *owner, const FileQuestion &question, std::function<void(const QString &)> chosen) override;
    void openFiles(QWidget *owner, const FileQuestion &question,
                   std::function<void(const QStringList &)> chosen) override;
    void openFolder(QWidget *owner, const FileQuestion &question, std::function<void(const QString &)> chosen) override;

private:
    QFileDialog *fileDialog(QWidget *owner, const FileQuestion &question);

    QString m_lastFolder;
};

} // namespace tb
