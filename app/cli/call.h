#pragma once

#include "model/job.h"
#include "model/result.h"

#include <QCommandLineParser>
#include <QTextStream>

namespace tb::cli {

/// What the program says to whoever started it.
enum ExitCode {
    Fine = 0,
    FoundFault = 1, ///< a fault in verify, nothing to undo
    Usage = 2, ///< also an unknown id or code, and a value that does not fit
    NotOpened = 3, ///< wrong passphrase, or too damaged to open
    NotOurs = 4, ///< or made by a later version
    InUse = 5,
    InputOutput = 6, ///< a missing file too
    Interrupted = 130, ///< Ctrl+C, as shells count it
};

/// The exit code of an error.
ExitCode exitCodeOf(const Error &error);

/// Progress of a command: shown on a terminal only, stopped by Ctrl+C.
class TerminalJob final : public JobControl
{
public:
    TerminalJob();
    ~TerminalJob() override; ///< clears its line
    Q_DISABLE_COPY_MOVE(TerminalJob)

    bool cancelled() const override;
    void progress(qint64 done, qint64 total, const QString &what) override;
    void clear(); ///< before anything else is written

private:
    const bool m_shown;
    std::atomic<int> m_percent = -1;
};

/// One invocation of a command: its options and arguments, and where it writes.
struct Call
{
    const QCommandLineParser &options;
    QStringList arguments; ///< after the command's name; the first one is the project
    QTextStream &out;
    QTextStream &err;
    TerminalJob &job;

    QString project() const { return arguments.value(0); }
    /// Also for an option that the command does not know: then it was not given.
    bool has(const char *option) const { return options.optionNames().contains(QLatin1String(option)); }
    QString value(const char *option) const { return options.value(QLatin1String(option)); }
    /// One sentence to stderr.
    void complain(const QString &sentence) const;
    /// Says what is wrong with how the command was called.
    ExitCode misused(const QString &sentence) const;
};

/// A command of the program: everything that it is, in one place. See commands.cpp for the list.
struct Command
{
    const char *name;
    const char *arguments; ///< as the usage line shows them
    int fewest; ///< arguments, the project (unless it needs none) among them
    int most;
    const char *purpose; ///< one sentence
    void (*addOptions)(QCommandLineParser &options); ///< may be null
    Result<ExitCode> (*run)(const Call &call);
    bool drawsText = false; ///< needs fonts, for PDF and pictures
    bool opensProject = true; ///< else no passphrase is asked for
};

} // namespace tb::cli
