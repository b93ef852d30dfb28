#pragma once

#include "model/store/secret.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace tb {

class Prompts;

/// The recovery key of a file: shown in groups, to be printed, copied or saved, and a box that says that this was done.
class RecoveryKey final : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryKey(QWidget *parent = nullptr);

    /// Shows @p key; a null one while there is none, with @p working when it is being worked out.
    void setKey(const RawKey &key, bool working);
    bool isStored() const;
    /// Says below the box what is missing, and leads there.
    void askToStore();

signals:
    void printAsked(const QString &recoveryText);
    void saveAsked(const QString &recoveryText);

private:
    QWidget *makeCard();

    RawKey m_key;
    QLabel *m_text; // children
    QLabel *m_note;
    QList<QPushButton *> m_buttons;
    QCheckBox *m_stored;
    QLabel *m_problem;
};

/// Asks where and writes @p recoveryText there, readable by its owner only; @p failed gets a sentence when it cannot.
void saveRecoveryKey(Prompts &prompts, QWidget *owner, const QString &recoveryText,
                     std::function<void(const QString &sentence)> failed);

} // namespace tb
