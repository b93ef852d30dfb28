#include "app/sample.h"

#include "model/demo/demoproject.h"
#include "model/store/filestorage.h"
#include "reports/demofiles/settingspicture.h"

#include <QFile>

namespace tb::sample {

QDate today()
{
    return demoDate();
}

QString passphrase()
{
    return QStringLiteral("sample lantern orbit mill");
}

Result<RawKey> make(const QString &path, JobControl &job)
{
    const auto catalog = loadCatalog();
    if (!catalog)
        return catalog.error();
    Unlock unlock;
    unlock.passphrase = passphrase();
    auto file = ProjectFile::create(path, unlock, projectFormat());
    if (!file)
        return file.error();
    const RawKey key = file.value()->key();
    auto storage = FileStorage::attach(std::move(file).value());
    if (!storage)
        return storage.error();
    const auto made = makeDemo(std::move(storage).value(), catalog.value(), &settingsPicture, job);
    if (!made) {
        QFile::remove(path);
        return made.error();
    }
    return key;
}

} // namespace tb::sample
