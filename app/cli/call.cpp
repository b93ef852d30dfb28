#include "app/cli/call.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace tb::cli {

namespace {

volatile std::sig_atomic_t stopped = 0;

void stop(int)
{
    stopped = 1;
}

} // namespace

ExitCode exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled: return Interrupted;
    case Error::Kind::Invalid:
    case Error::Kind::IsProject: return Usage;
    case Error::Kind::Damaged:
    case Error::Kind::WrongPassphrase: return NotOpened;
    case Error::Kind::NotOurs:
    case Error::Kind::NewerVersion: return NotOurs;
    case Error::Kind::InUse: return InUse;
    case Error::Kind::Conflict:
    case Error::Kind::NothingToUndo: return FoundFault;
    case Error::Kind::NotFound:
    case Error::Kind::UnfinishedWrite:
    case Error::Kind::OlderVersion:
    case Error::Kind::ReadOnly:
    case Error::Kind::DiskFull:
    case Error::Kind::Io:
    case Error::Kind::Storage: break;
    }
    return InputOutput;
}

TerminalJob::TerminalJob() : m_shown(isatty(STDERR_FILENO) == 1)
{
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
}

TerminalJob::~TerminalJob()
{
    clear();
}

bool TerminalJob::cancelled() const
{
    return stopped != 0;
}

void TerminalJob::progress(qint64 done, qint64 total, const QString &)
{
    const int percent = total > 0 ? static_cast<int>(done * 100 / total) : 0;
    if (m_shown && m_percent.exchange(percent) != percent)
        std::fprintf(stderr, "\r%3d %%", percent);
}

void TerminalJob::clear()
{
    if (m_shown && m_percent.exchange(-1) != -1)
        std::fputs("\r\033[K", stderr);
}

void Call::complain(const QString &sentence) const
{
    job.clear();
    err << sentence << Qt::endl;
}

ExitCode Call::misused(const QString &sentence) const
{
    complain(sentence);
    return Usage;
}

} // namespace tb::cli
