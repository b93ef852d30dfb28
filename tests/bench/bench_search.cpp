// Measures search and indexing on much generated text in an encrypted project, and prints one JSON object. Release
// build only: bench_search [MEGABYTES [FOLDER]].
#include "model/commands.h"
#include "model/evidence/attach.h"
#include "model/evidence/erase.h"
#include "model/search/search.h"
#include "model/search/textindexing.h"
#include "model/store/filestorage.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>
#include <QtConcurrent>

#include <cmath>
#include <ctime>

using namespace tb;
using namespace tb::bench;

namespace {

constexpr qint64 documentSize = 1 << 20; // characters

/// The same numbers for the same seed everywhere.
struct Numbers
{
    quint64 state;
    quint64 next()
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }
    double share() { return static_cast<double>(next() >> 11) / static_cast<double>(quint64 { 1 } << 53); }
};

/// Words as frequent as in a language: the n-th by 1/n.
class Vocabulary
{
public:
    Vocabulary()
    {
        static const char *const syllables[]
            = { "ac",  "ces", "re",   "view", "log", "pol", "i",    "cy",   "con",  "trol", "user", "sys", "tem", "pro",
                "ven", "dor", "risk", "back", "up",  "en",  "cryp", "tion", "ment", "er",   "ing",  "ed",  "ty",  "al",
                "an",  "ber", "mo",   "ni",   "tor", "in",  "ci",   "dent", "key",  "net",  "work", "data" };
        Numbers numbers { 88172645463325252ULL };
        QSet<QString> seen;
        while (m_words.size() < 50'000) {
            QString word;
            for (quint64 n = 1 + numbers.next() % 4; n > 0; --n)
                word += QLatin1String(syllables[numbers.next() % std::size(syllables)]);
            if (!seen.contains(word)) {
                seen.insert(word);
                m_words.append(word);
            }
        }
    }
    /// Zipf's distribution by inverting its integral.
    const QString &draw(Numbers &numbers) const
    {
        const double rank = std::pow(static_cast<double>(m_words.size()), numbers.share()) - 1;
        return m_words.at(std::min(static_cast<qsizetype>(rank), m_words.size() - 1));
    }
    const QList<QString> &words() const { return m_words; }

private:
    QList<QString> m_words;
};

/// Makes the text of a document out of the number in its name.
class GeneratedText final : public TextSource
{
public:
    explicit GeneratedText(const Vocabulary &vocabulary) : m_vocabulary(vocabulary) { }
    int version() const override { return 1; }
    Result<TextOutcome> read(const TextFile &file, QIODevice &, JobControl &, const TextSink &sink) override
    {
        Numbers numbers { file.name.section(u'.', 0, 0).toULongLong() * 2862933555777941757ULL + 3037000493ULL };
        for (qint64 done = 0; done < documentSize;) {
            QString line;
            while (line.size() < 4000)
                line += m_vocabulary.draw(numbers) + QLatin1Char(numbers.next() % 12 == 0 ? '\n' : ' ');
            done += line.size();
            bytes += line.size();
            if (const Status taken = sink(line); !taken)
                return taken.error();
        }
        return TextOutcome {};
    }
    std::atomic<qint64> bytes = 0;

private:
    const Vocabulary &m_vocabulary;
};

void attachNumbers(Project &project, const QString &folder, qint64 count)
{
    QDir().mkpath(folder + QStringLiteral("/in"));
    for (qint64 i = 1; i <= count; ++i) {
        QFile file(folder + QStringLiteral("/in/%1.txt").arg(i));
        file.open(QIODevice::WriteOnly);
        file.write(QByteArray::number(i));
    }
    Quiet quiet;
    AttachRequest request;
    request.paths = { folder + QStringLiteral("/in") };
    must(attachFiles(project, request, quiet), "attach");
}

/// Edits of a person at the window, one every 20 ms, until the job is done.
QList<double> editsDuring(Project &project, PersonId person, const QFuture<void> &job)
{
    QList<double> waits;
    while (!job.isFinished()) {
        waits.append(milliseconds([&] {
            must(setFields<Person>(project, { person }, { { QStringLiteral("team"), QString::number(waits.size()) } }),
                 "edit");
        }));
        QThread::msleep(20);
    }
    return waits;
}

QJsonObject spread(const QList<double> &values)
{
    return { { QStringLiteral("count"), values.size() },
             { QStringLiteral("p50_ms"), quantile(values, 0.5) },
             { QStringLiteral("p95_ms"), quantile(values, 0.95) },
             { QStringLiteral("max_ms"), quantile(values, 1) } };
}

/// Words of every frequency: the most frequent hundred, then fewer of the rarer ones.
QStringList wordList(const Vocabulary &vocabulary)
{
    QStringList words;
    for (qsizetype rank = 0; rank < vocabulary.words().size(); rank += rank < 100 ? 1 : 1 + rank / 40)
        words.append(vocabulary.words().at(rank));
    return words;
}

/// What searches took, by the clock on the wall and by the processor's, in which a busy machine does not show.
class Times
{
public:
    void add(const std::function<void()> &work)
    {
        const std::clock_t before = std::clock();
        m_wall.append(milliseconds(work));
        m_processor.append(static_cast<double>(std::clock() - before) * 1000.0 / CLOCKS_PER_SEC);
    }
    QJsonObject result() const
    {
        return { { QStringLiteral("wall"), spread(m_wall) }, { QStringLiteral("processor"), spread(m_processor) } };
    }

private:
    QList<double> m_wall;
    QList<double> m_processor;
};

QJsonObject searching(ProjectStorage &storage, const Vocabulary &vocabulary)
{
    const QStringList words = wordList(vocabulary);
    Times whole;
    Times pairs;
    Times typed;
    QMap<qsizetype, Times> byLength;
    qint64 hits = 0;
    const auto look = [&](const QString &text) {
        return [&hits, &storage, text] { hits += must(searchProject(storage, text, 20), "search").hits.size(); };
    };
    for (qsizetype i = 0; i < words.size(); ++i) {
        whole.add(look(words.at(i) + QLatin1Char(' ')));
        pairs.add(look(words.at(i) + QLatin1Char(' ') + words.at((i * 7 + 3) % words.size()) + QLatin1Char(' ')));
    }
    for (qsizetype i = 0; i < words.size(); i += 4) {
        for (qsizetype length = 1; length <= words.at(i).size(); ++length) {
            typed.add(look(words.at(i).left(length)));
            byLength[std::min<qsizetype>(length, 8)].add(look(words.at(i).left(length)));
        }
    }
    QJsonObject lengths;
    for (auto it = byLength.cbegin(); it != byLength.cend(); ++it)
        lengths.insert(QString::number(it.key()), it.value().result());
    return { { QStringLiteral("hits"), hits },
             { QStringLiteral("words"), whole.result() },
             { QStringLiteral("pairs"), pairs.result() },
             { QStringLiteral("key_strokes"), typed.result() },
             { QStringLiteral("key_strokes_by_length"), lengths } };
}

std::unique_ptr<Project> makeProject(const QString &path)
{
    Unlock unlock;
    unlock.rawKey = RawKey::random();
    auto storage
        = must(FileStorage::attach(must(ProjectFile::create(path, unlock, projectFormat()), "create")), "attach");
    return must(Project::load(std::move(storage), QStringLiteral("bench")), "load");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const qint64 megabytes = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1024;
    QTemporaryDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) + QStringLiteral("/benchXXXXXX")
                                  : QStringLiteral("benchXXXXXX"));
    const QString path = folder.filePath(QStringLiteral("search.trustbench"));
    const Vocabulary vocabulary;
    auto project = makeProject(path);
    attachNumbers(*project, folder.path(), megabytes);
    const PersonId person = must(personNamed(*project, QStringLiteral("Ana")), "person");
    const qint64 before = QFileInfo(path).size();

    Quiet quiet;
    GeneratedText source(vocabulary);
    double indexing = 0;
    const QFuture<void> job = QtConcurrent::run(
        [&] { indexing = milliseconds([&] { must(indexTexts(project->storage(), source, quiet), "index"); }); });
    const QList<double> waits = editsDuring(*project, person, job);
    QCoreApplication::sendPostedEvents();
    const double bytes = static_cast<double>(source.bytes);
    const double added = static_cast<double>(QFileInfo(path).size() - before);
    const QJsonObject found = searching(project->storage(), vocabulary);
    const Evidence first = project->records().evidence.all().first();
    const double erasing = milliseconds([&] { must(eraseEvidence(*project, { first.id }, quiet), "erase"); });
    const QJsonObject all { { QStringLiteral("text_bytes"), source.bytes.load() },
                            { QStringLiteral("index_of_text"), added / bytes },
                            { QStringLiteral("index_mb_s"), bytes / 1e6 / (indexing / 1e3) },
                            { QStringLiteral("edits_while_indexing"), spread(waits) },
                            { QStringLiteral("search"), found },
                            { QStringLiteral("erase_1_mb_ms"), erasing },
                            { QStringLiteral("peak_mib"), peakMemory() } };
    std::puts(QJsonDocument(all).toJson().constData());
    return 0;
}
