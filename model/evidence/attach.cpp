#include "model/evidence/attach.h"

#include "model/commands.h"
#include "model/evidence/dropscan.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"
#include "model/store/statement.h"

#include <QFileInfo>
#include <QSet>

namespace tb {

namespace {

/// What somebody established about the precedent's own bytes: to be established anew.
void forgetChecks(Evidence &item)
{
    item.rows.reset();
    item.runBy = {};
    item.completeness.clear();
}

/// A file's name as a record can hold it: letters that no text may contain are replaced, all others stay as given.
QString recordableName(const QString &path)
{
    QString name;
    for (const char32_t c : QFileInfo(path).fileName().toUcs4()) {
        const auto category = QChar::category(c);
        const bool allowed = category != QChar::Other_Control && category != QChar::Other_Surrogate;
        name += allowed ? QString::fromUcs4(&c, 1) : QString(QChar::ReplacementCharacter);
    }
    return name;
}

/// Turns taken files into records and links, inside the change.
class RecordMaker
{
public:
    RecordMaker(Connection &connection, const AttachRequest &request, const ByteIntake &intake, AttachResult &result)
        : m_connection(connection)
        , m_request(request)
        , m_intake(intake)
        , m_result(result)
    { }

    Status prepare();
    Status add(const TakenFile &file);

private:
    struct Item
    {
        EvidenceId id;
        QString code;
    };
    Status readPrecedent();
    Status readCodes();
    Status addItem(const TakenFile &file);
    Result<std::optional<Item>> current(const QString &sha256);
    Status linkAll(EvidenceId id);
    Evidence draft(const TakenFile &file) const;
    void applyDates(Evidence &item) const;
    void applyOrigin(Evidence &item) const;
    QString takeCode();

    Connection &m_connection;
    const AttachRequest &m_request;
    const ByteIntake &m_intake;
    AttachResult &m_result;
    QSet<int> m_recorded; ///< new blobs that have an item by now
    Evidence m_precedent;
    QList<ControlId> m_controls;
    int m_lastCode = 0;
};

constexpr QLatin1String codePrefix("E-");
constexpr int codeDigits = 4;

Status RecordMaker::prepare()
{
    m_controls = m_request.controls;
    const Status read = m_request.relation == Relation::None ? Status(Ok {}) : readPrecedent();
    return read ? readCodes() : read;
}

Status RecordMaker::readPrecedent()
{
    const auto found = store::load<Evidence>(m_connection, m_request.precedent.value);
    if (!found)
        return found.error();
    m_precedent = found.value();
    auto links
        = Statement::prepare(m_connection.handle(), "SELECT control_id FROM evidence_control WHERE evidence_id=?");
    auto newer = Statement::prepare(m_connection.handle(), "SELECT code FROM evidence WHERE supersedes_id=?");
    if (!links || !newer)
        return links ? newer.error() : links.error();
    newer.value().bind(1, m_precedent.id.value);
    if (m_request.relation == Relation::Replacement && newer.value().next())
        return Error { Error::Kind::Conflict, m_precedent.code,
                       QStringLiteral("replaced by ") + newer.value().text(0) };
    links.value().bind(1, m_precedent.id.value);
    while (links.value().next()) {
        const ControlId control { links.value().integer(0) };
        if (!m_controls.contains(control))
            m_controls.append(control);
    }
    return links.value().status();
}

Status RecordMaker::readCodes()
{
    auto codes = Statement::prepare(m_connection.handle(),
                                    "SELECT max(CAST(substr(code, 3) AS INTEGER)) FROM evidence"
                                    " WHERE code GLOB 'E-[0-9]*' AND length(code) < 12");
    if (!codes)
        return codes.error();
    if (codes.value().next())
        m_lastCode = static_cast<int>(codes.value().integer(0));
    return codes.value().status();
}

QString RecordMaker::takeCode()
{
    return codePrefix + QStringLiteral("%1").arg(++m_lastCode, codeDigits, 10, QLatin1Char('0'));
}

/// The item with these bytes that still counts: neither erased nor replaced.
Result<std::optional<RecordMaker::Item>> RecordMaker::current(const QString &sha256)
{
    auto query
        = Statement::prepare(m_connection.handle(),
                             "SELECT id, code FROM evidence WHERE sha256=? AND erased_at IS NULL AND NOT EXISTS"
                             "(SELECT 1 FROM evidence AS newer WHERE newer.supersedes_id=evidence.id) ORDER BY code");
    if (!query)
        return query.error();
    query.value().bind(1, QStringView(sha256));
    std::optional<Item> item;
    if (query.value().next())
        item = Item { { query.value().integer(0) }, query.value().text(1) };
    if (const Status done = query.value().status(); !done)
        return done.error();
    return item;
}

Status RecordMaker::linkAll(EvidenceId id)
{
    for (const ControlId control : std::as_const(m_controls)) {
        if (auto done = store::link(m_connection, evidenceControl, id.value, control.value); !done)
            return done;
    }
    return Ok {};
}

Evidence RecordMaker::draft(const TakenFile &file) const
{
    const AttachRequest &given = m_request;
    Evidence item = m_precedent; // of a relation; otherwise an empty one
    item.id.value = newKey();
    item.fileName = recordableName(file.path);
    item.mediaType = guess::mediaType(item.fileName, file.head);
    item.size = file.size;
    item.sha256 = file.sha256;
    item.receivedAt = given.receivedAt.isValid() ? given.receivedAt : QDateTime::currentDateTimeUtc();
    item.collectedOn = given.collectedOn.isValid() ? given.collectedOn : item.receivedAt.toLocalTime().date();
    item.erasedAt = {};
    item.supersedes = given.relation == Relation::Replacement ? m_precedent.id : EvidenceId {};
    item.follows = given.relation == Relation::NextOccurrence ? m_precedent.id : EvidenceId {};
    item.redacts = {};
    forgetChecks(item);
    if (given.relation == Relation::NextOccurrence) {
        item.shared = true; // why the one before is kept back says nothing about this one
        item.withheldReason.clear();
    }
    if (given.relation == Relation::None) {
        item.title = guess::title(item.fileName);
        item.kind = guess::kind(item.fileName, item.mediaType);
        item.sensitivity = given.sensitivity;
    }
    applyDates(item);
    applyOrigin(item);
    return item;
}

/// A replacement shows the same performance as the item it replaces; everything else has only the dates given.
void RecordMaker::applyDates(Evidence &item) const
{
    const bool keeps = m_request.relation == Relation::Replacement;
    if (!keeps || !m_request.performedOn.isEmpty())
        item.performedOn = m_request.performedOn;
    if (!keeps || m_request.coversFrom.isValid() || m_request.coversTo.isValid()) {
        item.coversFrom = m_request.coversFrom;
        item.coversTo = m_request.coversTo;
    }
}

void RecordMaker::applyOrigin(Evidence &item) const
{
    if (m_request.collectedBy)
        item.collectedBy = m_request.collectedBy;
    if (m_request.owner)
        item.owner = m_request.owner;
    if (!m_request.sourceSystem.isEmpty())
        item.sourceSystem = m_request.sourceSystem;
    if (!m_request.procedure.isEmpty())
        item.procedure = m_request.procedure;
    if (!m_request.tags.isEmpty())
        item.tags = m_request.tags;
}

Status RecordMaker::add(const TakenFile &file)
{
    if (m_request.sameContent == SameContent::AddAnyway || m_request.relation == Relation::NextOccurrence)
        return addItem(file);
    // An item whose bytes were not there, because undo took its tombstone away, is no duplicate of a file that has
    // them.
    if (m_intake.isNew(file) && !m_recorded.contains(file.blob))
        return addItem(file);
    const auto existing = current(file.sha256);
    if (!existing)
        return existing.error();
    if (!existing.value())
        return addItem(file);
    m_result.duplicates.append({ file.path, existing.value()->id, existing.value()->code });
    return linkAll(existing.value()->id);
}

Status RecordMaker::addItem(const TakenFile &file)
{
    Evidence item = draft(file);
    item.code = takeCode();
    if (auto fine = asStatus(item.fileName, checkFields(item) + checkSubject(item)); !fine)
        return fine;
    if (auto done = store::insert(m_connection, item); !done)
        return done;
    m_result.added.append({ item.id, item.code, file.path, guess::period(item.fileName) });
    m_result.bytes += file.size;
    m_recorded.insert(file.blob);
    return linkAll(item.id);
}

/// Takes the bytes of every file of @p scan; what is refused is added to @p result.
Result<QList<TakenFile>> takeBytes(ByteIntake &intake, const DropScan &scan, AttachResult &result)
{
    QList<TakenFile> files;
    for (const DropScan::Found &found : scan.files) {
        auto taken = intake.take(found.path, found.named);
        if (!taken)
            return taken.error();
        if (const auto *issue = std::get_if<IntakeIssue>(&taken.value()))
            result.refused.append(*issue);
        else
            files.append(std::get<TakenFile>(taken.value()));
    }
    if (const Status done = intake.flush(); !done)
        return done.error();
    return files;
}

Status addRecords(Connection &connection, const AttachRequest &request, const ByteIntake &intake,
                  const QList<TakenFile> &files, AttachResult &result)
{
    RecordMaker maker(connection, request, intake, result);
    if (auto done = maker.prepare(); !done)
        return done;
    for (const TakenFile &file : files) {
        if (auto done = maker.add(file); !done)
            return done;
    }
    return Ok {};
}

} // namespace

Result<AttachResult> attachFiles(Project &project, const AttachRequest &request, JobControl &job)
{
    if (project.storage().isReadOnly())
        return Error { Error::Kind::ReadOnly, project.storage().path(), {} };
    auto scan = scanDrop(request.paths, job);
    if (!scan)
        return scan.error();
    auto connection = project.storage().openInTurn();
    if (!connection)
        return connection.error();

    AttachResult result;
    result.refused = scan.value().refused;
    ByteIntake intake(*connection.value(), project.storage().gate(), project.remover(), job, request.meter.get(),
                      scan.value().bytes);
    const auto files = takeBytes(intake, scan.value(), result);
    if (!files)
        return files.error();
    if (job.cancelled())
        return Error { Error::Kind::Cancelled };
    if (files.value().isEmpty())
        return result;
    if (request.relation == Relation::Replacement && files.value().size() != 1)
        return Error { Error::Kind::Invalid, {}, QStringLiteral("one item is replaced by one file") };

    const auto changed = project.change([&](Connection &inChange) -> Status {
        if (auto done = intake.commitRows(inChange, files.value()); !done)
            return done;
        return addRecords(inChange, request, intake, files.value(), result);
    });
    if (!changed)
        return changed.error();
    result.changes = changed.value();
    // Nothing was committed when nothing changed, and then the intake has what it wrote removed.
    if (!result.changes.isEmpty())
        intake.settle();
    return result;
}

} // namespace tb
