#include "model/commands.h"
#include "model/evidence/attach.h"
#include "model/evidence/blobreader.h"
#include "model/evidence/extract.h"
#include "model/store/filestorage.h"
#include "model/store/sha256.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "tests/bench/measure.h"

#include <QFile>
#include <QtConcurrent>

#include <unistd.h>

namespace tb::bench {

namespace {

constexpr qint64 mebibyte = 1 << 20;

void writeFile(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::exit(1);
    QByteArray block(mebibyte, Qt::Uninitialized);
    quint64 state = 88172645463325252ULL;
    for (qint64 done = 0; done < bytes; done += block.size()) {
        for (qsizetype i = 0; i + 8 <= block.size(); i += 8) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            memcpy(block.data() + i, &state, 8);
        }
        file.write(block);
    }
    file.flush();
    ::fsync(file.handle()); // else writing it out would fall on whoever is timed first
}

std::unique_ptr<FileStorage> makeFile(const QString &path)
{
    Unlock unlock;
    unlock.rawKey = RawKey::random();
    return must(FileStorage::attach(must(ProjectFile::create(path, unlock, projectFormat()), "create")), "attach");
}

/// The limit: reads the file and inserts it in rows of 1 MiB and transactions of 8 MiB, nothing else.
double rawIn(const QString &source, Connection &connection)
{
    must(connection.execute("CREATE TABLE raw(id INTEGER PRIMARY KEY, data BLOB NOT NULL)"), "raw table");
    return milliseconds([&] {
        QFile file(source);
        file.open(QIODevice::ReadOnly);
        auto insert = must(Statement::prepare(connection.handle(), "INSERT INTO raw(data) VALUES(?)"), "raw insert");
        QByteArray block;
        do {
            auto transaction = must(Transaction::begin(connection.handle()), "raw begin");
            for (int i = 0; i < 8 && !(block = file.read(mebibyte)).isEmpty(); ++i) {
                insert.bind(1, QByteArrayView(block));
                must(insert.run(), "raw run");
            }
            must(transaction.commit(), "raw commit");
        } while (!block.isEmpty());
    });
}

double rawOut(Connection &connection)
{
    return milliseconds([&] {
        auto query = must(Statement::prepare(connection.handle(), "SELECT data FROM raw ORDER BY id"), "raw select");
        qint64 seen = 0;
        while (query.next())
            seen += query.blob(0).size();
        if (seen == 0)
            std::exit(1);
    });
}

/// The limit of extracting: the rows written to a file and that file synced, nothing checked.
double rawFile(Connection &connection, const QString &path)
{
    return milliseconds([&] {
        auto query = must(Statement::prepare(connection.handle(), "SELECT data FROM raw ORDER BY id"), "raw select");
        QFile target(path);
        if (!target.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            std::exit(1);
        while (query.next())
            target.write(query.blob(0).data(), query.blob(0).size());
        ::fsync(target.handle());
    });
}

/// Evidence out: every byte streamed to whoever wants it and checked against its hash.
double stream(ProjectStorage &storage, const Evidence &item)
{
    Quiet quiet;
    return milliseconds([&] {
        const auto connection = must(storage.openInTurn(), "connection");
        const auto blob = must(blobs::find(*connection, item.sha256), "blob");
        qint64 seen = 0;
        const auto sink = [&seen](QByteArrayView bytes) -> Status {
            seen += bytes.size();
            return Ok {};
        };
        if (must(BlobReader(*connection, storage.gate(), quiet).read(*blob, sink), "read") != BlobFault::None
            || seen != item.size)
            std::exit(1);
    });
}

double hashing(const QString &source)
{
    return milliseconds([&] {
        QFile file(source);
        file.open(QIODevice::ReadOnly);
        Sha256 sha;
        for (QByteArray block = file.read(mebibyte); !block.isEmpty(); block = file.read(mebibyte))
            sha.add(block);
        static_cast<void>(sha.result());
    });
}

double rate(qint64 bytes, double ms)
{
    return static_cast<double>(bytes) / 1e6 / (ms / 1e3);
}

/// A job that can be told to stop, and says how far it is.
struct Stoppable final : JobControl
{
    std::atomic<bool> stop = false;
    std::atomic<qint64> done = 0;
    bool cancelled() const override { return stop; }
    void progress(qint64 now, qint64, const QString &) override { done = now; }
};

/// A project to take the file in, of its own file.
class Target
{
public:
    explicit Target(const QString &folder)
        : m_path(folder + QStringLiteral("/ours.trustbench"))
        , m_project(must(Project::load(makeFile(m_path), QStringLiteral("bench")), "load"))
    { }
    ~Target()
    {
        m_project.reset();
        QFile::remove(m_path);
    }
    Q_DISABLE_COPY_MOVE(Target)

    Project &project() { return *m_project; }
    Result<AttachResult> take(const QString &source, JobControl &job)
    {
        AttachRequest request;
        request.paths = QStringList { source };
        return attachFiles(*m_project, request, job);
    }

private:
    QString m_path;
    std::unique_ptr<Project> m_project;
};

/// Edits of the window while a job takes the file in: how long each took, and the memory meanwhile.
QJsonObject whileEditing(const QString &folder, const QString &source, qint64 bytes)
{
    Target target(folder);
    const PersonId person = must(personNamed(target.project(), QStringLiteral("Ana")), "person");
    Quiet quiet;
    startPeak();
    const double idle = peakMemory();
    double inMs = 0;
    const QFuture<void> ingest
        = QtConcurrent::run([&] { inMs = milliseconds([&] { must(target.take(source, quiet), "attach"); }); });
    QList<double> waits;
    while (!ingest.isFinished()) {
        waits.append(milliseconds([&] {
            must(setFields<Person>(target.project(), { person },
                                   { { QStringLiteral("team"), QString::number(waits.size()) } }),
                 "edit");
        }));
        QThread::msleep(10);
    }
    return { { QStringLiteral("peak_over_idle_mib"), peakMemory() - idle },
             { QStringLiteral("in_mb_s"), rate(bytes, inMs) },
             { QStringLiteral("edits"), waits.size() },
             { QStringLiteral("edit_p50_ms"), quantile(waits, 0.5) },
             { QStringLiteral("edit_p95_ms"), quantile(waits, 0.95) },
             { QStringLiteral("edit_max_ms"), quantile(waits, 1) } };
}

/// From asking a drop to stop, halfway, to its end with nothing left.
double cancelling(const QString &folder, const QString &source, qint64 bytes)
{
    Target target(folder);
    Stoppable job;
    const QFuture<void> ingest = QtConcurrent::run([&] {
        if (target.take(source, job))
            std::exit(1); // it was to be cancelled
    });
    while (job.done < bytes / 2)
        QThread::msleep(1);
    return milliseconds([&] {
        job.stop = true;
        QFuture<void>(ingest).waitForFinished();
    });
}

/// Milliseconds of one round of everything, one after the other, so that a slow minute falls on all.
struct Round
{
    double rawIn = 0;
    double in = 0;
    double rawOut = 0;
    double hashing = 0;
    double out = 0;
    double rawFile = 0;
    double file = 0;
};

Round runRound(const QString &folder, const QString &source)
{
    Round round;
    Quiet quiet;
    const QString path = folder + QStringLiteral("/out.bin");
    {
        auto raw = makeFile(folder + QStringLiteral("/raw.trustbench"));
        round.rawIn = rawIn(source, raw->connection());
        round.rawOut = rawOut(raw->connection());
        round.hashing = hashing(source);
        round.rawFile = rawFile(raw->connection(), path);
    }
    QFile::remove(folder + QStringLiteral("/raw.trustbench"));
    QFile::remove(path);
    Target target(folder);
    round.in = milliseconds([&] { must(target.take(source, quiet), "attach"); });
    QCoreApplication::sendPostedEvents();
    const Evidence item = target.project().records().evidence.all().first();
    round.out = stream(target.project().storage(), item);
    round.file = milliseconds([&] { must(extractTo(target.project().storage(), item, path, quiet), "extract"); });
    QFile::remove(path);
    return round;
}

template <class Value> double median(const QList<Round> &rounds, Value value)
{
    QList<double> values;
    for (const Round &round : rounds)
        values.append(value(round));
    return quantile(values, 0.5);
}

/// Makes the system touch the memory and the disk that files of this size take: the first to do so would pay for it.
void warmUp(const QString &folder, qint64 bytes)
{
    const QString path = folder + QStringLiteral("/warm.bin");
    writeFile(path, 2 * bytes);
    QFile::remove(path);
}

constexpr int rounds = 5;
constexpr int cancellations = 5;

} // namespace

QJsonObject benchEvidence(const QString &folder, qint64 bytes)
{
    const QString source = folder + QStringLiteral("/source.bin");
    writeFile(source, bytes);
    warmUp(folder, bytes);
    const QJsonObject editing = whileEditing(folder, source, bytes); // first: nothing else has used memory yet
    QList<Round> all;
    for (int i = 0; i < rounds; ++i)
        all.append(runRound(folder, source));
    QList<double> cancels;
    for (int i = 0; i < cancellations; ++i)
        cancels.append(cancelling(folder, source, bytes));
    QFile::remove(source);
    const auto of
        = [&](double Round::*part) { return rate(bytes, median(all, [=](const Round &r) { return r.*part; })); };
    return { { QStringLiteral("bytes"), bytes },
             { QStringLiteral("in_mb_s"), of(&Round::in) },
             { QStringLiteral("raw_in_mb_s"), of(&Round::rawIn) },
             { QStringLiteral("in_of_raw"), median(all, [](const Round &r) { return r.rawIn / r.in; }) },
             { QStringLiteral("out_mb_s"), of(&Round::out) },
             { QStringLiteral("raw_out_mb_s"), of(&Round::rawOut) },
             { QStringLiteral("sha256_mb_s"), of(&Round::hashing) },
             { QStringLiteral("out_of_slower"),
               median(all, [](const Round &r) { return std::max(r.rawOut, r.hashing) / r.out; }) },
             { QStringLiteral("file_mb_s"), of(&Round::file) },
             { QStringLiteral("raw_file_mb_s"), of(&Round::rawFile) },
             { QStringLiteral("file_of_raw"), median(all, [](const Round &r) { return r.rawFile / r.file; }) },
             { QStringLiteral("while_editing"), editing },
             { QStringLiteral("cancel_p50_ms"), quantile(cancels, 0.5) },
             { QStringLiteral("cancel_max_ms"), quantile(cancels, 1) } };
}

} // namespace tb::bench
