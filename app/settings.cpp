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

void Settings::renameProject(const QString &from, const QString &to)
{
    m_file.beginGroup(projectKey(from, {}));
    const QStringList keys = m_file.childKeys();
    m_file.endGroup();
    for (const QString &key : keys)
        m_file.setValue(projectKey(to, key), m_file.value(projectKey(from, key)));
    m_file.remove(QStringLiteral("project/") + from);
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
