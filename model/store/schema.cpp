#include "model/store/schema.h"

#include "model/store/connection.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <array>

namespace tb::schema {

namespace {

// No CHECK on enumerations: an older version must be able to replay what a newer one wrote. No UNIQUE beside the keys:
// a changeset that swaps two codes would pass through a state that breaks it; the commands keep codes unique.
constexpr const char *first = R"sql(
CREATE TABLE engagement(
  id INTEGER PRIMARY KEY, organisation TEXT NOT NULL, service TEXT NOT NULL, report_type TEXT NOT NULL, as_of TEXT,
  period_from TEXT, period_to TEXT, categories TEXT NOT NULL, auditor TEXT NOT NULL, lead TEXT NOT NULL,
  confidentiality TEXT NOT NULL, retain_until TEXT, prior TEXT NOT NULL) STRICT;
CREATE TABLE person(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, role TEXT NOT NULL, team TEXT NOT NULL,
  active INTEGER NOT NULL) STRICT;
CREATE TABLE framework(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, revision TEXT NOT NULL) STRICT;
CREATE TABLE criterion(
  id INTEGER PRIMARY KEY, framework_id INTEGER NOT NULL REFERENCES framework(id), code TEXT NOT NULL,
  series TEXT NOT NULL, title TEXT NOT NULL, statement TEXT NOT NULL, category TEXT NOT NULL, coso_principle INTEGER,
  not_relevant INTEGER NOT NULL, not_relevant_reason TEXT NOT NULL,
  not_relevant_approver_id INTEGER REFERENCES person(id), rank TEXT NOT NULL, origin_key TEXT NOT NULL,
  origin_hash TEXT NOT NULL) STRICT;
CREATE TABLE control(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL,
  owner_id INTEGER REFERENCES person(id), kind TEXT NOT NULL, nature TEXT NOT NULL, frequency TEXT NOT NULL,
  work_status TEXT NOT NULL, not_applicable_reason TEXT NOT NULL,
  not_applicable_approver_id INTEGER REFERENCES person(id), target_on TEXT, implemented_on TEXT, retired_on TEXT,
  performer_id INTEGER REFERENCES person(id), signed_off_by_id INTEGER REFERENCES person(id), signed_off_on TEXT,
  signed_off_hash TEXT NOT NULL, anchor_on TEXT, calendar TEXT NOT NULL, grace_days INTEGER, tags TEXT NOT NULL,
  notes TEXT NOT NULL, rank TEXT NOT NULL, origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL) STRICT;
CREATE INDEX control_owner ON control(owner_id);
CREATE INDEX control_code ON control(code);
CREATE TABLE control_criterion(
  control_id INTEGER NOT NULL REFERENCES control(id), criterion_id INTEGER NOT NULL REFERENCES criterion(id),
  PRIMARY KEY(control_id, criterion_id)) STRICT, WITHOUT ROWID;
CREATE INDEX control_criterion_right ON control_criterion(criterion_id);
CREATE TABLE evidence(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, kind TEXT NOT NULL,
  file_name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, address TEXT NOT NULL,
  performed_on TEXT NOT NULL, covers_from TEXT, covers_to TEXT, collected_on TEXT, received_at INTEGER,
  collected_by_id INTEGER REFERENCES person(id), owner_id INTEGER REFERENCES person(id), source_system TEXT NOT NULL,
  procedure TEXT NOT NULL, sensitivity TEXT NOT NULL, shared INTEGER NOT NULL, withheld_reason TEXT NOT NULL,
  supersedes_id INTEGER REFERENCES evidence(id), erased_at INTEGER, tags TEXT NOT NULL) STRICT;
CREATE INDEX evidence_owner ON evidence(owner_id);
CREATE INDEX evidence_supersedes ON evidence(supersedes_id);
CREATE INDEX evidence_code ON evidence(code);
CREATE INDEX evidence_sha256 ON evidence(sha256);
CREATE TABLE evidence_control(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), control_id INTEGER NOT NULL REFERENCES control(id),
  PRIMARY KEY(evidence_id, control_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_control_right ON evidence_control(control_id);
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE blob(seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL) STRICT;
CREATE TABLE chunk(id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE activity(
  seq INTEGER PRIMARY KEY, at_utc INTEGER NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, target_seq INTEGER,
  other_head BLOB, labels TEXT NOT NULL, changeset BLOB NOT NULL, previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL) STRICT;
)sql";

// Both search indexes. `secure-delete`: what is taken out of the text is gone at once, for evidence that is erased.
constexpr const char *search = R"sql(
CREATE TABLE search_record(
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL, record_id INTEGER NOT NULL, UNIQUE(subject, record_id)) STRICT;
CREATE VIRTUAL TABLE search_words USING fts5(head, body, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE TABLE search_document(
  seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, state TEXT NOT NULL, version INTEGER NOT NULL,
  detail TEXT NOT NULL) STRICT;
CREATE TABLE search_piece(id INTEGER PRIMARY KEY, text BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE search_text USING fts5(text, content='', columnsize=0,
  tokenize='unicode61 remove_diacritics 2', prefix='2 3 4');
INSERT INTO search_text(search_text, rank) VALUES('secure-delete', 1);
)sql";

constexpr std::array all { Migration { 1, first }, Migration { 3, search } };

Status run(Connection &connection, const Migration &step)
{
    auto transaction = Transaction::begin(connection.handle());
    if (!transaction)
        return transaction.error();
    if (auto done = connection.execute(step.sql); !done)
        return done;
    const QByteArray version = "PRAGMA user_version=" + QByteArray::number(step.version);
    if (auto done = connection.execute(version.constData()); !done)
        return done;
    return transaction.value().commit();
}

Result<QStringList> textOf(const Connection &connection)
{
    auto query = Statement::prepare(connection.handle(),
                                    "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema "
                                    "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name");
    if (!query)
        return query.error();
    QStringList lines;
    while (query.value().next())
        lines.append(query.value().text(0));
    if (const auto done = query.value().status(); !done)
        return done.error();
    return lines;
}

Result<int> versionOf(const Connection &connection)
{
    auto query = Statement::prepare(connection.handle(), "PRAGMA user_version");
    if (!query)
        return query.error();
    return query.value().next() ? static_cast<int>(query.value().integer(0)) : 0;
}

} // namespace

std::span<const Migration> migrations()
{
    return all;
}

int currentVersion()
{
    return all.back().version;
}

const QStringList &loggedTables()
{
    static const QStringList tables { QStringLiteral("engagement"), QStringLiteral("person"),
                                      QStringLiteral("framework"),  QStringLiteral("criterion"),
                                      QStringLiteral("control"),    QStringLiteral("control_criterion"),
                                      QStringLiteral("evidence"),   QStringLiteral("evidence_control") };
    return tables;
}

const QStringList &unloggedTables()
{
    static const QStringList tables {
        QStringLiteral("activity"), // the log itself
        QStringLiteral("blob"), // evidence bytes outlive undo, so that redo finds them
        QStringLiteral("chunk"),
        QStringLiteral("meta"), // facts of the file, not of the engagement
        // The search indexes follow the logged tables and the evidence bytes, and can be made anew from them.
        QStringLiteral("search_record"),
        QStringLiteral("search_words"),
        QStringLiteral("search_words_config"),
        QStringLiteral("search_words_content"),
        QStringLiteral("search_words_data"),
        QStringLiteral("search_words_docsize"),
        QStringLiteral("search_words_idx"),
        QStringLiteral("search_document"),
        QStringLiteral("search_piece"),
        QStringLiteral("search_text"),
        QStringLiteral("search_text_config"),
        QStringLiteral("search_text_data"),
        QStringLiteral("search_text_idx"),
    };
    return tables;
}

Status migrate(Connection &connection, int upTo)
{
    const auto version = versionOf(connection);
    if (!version)
        return version.error();
    if (version.value() > currentVersion())
        return Error { Error::Kind::NewerVersion, {}, QString::number(version.value()) };
    for (const Migration &step : all) {
        if (step.version <= version.value() || step.version > upTo)
            continue;
        if (auto done = run(connection, step); !done)
            return done;
    }
    return Ok {};
}

Result<std::unique_ptr<Connection>> openMemory()
{
    ConnectionSpec spec;
    spec.mode = ConnectionSpec::Mode::Memory;
    return Connection::open(spec);
}

Status checkText(const Connection &connection)
{
    auto fresh = openMemory();
    if (!fresh)
        return fresh.error();
    const auto version = versionOf(connection);
    if (!version)
        return version.error();
    if (auto made = migrate(*fresh.value(), version.value()); !made)
        return made;
    const auto expected = textOf(*fresh.value());
    const auto found = textOf(connection);
    if (!expected || !found)
        return expected ? found.error() : expected.error();
    if (expected.value() != found.value())
        return Error { Error::Kind::Damaged, {}, QStringLiteral("the schema differs from the one Trustbench makes") };
    return Ok {};
}

} // namespace tb::schema
