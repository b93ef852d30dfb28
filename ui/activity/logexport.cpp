#include "ui/activity/logexport.h"

#include "model/activity/logreading.h"
#include "model/job.h"
#include "model/store/filesniff.h"
#include "reports/words/changes.h"
#include "reports/words/terms.h"

#include <QSaveFile>

#include <cerrno>

namespace tb {

namespace {

QByteArray line(const QStringList &fields)
{
    QStringList quoted;
    for (const QString &field : fields)
        quoted.append(csvField(field));
    return quoted.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

QByteArray lineOf(const LogEntry &entry)
{
    const words::EntryWords said = words::describe(entry);
    return line({ QString::number(entry.seq), entry.at.toString(Qt::ISODateWithMs), entry.actor,
                  words::term(entry.kind), entry.target ? QString::number(*entry.target) : QString(), said.sentence,
                  said.record, QString::fromLatin1(entry.previousHash.toHex()),
                  QString::fromLatin1(entry.hash.toHex()) });
}

Error writeError(const QSaveFile &file, int errorNumber)
{
    return Error { errorNumber == ENOSPC ? Error::Kind::DiskFull : Error::Kind::Io, file.fileName(),
                   file.errorString() };
}

} // namespace

QString csvField(const QString &text)
{
    static const QString dangerous = QStringLiteral("=+-@\t\r\n");
    const bool guarded = !text.isEmpty() && dangerous.contains(text.at(0));
    const QString safe = guarded ? QLatin1Char('\'') + text : text;
    static const QString special = QStringLiteral(",\"\r\n");
    const bool quoted = std::any_of(safe.cbegin(), safe.cend(), [](QChar c) { return special.contains(c); });
    return quoted ? QLatin1Char('"') + QString(safe).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"')
                  : safe;
}

Status exportLog(ProjectStorage &storage, const QString &path, qint64 entries, JobControl &job)
{
    if (const Status fine = refuseProject(path); !fine)
        return fine;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeError(file, errno);
    const auto put = [&file](const QByteArray &bytes) -> Status {
        if (file.write(bytes) != bytes.size())
            return writeError(file, errno);
        return Ok {};
    };
    const QByteArray head = line({ QStringLiteral("entry"), QStringLiteral("time_utc"), QStringLiteral("person"),
                                   QStringLiteral("type"), QStringLiteral("about_entry"), QStringLiteral("action"),
                                   QStringLiteral("record"), QStringLiteral("previous_hash"), QStringLiteral("hash") });
    if (const Status done = put(head); !done)
        return done;
    const Status written = visitLog(storage, {}, job, [&](const LogEntry &entry) {
        job.progress(entry.seq, std::max(entries, entry.seq), {});
        return put(lineOf(entry));
    });
    if (!written)
        return written; // the unfinished file goes with QSaveFile
    if (!file.commit())
        return writeError(file, errno);
    return Ok {};
}

} // namespace tb
