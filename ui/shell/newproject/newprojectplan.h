#pragma once

#include "model/making/projectmaking.h"
#include "model/store/secret.h"

namespace tb {

/// Everything the assistant asks for; nothing of it is written anywhere before the person says Create.
struct NewProjectPlan
{
    NewProject project;
    QString path;
    QString passphrase;
    QByteArray salt; ///< the future file's; the recovery key shown in the assistant belongs to it
    RawKey key; ///< derived from passphrase and salt
    bool remember = false; ///< in the system keychain
    int idleLockMinutes = 15; ///< 0: never
};

} // namespace tb
