#pragma once

#include "app/cli/call.h"
#include "model/project.h"
#include "model/store/projectfile.h"

/// Files, keys and people of a command.
namespace tb::cli {

/// --passphrase-file, --recovery-key-file, --key-file and --actor.
void addCommonOptions(QCommandLineParser &options);
/// --write-recovery-key, of commands that make a file or give it a new key.
void addKeyOutput(QCommandLineParser &options);

/// The first line of a file, or of standard input for "-": never an argument, which every process can read.
Result<QString> secretFrom(const QString &path);
/// What opens the project, from the options.
Result<Unlock> unlockFrom(const Call &call);
/// The passphrase of --new-passphrase-file.
Result<Unlock> newUnlockFrom(const Call &call);
/// The name under which changes are logged: --actor, else the login name.
QString actorOf(const Call &call);

/// Whether something has the name @p path already, be it a dangling link.
bool isTaken(const QString &path);
/// The exit code when it has: what is there is never replaced.
ExitCode refuseTaken(const Call &call, const QString &path);
/// Writes the recovery key to --write-recovery-key, readable by its owner only, when asked for.
Status writeRecoveryKey(const Call &call, const RawKey &key);

Result<std::unique_ptr<ProjectFile>> openFile(const Call &call, ProjectFile::Access access);
/// A project to read from: also while somebody else works in it.
Result<std::unique_ptr<Project>> openToRead(const Call &call);
Result<std::unique_ptr<Project>> openToWrite(const Call &call);

/// Makes the file of a new project and fills its storage by @p fill. Nothing is left when that fails.
using Fill = std::function<Result<std::unique_ptr<Project>>(std::unique_ptr<ProjectStorage>)>;
Result<std::unique_ptr<Project>> makeFile(const Call &call, const Fill &fill);

} // namespace tb::cli
