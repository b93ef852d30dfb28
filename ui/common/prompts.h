#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace tb {

/// Questions to the user. Nothing blocks: the answer arrives through a function, once, unless @c owner is gone by then
/// or the person closed the dialog of a file question (then it is not called). Panes get it by constructor.
class Prompts
{
public:
    /// A question about something that cannot be taken back.
    struct Question
    {
        QString title; ///< names object and count: "Erase 3 evidence files for good?"
        QString text; ///< what will happen
        QString action; ///< repeats the verb: "Erase 3 files"
        QString keep; ///< the safe way, has the focus: "Keep files"
        bool dangerous = true; ///< the action's button is red
    };
    /// A question for files or a folder.
    struct FileQuestion
    {
        QString title;
        QString folder; ///< where to start; empty: the last one used
        QString name; ///< proposed file name, for saving
        QString filter; ///< as of QFileDialog, e.g. "Excel workbook (*.xlsx)"
    };

    virtual ~Prompts() = default;
    virtual void confirm(QWidget *owner, const Question &question, std::function<void(bool agreed)> answer) = 0;
    virtual void warn(QWidget *owner, const QString &title, const QString &text, const QString &details = {}) = 0;
    virtual void saveFile(QWidget *owner, const FileQuestion &question, std::function<void(const QString &)> chosen)
        = 0;
    virtual void openFiles(QWidget *owner, const FileQuestion &question,
                           std::function<void(const QStringList &)> chosen)
        = 0;
    virtual void openFolder(QWidget *owner, const FileQuestion &question, std::function<void(const QString &)> chosen)
        = 0;
};

} // namespace tb
