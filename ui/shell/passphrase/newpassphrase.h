#pragma once

#include "model/store/secret.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QThreadPool;

namespace tb {

class Job;
class LabelledField;
class PassphraseField;
class RecoveryKey;
class StrengthMeter;

/// A passphrase to be set: typed twice or suggested, with its strength, and the recovery key that follows from it. The
/// key is derived in a job while the person reads, so that what is shown and stored here is the key of the file.
class NewPassphrase final : public QWidget
{
    Q_OBJECT

public:
    /// @p keyFileHash: of the key file that belongs to the project besides; empty: none.
    NewPassphrase(QThreadPool &pool, const KeyCost &cost, const QByteArray &keyFileHash, QWidget *parent = nullptr);
    ~NewPassphrase() override;

    /// Whether it is strong enough, repeated and its recovery key stored; otherwise says what is missing and leads
    /// there.
    bool check();
    QString passphrase() const;
    QByteArray salt() const { return m_salt; } ///< the file's to be: the key belongs to it
    RawKey key() const { return m_key; } ///< null until derived from what is typed

signals:
    void printAsked(const QString &recoveryText);
    void saveAsked(const QString &recoveryText);

private:
    QWidget *makeFields();
    void edited();
    void suggest();
    void derive();
    void derived(const Result<RawKey> &key);
    bool checkPassphrase();
    bool isRepeated() const;

    QThreadPool &m_pool;
    KeyCost m_cost;
    QByteArray m_keyFileHash;
    QByteArray m_salt;
    RawKey m_key;
    QTimer m_pause; ///< of typing, before a second of work starts
    QPointer<Job> m_job;
    PassphraseField *m_passphrase; // children from here on
    PassphraseField *m_repeat;
    LabelledField *m_first;
    LabelledField *m_second;
    StrengthMeter *m_strength;
    RecoveryKey *m_recovery;
};

} // namespace tb
