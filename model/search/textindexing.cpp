#include "model/search/textindexing.h"

#include "model/evidence/blobdevice.h"
#include "model/search/textwriter.h"
#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"

namespace tb {

namespace {

/// One run over everything that is unread.
class Indexer
{
public:
    Indexer(Connection &connection, WriteGate &gate, TextSource &source, JobControl &job)
        : m_connection(connection)
        , m_gate(gate)
        , m_source(source)
        , m_job(job)
        , m_writer(connection, gate, source.version())
    { }

    Result<TextIndexing> run();

private:
    Status index(const UnreadText &unread);
    Status attempt(const UnreadText &unread);
    Result<TextOutcome> read(const UnreadText &unread, BlobDevice &bytes);
    void count(const TextOutcome &outcome);

    Connection &m_connection;
    WriteGate &m_gate;
    TextSource &m_source;
    JobControl &m_job;
    TextWriter m_writer;
    TextIndexing m_result;
};

Result<TextOutcome> Indexer::read(const UnreadText &unread, BlobDevice &bytes)
{
    if (auto begun = m_writer.begin(unread.blob.sha256); !begun)
        return begun.error();
    return m_source.read(unread.file, bytes, m_job, [this](QStringView text) -> Status {
        if (m_job.cancelled())
            return Error { Error::Kind::Cancelled };
        return m_writer.add(text);
    });
}

Status Indexer::attempt(const UnreadText &unread)
{
    BlobDevice bytes(m_connection, m_gate, unread.blob);
    const auto outcome = read(unread, bytes);
    if (!bytes.status()) {
        m_writer.abandon();
        // Erased meanwhile: nothing to read. Anything else is the project's fault, not the document's.
        return bytes.status().error().kind == Error::Kind::NotFound ? Status(Ok {}) : bytes.status();
    }
    if (!outcome) {
        m_writer.abandon();
        return outcome.error();
    }
    if (auto ended = m_writer.end(outcome.value()); !ended)
        return ended;
    count(outcome.value());
    return Ok {};
}

Status Indexer::index(const UnreadText &unread)
{
    const Status done = attempt(unread);
    if (done || done.error().kind != Error::Kind::Conflict)
        return done;
    if (auto removed = m_writer.discard(unread.blob.sha256); !removed)
        return removed;
    return attempt(unread);
}

void Indexer::count(const TextOutcome &outcome)
{
    ++m_result.read;
    m_result.withoutText += outcome.kind == TextOutcome::Kind::NoText ? 1 : 0;
    m_result.cut += outcome.kind == TextOutcome::Kind::Cut ? 1 : 0;
    m_result.refused += outcome.kind == TextOutcome::Kind::Refused ? 1 : 0;
}

Result<TextIndexing> Indexer::run()
{
    const auto unread = [this] {
        const auto turn = m_gate.enter(WriteGate::Reader);
        return textindex::unread(m_connection, m_source.version());
    }();
    if (!unread)
        return unread.error();
    qint64 total = 0;
    for (const UnreadText &one : unread.value())
        total += one.blob.size;
    qint64 done = 0;
    Status indexed = Ok {};
    for (const UnreadText &one : unread.value()) {
        indexed = m_job.cancelled() ? Status(Error { Error::Kind::Cancelled }) : index(one);
        if (!indexed)
            break;
        done += one.blob.size;
        m_job.progress(done, total, one.file.name);
    }
    // What was read whole before it was stopped is worth keeping.
    const Status flushed = m_writer.flush();
    if (!indexed || !flushed)
        return indexed ? flushed.error() : indexed.error();
    return m_result;
}

} // namespace

Result<TextIndexing> indexTexts(ProjectStorage &storage, TextSource &source, JobControl &job)
{
    if (storage.isReadOnly())
        return Error { Error::Kind::ReadOnly, storage.path(), {} };
    auto connection = storage.openInTurn();
    if (!connection)
        return connection.error();
    return Indexer(*connection.value(), storage.gate(), source, job).run();
}

} // namespace tb
