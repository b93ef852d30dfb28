#include "model/demo/fixture.h"

#include "model/catalog/catalogid.h"
#include "model/commands.h"
#include "model/demo/blobwriting.h"
#include "model/evidence/blobs.h"
#include "model/job.h"
#include "model/making/projectmaking.h"
#include "model/record/rank.h"
#include "model/store/projectstorage.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace tb {

namespace {

const QDateTime &start()
{
    static const QDateTime at(QDate(2025, 7, 1), QTime(8, 0), Qt::UTC);
    return at;
}

constexpr int people = 24;
constexpr int perChange = 500; // records in one log entry

qint64 key(const char *kind, int number)
{
    return catalogId(QLatin1String("fixture/") + QLatin1String(kind), QString::number(number));
}

Person personAt(int number)
{
    Person person;
    person.id.value = key("person", number);
    person.name = QStringLiteral("Person %1").arg(number + 1, 2, 10, QLatin1Char('0'));
    person.email = QStringLiteral("person%1@fixture.example").arg(number + 1);
    person.team = QStringLiteral("Team %1").arg(number % 5 + 1);
    return person;
}

/// A control of the library under a code of its own.
Control controlAt(const Catalog &catalog, int number)
{
    const CatalogControl &model = catalog.controls.at(number % catalog.controls.size());
    Control control;
    control.id.value = key("control", number);
    control.code = QStringLiteral("FX-%1").arg(number + 1, 5, 10, QLatin1Char('0'));
    control.title = model.title;
    control.description = model.description;
    control.kind = model.kind;
    control.nature = model.nature;
    control.frequency = model.frequency;
    control.owner.value = key("person", number % people);
    control.workStatus = static_cast<WorkStatus>(number % 3);
    if (control.workStatus == WorkStatus::Implemented)
        control.implementedOn = QDate(2025, 6, 1).addDays(number % 28);
    control.rank = rankAt(number);
    return control;
}

Evidence evidenceAt(int number, qint64 size)
{
    Evidence item;
    item.id.value = key("evidence", number);
    item.code = QStringLiteral("E-%1").arg(number + 1, 5, 10, QLatin1Char('0'));
    item.title = QStringLiteral("Fixture record %1").arg(number + 1);
    item.fileName = QStringLiteral("fixture-%1.bin").arg(number + 1, 5, 10, QLatin1Char('0'));
    item.mediaType = QStringLiteral("application/octet-stream");
    item.kind = static_cast<EvidenceKind>(number % 5);
    item.size = size;
    item.collectedOn = QDate(2025, 7, 1).addDays(number % 250);
    item.performedOn = { item.collectedOn };
    item.receivedAt = start().addDays(number % 250);
    item.owner = item.collectedBy = { key("person", number % people) };
    item.sourceSystem = QStringLiteral("Fixture");
    return item;
}

/// Bytes that no compression and no deduplication shortens, different for each file.
class FixtureBytes
{
public:
    explicit FixtureBytes(int number) : m_random(static_cast<quint32>(number) + 1U) { }

    QByteArray next(qint64 count)
    {
        std::array<quint32, 1024> words {};
        QByteArray bytes;
        while (bytes.size() < count) {
            m_random.fillRange(words.data(), static_cast<qsizetype>(words.size()));
            bytes.append(QByteArray::fromRawData(reinterpret_cast<const char *>(words.data()), sizeof(words)));
        }
        bytes.truncate(count);
        return bytes;
    }

private:
    QRandomGenerator m_random;
};

/// Makes the fixture, part after part, each as one log entry at a time of its own.
class FixtureMaker
{
public:
    FixtureMaker(Project &project, const Catalog &catalog, const FixtureSize &size, JobControl &job)
        : m_project(project)
        , m_catalog(catalog)
        , m_size(size)
        , m_job(job)
    { }

    Status make()
    {
        if (auto done = inParts(people, [this](Connection &c, int i) { return store::insert(c, personAt(i)); }); !done)
            return done;
        if (auto done = inParts(m_size.controls, [this](Connection &c, int i) { return addControl(c, i); }); !done)
            return done;
        return inParts(m_size.evidence, [this](Connection &c, int i) { return addEvidence(c, i); });
    }

private:
    Status inParts(int count, const std::function<Status(Connection &, int)> &add)
    {
        for (int from = 0; from < count;) {
            const int to = std::min(count, from + partSize());
            const Action action { m_project.actor(), EntryKind::Import, {}, start().addSecs(++m_entries) };
            const auto done = m_project.change(action, [&](Connection &connection) -> Status {
                for (int i = from; i < to; ++i) {
                    if (auto added = add(connection, i); !added)
                        return added;
                }
                return Ok {};
            });
            if (!done)
                return done.error();
            from = to;
            m_job.progress(from, count, {});
        }
        return Ok {};
    }

    /// Few files to a transaction when they are large, so that its memory stays small.
    int partSize() const
    {
        constexpr qint64 most = 32 << 20;
        return static_cast<int>(std::clamp<qint64>(most / std::max<qint64>(m_size.bytes, 1), 1, perChange));
    }

    Status addControl(Connection &connection, int number)
    {
        if (m_job.cancelled())
            return Error { Error::Kind::Cancelled, {}, {} };
        if (auto done = store::insert(connection, controlAt(m_catalog, number)); !done)
            return done;
        const CatalogControl &model = m_catalog.controls.at(number % m_catalog.controls.size());
        for (const QString &code : model.criteria) {
            const qint64 criterion = catalogId(QStringLiteral("criteria"), code);
            if (auto done = store::link(connection, controlCriterion, key("control", number), criterion); !done)
                return done;
        }
        return Ok {};
    }

    Status addEvidence(Connection &connection, int number)
    {
        if (m_job.cancelled())
            return Error { Error::Kind::Cancelled, {}, {} };
        Evidence item = evidenceAt(number, m_size.bytes);
        const auto stored = addBytes(connection, number);
        if (!stored)
            return stored.error();
        item.sha256 = stored.value();
        if (auto done = store::insert(connection, item); !done)
            return done;
        if (m_size.controls == 0)
            return Ok {};
        return store::link(connection, evidenceControl, item.id.value, key("control", number % m_size.controls));
    }

    Result<QString> addBytes(Connection &connection, int number)
    {
        FixtureBytes source(number);
        if (m_size.bytes <= blobs::chunkSize) // so few bytes that two files may be equal
            return storeBytes(connection, source.next(m_size.bytes));
        const auto seq = blobs::nextSeq(connection);
        if (!seq)
            return seq.error();
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (qint64 chunk = 0; chunk < blobs::chunkCount(m_size.bytes); ++chunk) {
            const QByteArray bytes = source.next(std::min(blobs::chunkSize, m_size.bytes - chunk * blobs::chunkSize));
            hash.addData(bytes);
            if (const auto done = blobs::addChunk(connection, seq.value(), chunk, bytes); !done)
                return done.error();
        }
        const QString sha256 = QString::fromLatin1(hash.result().toHex());
        if (const auto done = blobs::addRow(connection, { seq.value(), sha256, m_size.bytes }); !done)
            return done.error();
        return sha256;
    }

    Project &m_project;
    const Catalog &m_catalog;
    FixtureSize m_size;
    JobControl &m_job;
    int m_entries = 0;
};

NewProject draft()
{
    NewProject draft;
    draft.engagement.organisation = QStringLiteral("Fixture Ltd");
    draft.engagement.service = QStringLiteral("Fixture");
    draft.engagement.from = QDate(2025, 7, 1);
    draft.engagement.to = QDate(2026, 6, 30);
    draft.engagement.categories = { wordOf(Category::Security), wordOf(Category::Availability) };
    draft.startingSet = StartingSet::None;
    return draft;
}

} // namespace

Result<std::unique_ptr<Project>> makeFixture(std::unique_ptr<ProjectStorage> storage, const Catalog &catalog,
                                             const FixtureSize &size, JobControl &job)
{
    auto project = makeProject(std::move(storage), draft(), catalog, QStringLiteral("fixture"), start());
    if (!project)
        return project.error();
    FixtureMaker maker(*project.value(), catalog, size, job);
    if (const auto done = maker.make(); !done)
        return done.error();
    return std::move(project).value();
}

} // namespace tb
