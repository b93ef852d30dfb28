#pragma once

#include <QSet>
#include <QString>

namespace tb {

/// @p name as a file name that Windows, macOS and Linux all take and show as what it is: NFC, no separators, control or
/// direction-changing characters, no device names (CON, LPT1 …), no leading dot, no trailing dot or space, at most
/// 240 bytes of UTF-8 with the suffix kept. Never empty.
QString safeFileName(const QString &name);

/// Hands out names that differ within one folder also where case or composition of letters does not count.
class NamesInUse
{
public:
    /// @p wanted (already safe), or "wanted (2)", "wanted (3)" … when it is taken; the result is taken from now on.
    QString claim(const QString &wanted);
    void add(const QString &name) { m_taken.insert(folded(name)); }

private:
    static QString folded(const QString &name);

    QSet<QString> m_taken;
};

} // namespace tb
