#include "model/commands.h"
#include "model/evidence/attach.h"
#include "model/evidence/extract.h"
#include "model/store/filestorage.h"
#include "model/store/sha256.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "tests/bench/measure.h"

#include <QFile>
#include <QtConcurrent>

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

/// Edits of the window while a job takes a file in.
QList<double> editsDuring(Project &project, PersonId person, const QFuture<void> &ingest)
{
    QList<double> waits;
    while (!ingest.isFinished()) {
        waits.append(milliseconds([&] {
            must(setFields<Person>(project, { person }, { { QStringLiteral("team"), QString::number(waits.size()) } }),
                 "edit");
        }));
        QThread::msleep(10);
    }
    return waits;
}

double rate(qint64 bytes, double ms)
{
    return static_cast<double>(bytes) / 1e6 / (ms / 1e3);
}

} // namespace

QJsonObject benchEvidence(const QString &folder, qint64 bytes)
{
    const QString source = folder + QStringLiteral("/source.bin");
    writeFile(source, bytes);
    auto raw = makeFile(folder + QStringLiteral("/raw.trustbench"));
    const double rawInMs = rawIn(source, raw->connection());
    const double rawOutMs = rawOut(raw->connection());
    const double hashMs = hashing(source);
    raw.reset();
    QFile::remove(folder + QStringLiteral("/raw.trustbench"));

    auto project
        = must(Project::load(makeFile(folder + QStringLiteral("/ours.trustbench")), QStringLiteral("bench")), "load");
    const PersonId person = must(personNamed(*project, QStringLiteral("Ana")), "person");
    Quiet quiet;
    AttachRequest request;
    request.paths = QStringList { source };
    const double idle = peakMemory();
    double inMs = 0;
    const QFuture<void> ingest = QtConcurrent::run(
        [&] { inMs = milliseconds([&] { must(attachFiles(*project, request, quiet), "attach"); }); });
    const QList<double> waits = editsDuring(*project, person, ingest);
    QCoreApplication::sendPostedEvents();
    const double peak = peakMemory();
    const Evidence item = project->records().evidence.all().first();
    const double outMs = milliseconds(
        [&] { must(extractTo(project->storage(), item, folder + QStringLiteral("/out.bin"), quiet), "extract"); });
    for (const char *name : { "/source.bin", "/out.bin", "/ours.trustbench" })
        QFile::remove(folder + QLatin1String(name));
    return { { QStringLiteral("bytes"), bytes },
             { QStringLiteral("in_mb_s"), rate(bytes, inMs) },
             { QStringLiteral("raw_in_mb_s"), rate(bytes, rawInMs) },
             { QStringLiteral("in_of_raw"), rawInMs / inMs },
             { QStringLiteral("out_mb_s"), rate(bytes, outMs) },
             { QStringLiteral("raw_out_mb_s"), rate(bytes, rawOutMs) },
             { QStringLiteral("sha256_mb_s"), rate(bytes, hashMs) },
             { QStringLiteral("out_of_slower"), std::max(rawOutMs, hashMs) / outMs },
             { QStringLiteral("peak_over_idle_mib"), peak - idle },
             { QStringLiteral("edits"), waits.size() },
             { QStringLiteral("edit_p50_ms"), quantile(waits, 0.5) },
             { QStringLiteral("edit_p95_ms"), quantile(waits, 0.95) } };
}

} // namespace tb::bench
