#pragma once

#include "ui/shell/keychain.h"

#include <QHash>

namespace tb {

/// A keychain that lasts as long as the program: for pictures and tests.
class MemoryKeychain final : public Keychain
{
    Q_OBJECT

public:
    explicit MemoryKeychain(KeychainState state = KeychainState::Ready, QObject *parent = nullptr)
        : Keychain(parent)
        , m_found(state)
    { }

    KeychainState state() const override { return m_state; }
    void probe() override
    {
        m_state = m_found;
        emit stateChanged();
    }
    void store(const QString &file, const RawKey &key, std::function<void(Status)> done) override
    {
        m_keys.insert(file, key);
        done(Ok {});
    }
    void find(const QString &file, std::function<void(Result<RawKey>)> done) override
    {
        if (m_keys.contains(file))
            done(m_keys.value(file));
        else
            done(Error { Error::Kind::NotFound, file, {} });
    }
    void forget(const QString &file, std::function<void(Status)> done) override
    {
        m_keys.remove(file);
        done(Ok {});
    }
    qsizetype size() const { return m_keys.size(); }

private:
    KeychainState m_found;
    KeychainState m_state = KeychainState::Unknown;
    QHash<QString, RawKey> m_keys;
};

} // namespace tb
