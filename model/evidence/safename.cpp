#include "model/evidence/safename.h"

#include <QRegularExpression>

namespace tb {

namespace {

constexpr qsizetype longestName = 240; // bytes: 255 is the common limit, and " (2)" or a temporary suffix must fit
constexpr qsizetype longestSuffix = 16; // letters: what is longer after the last dot is not a suffix

bool isUnsafe(char32_t c)
{
    static const QString forbidden = QStringLiteral("/\\:*?\"<>|");
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    // Marks and overrides of direction make "gpj.exe" look like "exe.jpg"; joiners that scripts and emoji need stay.
    case QChar::Other_Format: return c != 0x200c && c != 0x200d;
    default: return c < 0x80 && forbidden.contains(QChar(static_cast<char16_t>(c)));
    }
}

QString withoutUnsafe(const QString &name)
{
    QString text;
    for (const char32_t c : name.toUcs4())
        text += isUnsafe(c) ? QStringLiteral("_") : QString::fromUcs4(&c, 1);
    return text;
}

/// Names that Windows takes for devices whatever follows the first dot.
bool isDevice(const QString &name)
{
    static const QRegularExpression devices(
        QStringLiteral("^(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    return devices.match(name).hasMatch();
}

QString trimmed(QString name)
{
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    while (name.startsWith(u' '))
        name.remove(0, 1);
    if (name.startsWith(u'.'))
        name[0] = u'_';
    return name;
}

/// The first letters of @p text that fit into @p bytes of UTF-8; no letter is cut in two.
QString cut(const QString &text, qsizetype bytes)
{
    QString kept;
    qsizetype used = 0;
    for (const char32_t c : text.toUcs4()) {
        const QString letter = QString::fromUcs4(&c, 1);
        used += letter.toUtf8().size();
        if (used > bytes)
            break;
        kept += letter;
    }
    return kept;
}

std::pair<QString, QString> split(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0 || name.size() - dot - 1 > longestSuffix)
        return { name, {} };
    return { name.left(dot), name.mid(dot) };
}

} // namespace

QString safeFileName(const QString &name)
{
    QString safe = trimmed(withoutUnsafe(name.normalized(QString::NormalizationForm_C)));
    if (isDevice(safe))
        safe.prepend(u'_');
    if (safe.toUtf8().size() > longestName) {
        const auto [base, suffix] = split(safe);
        safe = trimmed(cut(base, longestName - suffix.toUtf8().size())) + suffix;
    }
    return safe.isEmpty() ? QStringLiteral("file") : safe;
}

QString NamesInUse::folded(const QString &name)
{
    // Upper case first: it turns "ß" into "SS", as some systems do when they compare, and folding alone does not.
    return name.normalized(QString::NormalizationForm_KC)
        .toUpper()
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

QString NamesInUse::claim(const QString &wanted)
{
    QString name = wanted;
    const auto [base, suffix] = split(wanted);
    for (int number = 2; m_taken.contains(folded(name)); ++number)
        name = QStringLiteral("%1 (%2)%3").arg(base, QString::number(number), suffix); // names may hold "%1"
    add(name);
    return name;
}

} // namespace tb
