#include "model/demo/demorules.h"

#include "model/policies/versions.h"
#include "model/testing/drawing.h"
#include "model/vendors/vendorscore.h"

#include <QJsonArray>

namespace tb {

using namespace demo;

namespace {

/// The first date among the cells of a row: exports name the item first and its day soon after.
QDate dayOf(const QStringList &row)
{
    for (const QString &cell : row) {
        if (const QDate day = QDate::fromString(cell.left(10), Qt::ISODate); day.isValid())
            return day;
    }
    return {};
}

QString firstChoice(const Question &question)
{
    return question.options.section(QLatin1Char('\n'), 0, 0).section(QLatin1Char(' '), 1);
}

} // namespace

Status DemoRules::write(const QJsonObject &entry)
{
    using Writer = Status (DemoRules::*)(const QJsonObject &);
    static const QHash<QString, Writer> writers { { QStringLiteral("approve"), &DemoRules::approve },
                                                  { QStringLiteral("draft"), &DemoRules::draft },
                                                  { QStringLiteral("version"), &DemoRules::addNextVersion },
                                                  { QStringLiteral("in_review"), &DemoRules::takeToReview },
                                                  { QStringLiteral("acknowledge"), &DemoRules::acknowledgeVersions },
                                                  { QStringLiteral("note"), &DemoRules::addNote },
                                                  { QStringLiteral("answer"), &DemoRules::answer },
                                                  { QStringLiteral("complete"), &DemoRules::complete },
                                                  { QStringLiteral("population"), &DemoRules::addPopulation },
                                                  { QStringLiteral("freeze"), &DemoRules::freeze },
                                                  { QStringLiteral("draw"), &DemoRules::draw },
                                                  { QStringLiteral("results"), &DemoRules::setResults } };
    const Writer writer = writers.value(text(entry, "do"));
    return writer ? (this->*writer)(entry) : Status(missing(text(entry, "do")));
}

Result<QList<PolicyVersionId>> DemoRules::latestVersions(const QJsonObject &entry) const
{
    QList<PolicyVersionId> versions;
    for (const QString &code : texts(entry, "policies")) {
        const PolicyVersion *version = latestVersion(m_project.records(), m_records.idOf<PolicyId>(code));
        if (!version)
            return missing(code);
        versions.append(version->id);
    }
    return versions;
}

Status DemoRules::approve(const QJsonObject &entry)
{
    const auto versions = latestVersions(entry);
    if (!versions)
        return versions.error();
    Approval approval;
    approval.by = m_records.idOf<PersonId>(textOr(entry, "approver", m_project.actor()));
    approval.on = entry.contains(QLatin1String("on")) ? date(entry, "on") : instant(entry).date();
    approval.effectiveOn = date(entry, "effective");
    approval.proof = m_records.idOf<EvidenceId>(text(entry, "proof"));
    for (const PolicyVersionId id : versions.value()) {
        if (const auto done = approveVersion(m_project, id, approval); !done)
            return done.error();
    }
    return Ok {};
}

QString DemoRules::bodyFrom(const QJsonObject &entry, const PolicyVersion &latest) const
{
    QString body = textOr(entry, "body", latest.body);
    const Policy *policy = m_project.records().policies.find(latest.policy);
    if (policy && entry.value(QLatin1String("library")).toBool()) {
        for (const CatalogPolicy &known : m_catalog.policies.policies) {
            if (known.key == policy->originKey)
                body = known.body;
        }
    }
    return body + text(entry, "append");
}

Status DemoRules::draft(const QJsonObject &entry)
{
    const PolicyVersion *open = latestVersion(m_project.records(), m_records.idOf<PolicyId>(text(entry, "policy")));
    if (!open)
        return missing(text(entry, "policy"));
    PolicyVersion written = *open;
    written.body = bodyFrom(entry, *open);
    written.author = m_records.idOf<PersonId>(m_project.actor());
    return statusOf(saveRecords(m_project, QList<PolicyVersion> { written }));
}

Status DemoRules::addNextVersion(const QJsonObject &entry)
{
    PolicyVersion next;
    next.policy = m_records.idOf<PolicyId>(text(entry, "policy"));
    const PolicyVersion *latest = latestVersion(m_project.records(), next.policy);
    if (!latest)
        return missing(text(entry, "policy"));
    next.body = bodyFrom(entry, *latest);
    next.changeNote = text(entry, "note");
    next.author = m_records.idOf<PersonId>(m_project.actor());
    return statusOf(addVersion(m_project, next));
}

Status DemoRules::takeToReview(const QJsonObject &entry)
{
    const auto versions = latestVersions(entry);
    if (!versions)
        return versions.error();
    for (const PolicyVersionId id : versions.value()) {
        if (const auto done = setInReview(m_project, id, true); !done)
            return done.error();
    }
    return Ok {};
}

Status DemoRules::acknowledgeVersions(const QJsonObject &entry)
{
    const auto versions = latestVersions(entry);
    if (!versions)
        return versions.error();
    const QStringList named = texts(entry, "people");
    const QStringList except = texts(entry, "except");
    QList<PersonId> people;
    for (const Person &person : m_project.records().people.all()) {
        if (named.isEmpty() ? person.active && !except.contains(person.name) : named.contains(person.name))
            people.append(person.id);
    }
    for (const PolicyVersionId id : versions.value()) {
        if (const auto done = acknowledge(m_project, id, people, instant(entry).date()); !done)
            return done.error();
    }
    return Ok {};
}

Status DemoRules::addNote(const QJsonObject &entry)
{
    RequestNote note;
    note.request = m_records.idOf<RequestId>(text(entry, "request"));
    note.author = m_project.actor();
    note.writtenAt = instant(entry);
    note.text = text(entry, "text");
    return statusOf(createRecord(m_project, note));
}

Status DemoRules::answer(const QJsonObject &entry)
{
    const auto id = m_records.idOf<AssessmentId>(text(entry, "assessment"));
    const Assessment *assessment = m_project.records().assessments.find(id);
    if (!assessment)
        return missing(text(entry, "assessment"));
    const QStringList open = texts(entry, "open");
    for (const Question &question : m_project.records().questions.all()) {
        if (question.questionnaire != assessment->questionnaire || open.contains(question.code))
            continue;
        if (auto done = answerOne(entry, id, question); !done)
            return done;
    }
    return Ok {};
}

Status DemoRules::answerOne(const QJsonObject &entry, AssessmentId assessment, const Question &question)
{
    const QString otherwise = question.answerType == AnswerType::YesPartlyNo ? QStringLiteral("yes")
        : question.answerType == AnswerType::Choice                          ? firstChoice(question)
                                                                             : QString();
    const QJsonObject answers = entry.value(QLatin1String("answers")).toObject();
    const QString value = answers.value(question.code).toString(otherwise);
    const QString note = entry.value(QLatin1String("notes")).toObject().value(question.code).toString();
    return value.isEmpty() ? Status(Ok {}) : statusOf(setAnswer(m_project, assessment, question.id, value, note));
}

Status DemoRules::complete(const QJsonObject &entry)
{
    AssessmentOutcome outcome;
    outcome.outcome = fromWord<VendorOutcome>(text(entry, "outcome")).value_or(VendorOutcome::Approved);
    outcome.completedOn = instant(entry).date();
    outcome.conditions = text(entry, "conditions");
    outcome.nextDueOn = date(entry, "next");
    const auto id = m_records.idOf<AssessmentId>(text(entry, "assessment"));
    return statusOf(completeAssessment(m_project, id, outcome));
}

Status DemoRules::addPopulation(const QJsonObject &entry)
{
    const Evidence *item = m_project.records().evidence.find(m_records.idOf<EvidenceId>(text(entry, "file")));
    if (!item)
        return missing(text(entry, "file"));
    Population population;
    population.control = m_records.idOf<ControlId>(text(entry, "control"));
    population.title = textOr(entry, "title", item->title);
    population.evidence = item->id;
    population.coversFrom = item->coversFrom;
    population.coversTo = item->coversTo;
    population.count = m_files.value(item->fileName).rows.size();
    population.complete = entry.value(QLatin1String("complete")).toBool();
    population.completeness = text(entry, "completeness");
    const auto made = createRecord(m_project, population);
    if (made)
        m_records.remember(QStringLiteral("population"), text(entry, "key"), made.value().value);
    return statusOf(made);
}

Status DemoRules::freeze(const QJsonObject &entry)
{
    for (const QString &name : texts(entry, "populations")) {
        const auto id = m_records.idOf<PopulationId>(name);
        if (const auto done = freezePopulation(m_project, id, instant(entry).date()); !done)
            return done.error();
    }
    return Ok {};
}

Status DemoRules::draw(const QJsonObject &entry)
{
    DrawOrder order;
    order.population = m_records.idOf<PopulationId>(text(entry, "population"));
    order.method = fromWord<DrawMethod>(text(entry, "method")).value_or(DrawMethod::Random);
    order.seed = text(entry, "seed");
    order.redrawReason = text(entry, "reason");
    order.drawnBy = m_records.idOf<PersonId>(m_project.actor());
    order.day = instant(entry).date();
    if (const int size = entry.value(QLatin1String("size")).toInt())
        order.size = size;
    return statusOf(drawSample(m_project, order));
}

QList<SampledItem> DemoRules::itemsOf(PopulationId population) const
{
    QList<SampledItem> items;
    for (const SampledItem &item : m_project.records().sampledItems.all()) {
        const Draw *draw = m_project.records().draws.find(item.draw);
        if (draw && !draw->superseded && draw->population == population)
            items.append(item);
    }
    std::sort(items.begin(), items.end(),
              [](const SampledItem &a, const SampledItem &b) { return a.position < b.position; });
    return items;
}

Status DemoRules::setResults(const QJsonObject &entry)
{
    const auto id = m_records.idOf<PopulationId>(text(entry, "population"));
    const Population *population = m_project.records().populations.find(id);
    const Evidence *list = population ? m_project.records().evidence.find(population->evidence) : nullptr;
    if (!list)
        return missing(text(entry, "population"));
    const int attributes = entry.value(QLatin1String("attributes")).toInt(3);
    QList<SampledItem> items = itemsOf(id);
    items.resize(std::max<qsizetype>(0, items.size() - entry.value(QLatin1String("open")).toInt()));
    for (const SampledItem &item : std::as_const(items)) {
        if (auto done = testItem(entry, item, m_files.value(list->fileName), attributes); !done)
            return done;
    }
    return Ok {};
}

Status DemoRules::testItem(const QJsonObject &entry, const SampledItem &item, const DemoFile &list, int attributes)
{
    const QStringList row = list.rows.value(static_cast<qsizetype>(item.position) - 1);
    const QJsonObject deviations = entry.value(QLatin1String("deviations")).toObject();
    SampledItem tested = item;
    tested.reference = row.value(0);
    tested.happenedOn = dayOf(row);
    tested.note = deviations.value(QString::number(item.position)).toString();
    tested.deviates = !tested.note.isEmpty();
    tested.results = QString(attributes, QLatin1Char('p'));
    if (tested.deviates)
        tested.results.replace(attributes - 1, 1, QLatin1Char('d'));
    if (const auto done = saveRecords(m_project, QList<SampledItem> { tested }); !done)
        return done.error();
    const auto proof = m_records.idOf<EvidenceId>(text(entry, "evidence"));
    return statusOf(setLinks(m_project, evidenceSampledItem, { proof.value }, { item.id.value }, true));
}

} // namespace tb
