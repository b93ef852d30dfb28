#include "model/store/schema.h"

#include "model/store/connection.h"
#include "model/store/migrations.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <array>

namespace tb::schema {

namespace {

constexpr std::array all { Migration { 1, first }, Migration { 2, everySubject }, Migration { 3, search },
                           Migration { 4, expectedEvidence } };

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
                                    "ORDER BY type, name");
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
    static const QStringList tables
        = QStringLiteral("engagement person framework criterion control control_criterion evidence "
                         "evidence_control milestone role training_record point_of_focus control_revision "
                         "control_decision attestation system location commitment incident significant_change "
                         "subsequent_event policy policy_version policy_requirement policy_parameter "
                         "acknowledgement plan_item request request_note vendor questionnaire question "
                         "assessment answer vendor_report vendor_cuec user_control csoc checklist_item risk "
                         "finding finding_occurrence sampling_profile population test_procedure test draw "
                         "sampled_item description_section control_point_of_focus control_policy "
                         "control_system risk_control risk_commitment policy_requirement_control "
                         "test_procedure_policy_requirement evidence_policy evidence_vendor evidence_request "
                         "evidence_test evidence_checklist_item evidence_system evidence_plan_item "
                         "evidence_answer evidence_sampled_item request_criterion request_control "
                         "checklist_item_criterion vendor_cuec_control csoc_criterion user_control_criterion "
                         "finding_control significant_change_system")
              .split(QLatin1Char(' '));
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
