#include "ui/common/dialogprompts.h"

#include "ui/common/confirmdialog.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace tb {
namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("tb::DialogPrompts", text);
}

} // namespace

void DialogPrompts::confirm(QWidget *owner, const Question &question, std::function<void(bool)> answer)
{
    auto *dialog = new ConfirmDialog(question, {}, owner);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, owner,
                     [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
    dialog->open();
}

void DialogPrompts::warn(QWidget *owner, const QString &title, const QString &text, const QString &details)
{
    Question question;
    question.title = title;
    question.text = text;
    question.action = words(QT_TRANSLATE_NOOP("tb::DialogPrompts", "Close"));
    question.dangerous = false;
    auto *dialog = new ConfirmDialog(question, details, owner);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QFileDialog *DialogPrompts::fileDialog(QWidget *owner, const FileQuestion &question)
{
    auto *dialog = new QFileDialog(owner, question.title, question.folder.isEmpty() ? m_lastFolder : question.folder,
                                   question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    QObject::connect(dialog, &QFileDialog::accepted, dialog,
                     [this, dialog] { m_lastFolder = dialog->directory().absolutePath(); });
    return dialog;
}

void DialogPrompts::saveFile(QWidget *owner, const FileQuestion &question, std::function<void(const QString &)> chosen)
{
    QFileDialog *dialog = fileDialog(owner, question);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(question.name);
    QObject::connect(dialog, &QFileDialog::fileSelected, owner, std::move(chosen));
    dialog->open();
}

void DialogPrompts::openFiles(QWidget *owner, const FileQuestion &question,
                              std::function<void(const QStringList &)> chosen)
{
    QFileDialog *dialog = fileDialog(owner, question);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, owner, std::move(chosen));
    dialog->open();
}

void DialogPrompts::openFolder(QWidget *owner, const FileQuestion &question,
                               std::function<void(const QString &)> chosen)
{
    QFileDialog *dialog = fileDialog(owner, question);
    dialog->setFileMode(QFileDialog::Directory);
    QObject::connect(dialog, &QFileDialog::fileSelected, owner, std::move(chosen));
    dialog->open();
}

} // namespace tb
