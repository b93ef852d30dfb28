#pragma once

#include "ui/shell/keychain.h"

namespace QKeychain {
class Job;
}

namespace tb {

/// The keychain of the desktop: Secret Service, KWallet, macOS or Windows, through QtKeychain. It never falls back to a
/// file. Owned by app.
class SystemKeychain final : public Keychain
{
    Q_OBJECT

public:
    /// @p service names the program in the keychain; tests use one of their own.
    explicit SystemKeychain(QString service = QStringLiteral("Trustbench"), QObject *parent = nullptr);

    KeychainState state() const override { return m_state; }
    void probe() override;
    void store(const QString &file, const RawKey &key, std::function<void(Status)> done) override;
    void find(const QString &file, std::function<void(Result<RawKey>)> done) override;
    void forget(const QString &file, std::function<void(Status)> done) override;

private:
    void setState(KeychainState state);
    void run(QKeychain::Job *job, const QString &file, std::function<void(QKeychain::Job *)> done);

    QString m_service;
    KeychainState m_state = KeychainState::Unknown;
};

} // namespace tb
