#include "app/settings.h"

#include <QStandardPaths>

namespace tb {

namespace {

QString projectKey(const QString &file, const QString &key)
{
    return QStringLiteral("project/%1/%2").arg(file, key);
}

} // namespace

Settings::Settings(const QString &path) : m_file(path, QSettings::IniFormat) { }

QVariant Settings::ofProject(const QString &file, const QString &key) const
{
    return m_file.value(projectKey(file, key));
}

void Settings::setOfProject(const QString &file, const QString &key, const QVariant &value)
{
    m_file.setValue(projectKey(file, key), value);
}

QVariantMap Settings::group(const QString &name) const
{
    return m_file.value(name).toMap();
}

void Settings::setGroup(const QString &name, const QVariantMap &values)
{
    m_file.setValue(name, values);
}

QString Settings::standardPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/trustbench/trustbench.ini");
}

} // namespace tb
