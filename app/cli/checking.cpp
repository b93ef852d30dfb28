#include "app/cli/checking.h"

#include "app/cli/opening.h"
#include "app/cli/words.h"
#include "model/evidence/verify.h"
#include "model/store/filestorage.h"
#include "model/store/integrity.h"
#include "model/store/replay.h"
#include "model/store/verifypages.h"
#include "reports/words/errors.h"
#include "reports/words/terms.h"

namespace tb::cli {

namespace {

/// What verify has found so far, said as it is found.
class Findings
{
public:
    explicit Findings(const Call &call) : m_call(call) { }

    /// One line of a check that ended: what was looked at, and either that it is whole or each fault.
    void say(const QString &what, const QStringList &faults)
    {
        m_call.job.clear();
        m_call.out << what << ": "
                   << (faults.isEmpty()         ? Say::tr("whole")
                           : faults.size() == 1 ? Say::tr("1 fault")
                                                : Say::tr("%n faults", nullptr, static_cast<int>(faults.size())))
                   << '\n';
        for (const QString &fault : faults)
            m_call.out << "  " << fault << '\n';
        m_call.out.flush();
        m_any = m_any || !faults.isEmpty();
    }
    /// A check that could not go on is a finding too: the file did open, and the other checks still say something.
    void take(const QString &what, const Status &done)
    {
        if (done)
            return;
        m_stopped = m_stopped || done.error().kind == Error::Kind::Cancelled;
        say(what, { words::sentence(done.error()) });
    }
    ExitCode exitCode() const { return m_stopped ? Interrupted : m_any ? FoundFault : Fine; }

private:
    const Call &m_call;
    bool m_any = false;
    bool m_stopped = false;
};

QString textOf(const EvidenceFault &fault)
{
    const QString items = fault.codes.isEmpty() ? fault.sha256.left(16) : fault.codes.join(QLatin1String(", "));
    switch (fault.kind) {
    case EvidenceFault::Kind::MissingBytes: return Say::tr("%1: the content is missing").arg(items);
    case EvidenceFault::Kind::MissingChunk: return Say::tr("%1: a part of the content is missing").arg(items);
    case EvidenceFault::Kind::WrongSize: return Say::tr("%1: the content has another size than recorded").arg(items);
    case EvidenceFault::Kind::WrongHash: return Say::tr("%1: the content is not what was received").arg(items);
    case EvidenceFault::Kind::Unreadable: return Say::tr("%1: the content cannot be read").arg(items);
    }
    return items;
}

QString textOf(const LogFault &fault)
{
    switch (fault.kind) {
    case LogFault::Kind::Hash: return Say::tr("entry %1: its hash does not cover what it holds").arg(fault.seq);
    case LogFault::Kind::Link: return Say::tr("entry %1: it does not follow the entry before it").arg(fault.seq);
    case LogFault::Kind::Missing: return Say::tr("entry %1: it is missing").arg(fault.seq);
    case LogFault::Kind::Unreadable: return Say::tr("entry %1: its changes cannot be read").arg(fault.seq);
    case LogFault::Kind::Table:
        return Say::tr("%1 %2: the row is not what the log says").arg(fault.table).arg(fault.key);
    case LogFault::Kind::Reference: return Say::tr("%1 %2: the row refers to nothing").arg(fault.table).arg(fault.key);
    }
    return fault.table;
}

template <class Fault> QStringList textsOf(const QList<Fault> &faults)
{
    QStringList texts;
    for (const Fault &fault : faults)
        texts.append(textOf(fault));
    return texts;
}

/// Every page, free ones too.
Status checkPages(const ProjectFile &file, Findings &findings, JobControl &job)
{
    const auto pages = damagedPages(file.specForThread(), job);
    if (!pages)
        return pages.error();
    QStringList texts;
    for (const DamagedPage &page : pages.value())
        texts.append(Say::tr("page %1 is damaged").arg(page.number));
    findings.say(Say::tr("Pages"), texts);
    return Ok {};
}

Status checkTables(ProjectStorage &storage, Findings &findings)
{
    const auto faults = integrityFaults(storage.connection());
    if (!faults)
        return faults.error();
    findings.say(Say::tr("Tables and references"), faults.value());
    return Ok {};
}

Status checkEvidence(ProjectStorage &storage, Findings &findings, JobControl &job)
{
    const auto check = verifyEvidence(storage, job);
    if (!check)
        return check.error();
    const qint64 files = check.value().blobs;
    const QString counted = files == 1 ? Say::tr("1 file") : Say::tr("%1 files").arg(words::number(files));
    findings.say(
        Say::tr("Evidence, %1 with %2", "count of files, bytes").arg(counted, words::bytes(check.value().bytes)),
        textsOf(check.value().faults));
    return Ok {};
}

Status checkLog(ProjectStorage &storage, bool deep, Findings &findings, JobControl &job)
{
    const auto chain = checkChain(storage.connection(), &job);
    if (!chain)
        return chain.error();
    const LogHead &head = chain.value().head;
    const QString counted = head.seq == 1 ? Say::tr("1 entry") : Say::tr("%1 entries").arg(words::number(head.seq));
    findings.say(Say::tr("Activity chain, %1, head %2", "count of entries, hash")
                     .arg(counted, QString::fromLatin1(head.hash.toHex())),
                 textsOf(chain.value().faults));
    if (!deep)
        return Ok {};
    const auto replay = checkReplay(storage.connection(), &job);
    if (!replay)
        return replay.error();
    findings.say(Say::tr("Replay of the log against the tables"), textsOf(replay.value()));
    return Ok {};
}

} // namespace

void addVerifyOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("deep"), Say::tr("Also replay the whole log and compare it with the tables.") });
}

Result<ExitCode> runVerify(const Call &call)
{
    auto file = openFile(call, ProjectFile::Access::ReadOnly);
    if (!file)
        return file.error();
    Findings findings(call);
    findings.take(Say::tr("Pages"), checkPages(*file.value(), findings, call.job));
    auto storage = FileStorage::attach(std::move(file).value());
    if (!storage) {
        findings.take(Say::tr("Tables and references"), storage.error());
        return findings.exitCode();
    }
    findings.take(Say::tr("Tables and references"), checkTables(*storage.value(), findings));
    findings.take(Say::tr("Evidence"), checkEvidence(*storage.value(), findings, call.job));
    findings.take(Say::tr("Activity log"), checkLog(*storage.value(), call.has("deep"), findings, call.job));
    return findings.exitCode();
}

Result<ExitCode> runUpgrade(const Call &call)
{
    const auto file = openFile(call, ProjectFile::Access::ReadWrite);
    if (!file)
        return file.error();
    const QString &copy = file.value()->keptCopy();
    call.out << (copy.isEmpty() ? Say::tr("“%1” was up to date.").arg(call.project())
                                : Say::tr("“%1” is brought up to date. As it was: %2").arg(call.project(), copy))
             << Qt::endl;
    return Fine;
}

void addPassphraseOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("new-passphrase-file"),
                        Say::tr("Read the new passphrase from the first line of <file>; - is standard input."),
                        QStringLiteral("file") });
    addKeyOutput(options);
}

Result<ExitCode> runPassphrase(const Call &call)
{
    if (!call.has("new-passphrase-file"))
        return call.misused(Say::tr("Give the new passphrase with --new-passphrase-file FILE; - reads it from the "
                                    "standard input."));
    auto unlock = newUnlockFrom(call);
    if (!unlock)
        return unlock.error();
    const auto file = openFile(call, ProjectFile::Access::ReadWrite);
    if (!file)
        return file.error();
    const Status changed = file.value()->changePassphrase(unlock.value(), call.job);
    wipe(unlock.value().passphrase);
    if (!changed)
        return changed.error();
    call.job.clear();
    call.out << Say::tr("The passphrase is changed. The old one and the old recovery key no longer open the project.")
             << Qt::endl;
    if (const auto written = writeRecoveryKey(call, file.value()->key()); !written)
        return written.error(); // said after what did happen
    return Fine;
}

void addCopyOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("new-passphrase-file"),
                        Say::tr("Give the copy the passphrase in the first line of <file>; - is standard input."),
                        QStringLiteral("file") });
}

Result<ExitCode> runCopy(const Call &call)
{
    const QString target = call.arguments.at(1);
    if (isTaken(target))
        return refuseTaken(call, target);
    std::optional<Unlock> newKey;
    if (call.has("new-passphrase-file")) {
        auto unlock = newUnlockFrom(call);
        if (!unlock)
            return unlock.error();
        newKey = std::move(unlock).value();
    }
    const auto file = openFile(call, ProjectFile::Access::ReadOnly);
    if (!file)
        return file.error();
    const Status copied = file.value()->saveCopy(target, newKey, call.job);
    if (newKey)
        wipe(newKey->passphrase);
    if (!copied)
        return copied.error();
    call.job.clear();
    call.out << Say::tr("Saved “%1”.").arg(target) << Qt::endl;
    return Fine;
}

} // namespace tb::cli
