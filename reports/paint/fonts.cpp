#include "reports/paint/fonts.h"

#include <QDir>
#include <QFontDatabase>

namespace tb::paint {

bool loadFonts()
{
    static const bool loaded = [] {
        const QDir folder(QStringLiteral(":/fonts"));
        const QStringList faces = folder.entryList(QDir::Files);
        bool every = !faces.isEmpty();
        for (const QString &face : faces)
            every = QFontDatabase::addApplicationFont(folder.filePath(face)) >= 0 && every;
        return every;
    }();
    return loaded;
}

QString textFamily()
{
    return loadFonts() ? QStringLiteral("Inter") : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QString monoFamily()
{
    return loadFonts() ? QStringLiteral("JetBrains Mono")
                       : QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

} // namespace tb::paint
