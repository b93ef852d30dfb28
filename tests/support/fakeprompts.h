#pragma once

#include "ui/common/prompts.h"

/// Prompts with canned answers; what was asked is kept for comparison.
class FakePrompts final : public tb::Prompts
{
public:
    bool agree = true;
    QStringList files; ///< answer to file questions; empty: the person closed the dialog
    QStringList asked; ///< titles, in order

    void confirm(QWidget *, const Question &question, std::function<void(bool)> answer) override
    {
        asked << question.title;
        answer(agree);
    }
    void warn(QWidget *, const QString &title, const QString &, const QString &) override { asked << title; }
    void saveFile(QWidget *, const FileQuestion &question, std::function<void(const QString &)> chosen) override
    {
        asked << question.title;
        if (!files.isEmpty())
            chosen(files.constFirst());
    }
    void openFiles(QWidget *, const FileQuestion &question, std::function<void(const QStringList &)> chosen) override
    {
        asked << question.title;
        if (!files.isEmpty())
            chosen(files);
    }
    void openFolder(QWidget *, const FileQuestion &question, std::function<void(const QString &)> chosen) override
    {
        asked << question.title;
        if (!files.isEmpty())
            chosen(files.constFirst());
    }
};
