#include "model/evidence/byteintake.h"

#include "model/evidence/sourcereader.h"
#include "model/store/gate.h"
#include "model/store/sha256.h"

#include <QSet>

namespace tb {

namespace {

constexpr qint64 wholeAtMost = 4 * blobs::chunkSize; // smaller files are read at once: a thread would cost more
constexpr qint64 headSize = 4096; // what media type detection looks at

QString hexHash(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

IntakeIssue unreadable(const SourceFile &source)
{
    return { source.path(), Refusal::Unreadable };
}

} // namespace

ByteIntake::ByteIntake(Connection &connection, WriteGate &gate, ChunkRemover &remover, JobControl &job,
                       TransferMeter *meter, qint64 total)
    : m_connection(connection)
    , m_gate(gate)
    , m_job(job)
    , m_meter(meter)
    , m_total(total)
    , m_writer(connection, gate, remover)
{
    if (m_meter)
        m_meter->total = total;
}

Status ByteIntake::advance(qint64 bytes, const QString &path)
{
    if (m_job.cancelled())
        return Error { Error::Kind::Cancelled };
    m_done += bytes;
    if (m_meter)
        m_meter->done = m_done;
    m_job.progress(m_done, m_total, path);
    return Ok {};
}

Result<ByteIntake::Taken> ByteIntake::take(const QString &path, bool followLinks)
{
    if (const Status going = advance(0, path); !going)
        return going.error();
    auto opened = SourceFile::open(path, followLinks);
    if (const auto *issue = std::get_if<IntakeIssue>(&opened))
        return Taken(*issue);
    SourceFile &source = std::get<SourceFile>(opened);
    return source.size() <= wholeAtMost ? takeWhole(source) : takeStream(source);
}

/// Completes @p file when its bytes are stored already, by this drop or before.
Result<bool> ByteIntake::known(TakenFile &file)
{
    if (const auto own = m_new.constFind(file.sha256); own != m_new.cend()) {
        file.blob = *own;
        return true;
    }
    const auto turn = m_gate.enter(WriteGate::Reader);
    const auto stored = blobs::find(m_connection, file.sha256);
    if (!stored)
        return stored.error();
    return stored.value().has_value();
}

Result<ByteIntake::Taken> ByteIntake::takeWhole(SourceFile &source)
{
    QByteArray bytes(source.size() + 1, Qt::Uninitialized); // one more, to notice a file that grows
    const qint64 count = source.read(bytes.data(), bytes.size());
    if (count < 0)
        return Taken(unreadable(source));
    if (const auto issue = source.changed(count))
        return Taken(*issue);
    bytes.truncate(count);
    TakenFile file { source.path(), hexHash(bytes), count, bytes.left(headSize), -1 };
    if (const auto already = known(file); !already || already.value())
        return already ? Result<Taken>(file) : already.error();

    if (m_waitingBytes + count > m_writer.room() * blobs::chunkSize) {
        if (const Status done = flush(); !done)
            return done.error();
    }
    file.blob = m_count++;
    m_new.insert(file.sha256, file.blob);
    m_waiting.append({ file.blob, bytes });
    m_waitingBytes += count;
    if (const Status going = advance(count, source.path()); !going)
        return going.error();
    return Taken(file);
}

Status ByteIntake::flush()
{
    QList<ChunkWriter::Piece> pieces;
    for (const Waiting &waiting : std::as_const(m_waiting)) {
        for (qint64 from = 0; from < waiting.bytes.size(); from += blobs::chunkSize)
            pieces.append({ waiting.blob,
                            QByteArrayView(waiting.bytes)
                                .sliced(from, std::min<qint64>(blobs::chunkSize, waiting.bytes.size() - from)) });
    }
    const Status done = pieces.isEmpty() ? Status(Ok {}) : m_writer.write(pieces);
    m_waiting.clear();
    m_waitingBytes = 0;
    return done;
}

/// A large file can only be there already when one of its size is; then it is read once more rather than written twice.
Result<std::optional<TakenFile>> ByteIntake::hashFirst(SourceFile &source)
{
    bool likely = false;
    {
        const auto turn = m_gate.enter(WriteGate::Reader);
        const auto any = blobs::anyOfSize(m_connection, source.size());
        if (!any)
            return any.error();
        likely = any.value();
    }
    std::optional<TakenFile> found;
    if (!likely)
        return found;
    TakenFile file { source.path(), {}, source.size(), {}, -1 };
    Sha256 hash;
    QByteArray block(blobs::chunkSize, Qt::Uninitialized);
    for (qint64 count = 0; (count = source.read(block.data(), block.size())) > 0;) {
        if (const Status going = advance(0, source.path()); !going)
            return going.error();
        if (file.head.isEmpty())
            file.head = block.left(std::min(count, headSize));
        hash.add(QByteArrayView(block).first(count));
    }
    file.sha256 = QString::fromLatin1(hash.result().toHex());
    const auto already = known(file);
    if (!already)
        return already.error();
    if (already.value())
        found = file;
    return found;
}

Result<ByteIntake::Taken> ByteIntake::takeStream(SourceFile &source)
{
    if (const Status done = flush(); !done)
        return done.error();
    const auto first = hashFirst(source);
    if (!first)
        return first.error();
    if (first.value()) {
        const auto issue = source.changed(source.size());
        if (const Status going = advance(source.size(), source.path()); !going)
            return going.error();
        return issue ? Taken(*issue) : Taken(*first.value());
    }
    if (!source.rewind())
        return Taken(unreadable(source));

    TakenFile file { source.path(), {}, source.size(), {}, m_count++ };
    SourceReader reader(source);
    if (const Status done = pump(reader, file); !done)
        return done.error();
    if (const auto issue = reader.finish()) {
        m_writer.drop(file.blob);
        return Taken(*issue);
    }
    file.sha256 = reader.sha256();
    if (const auto own = m_new.constFind(file.sha256); own != m_new.cend()) {
        m_writer.drop(std::exchange(file.blob, *own));
        return Taken(file);
    }
    m_new.insert(file.sha256, file.blob);
    return Taken(file);
}

/// Writes block after block, a step's worth in each transaction.
Status ByteIntake::pump(SourceReader &reader, TakenFile &file)
{
    for (bool more = true; more;) {
        QList<ChunkWriter::Piece> pieces;
        QList<Block *> blocks;
        const int room = m_writer.room();
        while (more && blocks.size() < room) {
            Block *block = reader.next();
            more = block != nullptr;
            if (more) {
                blocks.append(block);
                pieces.append({ file.blob, block->view() });
                if (const Status going = advance(block->used, file.path); !going)
                    return going;
            }
        }
        if (file.head.isEmpty() && !blocks.isEmpty())
            file.head = blocks.first()->view().first(std::min(blocks.first()->used, headSize)).toByteArray();
        if (const Status done = pieces.isEmpty() ? Status(Ok {}) : m_writer.write(pieces); !done)
            return done;
        for (Block *block : blocks)
            reader.release(block);
    }
    return Ok {};
}

Status ByteIntake::commitRows(Connection &connection, const QList<TakenFile> &files)
{
    m_needless.clear();
    QSet<int> done { -1 };
    for (const TakenFile &file : files) {
        const auto stored = blobs::find(connection, file.sha256);
        if (!stored)
            return stored.error();
        if (file.blob < 0 && !stored.value())
            return Error { Error::Kind::Conflict, file.path, QStringLiteral("the same bytes were erased meanwhile") };
        if (done.contains(file.blob))
            continue;
        done.insert(file.blob);
        if (stored.value()) {
            m_needless.append(file.blob);
            continue;
        }
        if (const Status added = blobs::addRow(connection, { m_writer.seqOf(file.blob), file.sha256, file.size });
            !added)
            return added;
    }
    return Ok {};
}

void ByteIntake::settle()
{
    m_writer.keepAllBut(m_needless);
    m_needless.clear();
}

} // namespace tb
