#include "app/cli/opening.h"

#include "app/cli/words.h"
#include "model/store/filesniff.h"
#include "model/store/filestorage.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

#include <cstdio>
#include <pwd.h>
#include <unistd.h>

namespace tb::cli {

namespace {

constexpr qint64 longestSecret = 64 * 1024; // bytes; a passphrase file is a line, not a film
constexpr qsizetype longestActor = 200;

QString loginName()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QStringLiteral("uid %1").arg(getuid());
}

Error emptyPassphrase(const QString &source)
{
    return { Error::Kind::Invalid, source, {}, { { source, FieldProblem::Code::Required, {} } } };
}

Result<QByteArray> lineOf(QFile &file)
{
    QByteArray bytes = file.readLine(longestSecret);
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    if (file.error() != QFile::NoError)
        return Error { Error::Kind::Io, file.fileName(), file.errorString() };
    return bytes;
}

} // namespace

void addCommonOptions(QCommandLineParser &options)
{
    options.addOptions({
        { QStringLiteral("passphrase-file"),
          Say::tr("Read the passphrase from the first line of <file>; - is standard input."), QStringLiteral("file") },
        { QStringLiteral("recovery-key-file"),
          Say::tr("Read the recovery key from the first line of <file> instead; - is standard input."),
          QStringLiteral("file") },
        { QStringLiteral("key-file"), Say::tr("A key file that the passphrase is used together with."),
          QStringLiteral("file") },
        { QStringLiteral("actor"), Say::tr("Log changes under <name>; the login name if not given."),
          QStringLiteral("name") },
    });
}

void addKeyOutput(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("write-recovery-key"),
                        Say::tr("Write the recovery key, which opens the project without the passphrase, to <file>."),
                        QStringLiteral("file") });
}

Result<QString> secretFrom(const QString &path)
{
    QFile file(path);
    const bool opened = path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                   : file.open(QIODevice::ReadOnly | QIODevice::ExistingOnly);
    if (!opened)
        return Error { QFileInfo::exists(path) ? Error::Kind::Io : Error::Kind::NotFound, path, file.errorString() };
    auto line = lineOf(file);
    if (!line)
        return line.error();
    if (line.value().startsWith("\xEF\xBB\xBF")) // some editors begin every file so
        line.value().remove(0, 3);
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString secret = utf8(line.value());
    line.value().fill('\0');
    if (!utf8.hasError())
        return secret;
    wipe(secret); // bytes that are no text would all become the same sign, and so different passphrases the same
    return Error { Error::Kind::Invalid, path, QStringLiteral("not UTF-8") };
}

namespace {

Status takeKeyFile(const Call &call, Unlock &unlock)
{
    if (!call.has("key-file"))
        return Ok {};
    const auto hash = keyFileHash(call.value("key-file"));
    if (!hash)
        return hash.error();
    unlock.keyFileHash = hash.value();
    return Ok {};
}

} // namespace

Result<Unlock> unlockFrom(const Call &call)
{
    Unlock unlock;
    if (call.has("recovery-key-file")) {
        auto text = secretFrom(call.value("recovery-key-file"));
        if (!text)
            return text.error();
        auto key = parseRecoveryText(text.value());
        wipe(text.value());
        if (!key)
            return Error { Error::Kind::WrongPassphrase, call.project(), key.error().detail };
        unlock.rawKey = key.value();
        return unlock;
    }
    auto passphrase = secretFrom(call.value("passphrase-file"));
    if (!passphrase)
        return passphrase.error();
    unlock.passphrase = std::move(passphrase).value();
    if (const Status taken = takeKeyFile(call, unlock); !taken)
        return taken.error();
    return unlock;
}

Result<Unlock> newUnlockFrom(const Call &call)
{
    auto passphrase = secretFrom(call.value("new-passphrase-file"));
    if (!passphrase)
        return passphrase.error();
    if (passphrase.value().isEmpty())
        return emptyPassphrase(Say::tr("The new passphrase"));
    Unlock unlock;
    unlock.passphrase = std::move(passphrase).value();
    if (const Status taken = takeKeyFile(call, unlock); !taken) // the second factor stays
        return taken.error();
    return unlock;
}

QString actorOf(const Call &call)
{
    const QString given = call.value("actor").simplified();
    return given.isEmpty() ? loginName() : given.left(longestActor);
}

bool isTaken(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

ExitCode refuseTaken(const Call &call, const QString &path)
{
    return call.misused(Say::tr("“%1” is there already. Choose another name, or move it away first.").arg(path));
}

Status writeRecoveryKey(const Call &call, const RawKey &key)
{
    if (!call.has("write-recovery-key"))
        return Ok {};
    const QString path = call.value("write-recovery-key");
    if (const Status fine = refuseProject(path); !fine)
        return fine;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error { Error::Kind::Io, file.fileName(), file.errorString() };
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QString text = recoveryText(key);
    file.write(text.toLatin1() + '\n');
    wipe(text);
    if (!file.commit())
        return Error { Error::Kind::Io, file.fileName(), file.errorString() };
    return Ok {};
}

Result<std::unique_ptr<ProjectFile>> openFile(const Call &call, ProjectFile::Access access)
{
    auto unlock = unlockFrom(call);
    if (!unlock)
        return unlock.error();
    auto file = ProjectFile::open(call.project(), unlock.value(), access, projectFormat());
    if (!file && file.error().kind == Error::Kind::UnfinishedWrite && access == ProjectFile::Access::ReadOnly)
        file = ProjectFile::open(call.project(), unlock.value(), ProjectFile::Access::ReadWrite, projectFormat());
    wipe(unlock.value().passphrase);
    return file;
}

namespace {

Result<std::unique_ptr<Project>> load(const Call &call, Result<std::unique_ptr<ProjectFile>> file)
{
    if (!file)
        return file.error();
    if (const QString &copy = file.value()->keptCopy(); !copy.isEmpty())
        call.complain(
            Say::tr("The file was made by an earlier version and was brought up to date. As it was: %1").arg(copy));
    auto storage = FileStorage::attach(std::move(file).value());
    if (!storage)
        return storage.error();
    return Project::load(std::move(storage).value(), actorOf(call));
}

} // namespace

Result<std::unique_ptr<Project>> openToRead(const Call &call)
{
    return load(call, openFile(call, ProjectFile::Access::ReadOnly));
}

Result<std::unique_ptr<Project>> openToWrite(const Call &call)
{
    return load(call, openFile(call, ProjectFile::Access::ReadWrite));
}

Result<std::unique_ptr<Project>> makeFile(const Call &call, const Fill &fill)
{
    auto unlock = unlockFrom(call);
    if (!unlock)
        return unlock.error();
    if (unlock.value().rawKey.isNull() && unlock.value().passphrase.isEmpty())
        return emptyPassphrase(Say::tr("The passphrase"));
    auto file = ProjectFile::create(call.project(), unlock.value(), projectFormat());
    wipe(unlock.value().passphrase);
    if (!file)
        return file.error();
    const Status written = writeRecoveryKey(call, file.value()->key());
    auto storage = FileStorage::attach(std::move(file).value());
    Result<std::unique_ptr<Project>> made = !written ? Result<std::unique_ptr<Project>>(written.error())
        : !storage                                   ? Result<std::unique_ptr<Project>>(storage.error())
                                                     : fill(std::move(storage).value());
    if (!made)
        QFile::remove(call.project());
    return made;
}

} // namespace tb::cli
