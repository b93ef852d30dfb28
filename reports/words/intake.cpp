#include "reports/words/intake.h"

#include "reports/words/tr.h"

#include <QFileInfo>

namespace tb::words {

QString refusal(Refusal reason, const QString &name)
{
    switch (reason) {
    case Refusal::Vanished: return Say::tr("%1: is not there any more").arg(name);
    case Refusal::Unreadable: return Say::tr("%1: cannot be read; check who may open it").arg(name);
    case Refusal::UnreadableFolder: return Say::tr("%1: the folder cannot be read; check who may open it").arg(name);
    case Refusal::EmptyFolder: return Say::tr("%1: the folder holds no file that could be taken").arg(name);
    case Refusal::NotAFile: return Say::tr("%1: is a pipe, device or socket, not a file").arg(name);
    case Refusal::Link: return Say::tr("%1: is a link inside a folder; add what it points to").arg(name);
    case Refusal::Hidden: return Say::tr("%1: is hidden inside a folder; add it by itself").arg(name);
    case Refusal::Empty: return Say::tr("%1: is empty, and an empty file proves nothing").arg(name);
    case Refusal::Changed: return Say::tr("%1: was written to while it was read; try again when it is done").arg(name);
    case Refusal::OpenProject: return Say::tr("%1: belongs to the project that is open").arg(name);
    case Refusal::TooDeep: return Say::tr("%1: folders within folders beyond sense").arg(name);
    }
    Q_UNREACHABLE();
}

namespace {

QString addedFiles(qsizetype count, const QString &control)
{
    if (control.isEmpty())
        return counted(count, QT_TRANSLATE_NOOP("Words", "1 file added"), QT_TRANSLATE_NOOP("Words", "%n files added"));
    return counted(count, QT_TRANSLATE_NOOP("Words", "1 file added to %1"),
                   QT_TRANSLATE_NOOP("Words", "%n files added to %1"))
        .arg(control);
}

} // namespace

QString intakeSentence(const AttachResult &result, const QString &control)
{
    QStringList parts;
    if (!result.added.isEmpty() || (result.duplicates.isEmpty() && result.refused.isEmpty()))
        parts.append(addedFiles(result.added.size(), control));
    if (result.duplicates.size() == 1)
        parts.append(Say::tr("1 file is here already as %1").arg(result.duplicates.first().code));
    else if (!result.duplicates.isEmpty())
        parts.append(Say::tr("%n files are here already", nullptr, static_cast<int>(result.duplicates.size())));
    if (!result.refused.isEmpty() && parts.isEmpty())
        parts.append(counted(result.refused.size(), QT_TRANSLATE_NOOP("Words", "1 file was not taken"),
                             QT_TRANSLATE_NOOP("Words", "%n files were not taken")));
    else if (!result.refused.isEmpty())
        parts.append(Say::tr("%n not taken", nullptr, static_cast<int>(result.refused.size())));
    return parts.join(QStringLiteral(", "));
}

QString intakeDetails(const AttachResult &result)
{
    QStringList lines;
    for (const IntakeIssue &issue : result.refused)
        lines.append(refusal(issue.reason, QFileInfo(issue.path).fileName()));
    for (const AttachResult::Duplicate &duplicate : result.duplicates)
        lines.append(Say::tr("%1: same content as %2").arg(QFileInfo(duplicate.path).fileName(), duplicate.code));
    return lines.join(QLatin1Char('\n'));
}

} // namespace tb::words
