#include "model/policies/versions.h"

#include "model/catalog/catalogid.h"

#include <QCryptographicHash>

namespace tb {

namespace {

using Code = FieldProblem::Code;

Error problem(const PolicyVersion &version, const char *field, Code code)
{
    return { Error::Kind::Invalid, QString::number(version.number), {}, { { QLatin1String(field), code, {} } } };
}

bool isApproved(const PolicyVersion &version)
{
    return version.state == VersionState::Approved || version.state == VersionState::Superseded;
}

bool isOpen(const PolicyVersion &version)
{
    return !isApproved(version);
}

/// The approved version before @p approved, which it takes the place of.
const PolicyVersion *replacedBy(const Records &records, const PolicyVersion &approved)
{
    for (const PolicyVersion &version : records.policyVersions.all()) {
        if (version.policy == approved.policy && version.state == VersionState::Approved && version.id != approved.id)
            return &version;
    }
    return nullptr;
}

Status checkApproval(const Records &records, const PolicyVersion &version, const Approval &approval)
{
    if (isApproved(version))
        return problem(version, "state", Code::Frozen);
    if (version.body.trimmed().isEmpty() && !version.document)
        return problem(version, "body", Code::Required);
    const Evidence *document = records.evidence.find(version.document);
    if (version.document && (!document || document->sha256.isEmpty()))
        return problem(version, "document_id", Code::Insufficient); // a link has no bytes to which it could be bound
    if (!records.people.contains(approval.by))
        return problem(version, "approved_by_id", approval.by ? Code::UnknownRecord : Code::Required);
    if (!approval.on.isValid())
        return problem(version, "approved_on", Code::Required);
    if (approval.effectiveOn.isValid() && approval.effectiveOn < approval.on)
        return problem(version, "effective_on", Code::EndBeforeStart);
    return Ok {};
}

PolicyVersion approved(const Records &records, PolicyVersion version, const Approval &approval)
{
    version.state = VersionState::Approved;
    version.approvedBy = approval.by;
    version.approvedOn = approval.on;
    version.effectiveOn = approval.effectiveOn.isValid() ? approval.effectiveOn : approval.on;
    version.textHash = versionHash(records, version);
    if (approval.proof)
        version.proof = approval.proof;
    return version;
}

Status scheduleReview(Connection &connection, const Policy *policy, QDate approvedOn)
{
    if (!policy || policy->reviewMonths == 0)
        return Ok {};
    Policy reviewed = *policy;
    reviewed.nextReviewOn = approvedOn.addMonths(static_cast<int>(policy->reviewMonths));
    return store::update(connection, *policy, reviewed);
}

} // namespace

QString versionHash(const Records &records, const PolicyVersion &version)
{
    if (const Evidence *document = records.evidence.find(version.document))
        return document->sha256;
    return QString::fromLatin1(QCryptographicHash::hash(version.body.toUtf8(), QCryptographicHash::Sha256).toHex());
}

const PolicyVersion *versionInForce(const Records &records, PolicyId policy, QDate day)
{
    const PolicyVersion *inForce = nullptr;
    for (const PolicyVersion &version : records.policyVersions.all()) {
        if (version.policy != policy || !isApproved(version) || version.effectiveOn > day)
            continue;
        if (!inForce || version.effectiveOn > inForce->effectiveOn
            || (version.effectiveOn == inForce->effectiveOn && version.number > inForce->number))
            inForce = &version;
    }
    return inForce;
}

const PolicyVersion *latestVersion(const Records &records, PolicyId policy)
{
    const PolicyVersion *latest = nullptr;
    for (const PolicyVersion &version : records.policyVersions.all()) {
        if (version.policy == policy && (!latest || version.number > latest->number))
            latest = &version;
    }
    return latest;
}

Result<PolicyVersionId> addVersion(Project &project, PolicyVersion draft)
{
    const PolicyVersion *latest = latestVersion(project.records(), draft.policy);
    if (latest && isOpen(*latest))
        return problem(*latest, "state", Code::NotUnique);
    draft.number = latest ? latest->number + 1 : 1;
    draft.state = VersionState::Draft;
    draft.approvedBy = {};
    draft.approvedOn = {};
    draft.textHash.clear();
    return createRecord(project, draft);
}

Result<ChangeSet> setInReview(Project &project, PolicyVersionId id, bool inReview)
{
    const PolicyVersion *version = project.records().policyVersions.find(id);
    if (!version)
        return unknownRecord(id.value);
    PolicyVersion moved = *version;
    moved.state = inReview ? VersionState::InReview : VersionState::Draft;
    return saveRecords(project, QList<PolicyVersion> { moved });
}

Result<ChangeSet> approveVersion(Project &project, PolicyVersionId id, const Approval &approval)
{
    const Records &records = project.records();
    const PolicyVersion *version = records.policyVersions.find(id);
    if (!version)
        return unknownRecord(id.value);
    if (const auto fine = checkApproval(records, *version, approval); !fine)
        return fine.error();
    const PolicyVersion after = approved(records, *version, approval);
    if (const auto fine = asStatus(QString::number(after.number), check(records, after)); !fine)
        return fine.error();
    const PolicyVersion *earlier = replacedBy(records, *version);
    return project.change([&](Connection &connection) -> Status {
        if (earlier) {
            PolicyVersion superseded = *earlier;
            superseded.state = VersionState::Superseded;
            if (auto done = store::update(connection, *earlier, superseded); !done)
                return done;
        }
        if (auto done = store::update(connection, *version, after); !done)
            return done;
        return scheduleReview(connection, records.policies.find(version->policy), approval.on);
    });
}

bool matchesApproval(const Records &records, const PolicyVersion &version)
{
    return isApproved(version) && version.textHash == versionHash(records, version);
}

Result<ChangeSet> acknowledge(Project &project, PolicyVersionId id, const QList<PersonId> &people, QDate day)
{
    QSet<PersonId> known;
    for (const Acknowledgement &given : project.records().acknowledgements.all()) {
        if (given.version == id)
            known.insert(given.person);
    }
    QList<Acknowledgement> drafts;
    for (const PersonId person : people) {
        const qint64 key
            = catalogId(QStringLiteral("acknowledgement"), id.toString() + QLatin1Char('/') + person.toString());
        Acknowledgement draft { { key }, person, id, day };
        if (const auto fine = asStatus(person.toString(), check(project.records(), draft)); !fine)
            return fine.error();
        if (!known.contains(person))
            drafts.append(draft);
    }
    return project.change([&](Connection &connection) -> Status {
        for (const Acknowledgement &draft : drafts) {
            if (auto done = store::insert(connection, draft); !done)
                return done;
        }
        return Ok {};
    });
}

} // namespace tb
