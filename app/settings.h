#pragma once

#include "app/options.h"

#include <QSettings>
#include <QVariantMap>

namespace tb {

/// The program's settings in one ini file of plain text. GUI thread; owned by app.
class Settings
{
public:
    /// Reads and writes the file at @p path; tests give one of their own.
    explicit Settings(const QString &path);

    template <class T> T value(const Option<T> &option) const
    {
        QVariant kept = m_file.value(QLatin1String(option.key));
        return kept.isValid() && kept.convert(QMetaType::fromType<T>()) ? kept.template value<T>() : option.fallback;
    }
    template <class T> void set(const Option<T> &option, const T &value)
    {
        m_file.setValue(QLatin1String(option.key), QVariant::fromValue(value));
    }

    /// What is kept per project goes by the file's identity, never by its name: @p file is hexadecimal.
    QVariant ofProject(const QString &file, const QString &key) const;
    void setOfProject(const QString &file, const QString &key, const QVariant &value);

    /// A file got another identity with its new passphrase: what is kept goes with it.
    void renameProject(const QString &from, const QString &to);

    QVariantMap group(const QString &name) const;
    void setGroup(const QString &name, const QVariantMap &values);

    /// Writes to the disk now; QSettings would wait for the event loop.
    void sync() { m_file.sync(); }
    QString path() const { return m_file.fileName(); }

    /// Where the settings of this user belong.
    static QString standardPath();

private:
    QSettings m_file;
};

} // namespace tb
