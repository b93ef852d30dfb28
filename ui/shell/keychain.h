#pragma once

#include "model/store/secret.h"

#include <QObject>

#include <functional>

namespace tb {

/// Whether the computer has a keychain that answers.
enum class KeychainState { Unknown, Ready, Missing };

/// Keeps the raw key of a project for this user of this computer. Everything is asynchronous, since the system may ask
/// its user first; callbacks come in the GUI thread and never after the keychain is gone. Entries go by the identity of
/// the project file (hexadecimal), which says nothing about its name, place or content.
class Keychain : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual KeychainState state() const = 0;
    /// Asks the system whether it has one; ends with stateChanged().
    virtual void probe() = 0;

    virtual void store(const QString &file, const RawKey &key, std::function<void(Status)> done) = 0;
    /// NotFound when nothing is kept for the file.
    virtual void find(const QString &file, std::function<void(Result<RawKey>)> done) = 0;
    /// Fine as well when nothing was kept.
    virtual void forget(const QString &file, std::function<void(Status)> done) = 0;

signals:
    void stateChanged();
};

} // namespace tb
