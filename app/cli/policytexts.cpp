#include "app/cli/policytexts.h"

#include "app/cli/days.h"
#include "app/cli/opening.h"
#include "app/cli/recordnames.h"
#include "app/cli/words.h"
#include "model/policies/versions.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace tb::cli {

namespace {

constexpr qint64 longestText = 8 << 20; // bytes; a policy is pages, not volumes

bool isOpen(const PolicyVersion &version)
{
    return version.state == VersionState::Draft || version.state == VersionState::InReview;
}

PolicyId policyOf(const Call &call, const Records &records)
{
    return { recordNamed(call, records, "policy", call.arguments.at(1)) };
}

/// The version of the policy with the highest number; complains when it has none.
const PolicyVersion *latestOf(const Call &call, const Records &records)
{
    const PolicyId policy = policyOf(call, records);
    const PolicyVersion *latest = policy ? latestVersion(records, policy) : nullptr;
    if (policy && !latest)
        call.complain(Say::tr("The policy “%1” has no text yet.").arg(call.arguments.at(1)));
    return latest;
}

Result<QString> textFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::ExistingOnly))
        return Error { QFileInfo::exists(path) ? Error::Kind::Io : Error::Kind::NotFound, path, file.errorString() };
    const QByteArray bytes = file.read(longestText + 1);
    if (file.error() != QFile::NoError)
        return Error { Error::Kind::Io, path, file.errorString() };
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    if (utf8.hasError() || bytes.size() > longestText)
        return Error { Error::Kind::Invalid, path, QStringLiteral("not UTF-8, or too long") };
    return text;
}

/// The version to write: the open draft, or the next one, which starts as the latest reads.
PolicyVersion startOf(const Records &records, PolicyId policy)
{
    const PolicyVersion *latest = latestVersion(records, policy);
    if (latest && isOpen(*latest))
        return *latest;
    PolicyVersion next;
    next.policy = policy;
    if (latest)
        next.body = latest->body;
    return next;
}

/// Gives the version what the options say; complains about a record that is not there.
Result<bool> takeOptions(const Call &call, const Records &records, PolicyVersion &version)
{
    const auto document = keyOf(call, records, "document", "evidence");
    const auto author = keyOf(call, records, "author", "person");
    if (!document || !author)
        return false;
    if (*document)
        version.document.value = *document;
    if (*author)
        version.author.value = *author;
    if (call.has("note"))
        version.changeNote = call.value("note");
    if (!call.has("text"))
        return true;
    const auto text = textFrom(call.value("text"));
    if (!text)
        return text.error();
    version.body = text.value();
    return true;
}

Result<ExitCode> save(const Call &call, Project &project, const PolicyVersion &version)
{
    if (version.id) {
        if (const auto saved = saveRecords(project, QList<PolicyVersion> { version }); !saved)
            return saved.error();
        call.out << version.id.toString() << Qt::endl;
        return Fine;
    }
    const auto made = addVersion(project, version);
    if (!made)
        return made.error();
    call.out << made.value().toString() << Qt::endl;
    return Fine;
}

std::optional<Approval> approvalFrom(const Call &call, const Records &records)
{
    const auto by = keyOf(call, records, "by", "person");
    const auto on = dayOf(call, "on");
    const auto effective = call.has("effective") ? dayOf(call, "effective") : std::optional(QDate());
    const auto proof = keyOf(call, records, "proof", "evidence");
    if (!by || !on || !effective || !proof)
        return {};
    return Approval { { *by }, *on, *effective, { *proof } };
}

} // namespace

void addVersionOptions(QCommandLineParser &options)
{
    const auto add = [&](const char *name, const QString &text, const char *value) {
        options.addOption({ QLatin1String(name), text, QLatin1String(value) });
    };
    add("text", Say::tr("Take the text, Markdown with fields, from <file>; as the latest version reads if not given."),
        "file");
    add("document", Say::tr("The organisation's own document in place of a text: <evidence>."), "evidence");
    add("note", Say::tr("What this version changes."), "text");
    add("author", Say::tr("Who wrote it."), "person");
}

Result<ExitCode> runVersion(const Call &call)
{
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const PolicyId policy = policyOf(call, records);
    if (!policy)
        return Usage;
    PolicyVersion version = startOf(records, policy);
    const auto taken = takeOptions(call, records, version);
    if (!taken)
        return taken.error();
    return taken.value() ? save(call, *project.value(), version) : Usage;
}

void addReviewOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("back"), Say::tr("Make it a draft again instead.") });
}

Result<ExitCode> runReview(const Call &call)
{
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const PolicyVersion *latest = latestOf(call, project.value()->records());
    if (!latest)
        return Usage;
    const auto changes = setInReview(*project.value(), latest->id, !call.has("back"));
    return sayChange(call, *project.value(), changes);
}

void addApproveOptions(QCommandLineParser &options)
{
    const auto add = [&](const char *name, const QString &text, const char *value) {
        options.addOption({ QLatin1String(name), text, QLatin1String(value) });
    };
    add("by", Say::tr("Who approves it."), "person");
    add("on", Say::tr("The day of the approval; today if not given."), "date");
    add("effective", Say::tr("The day from which it holds; the day of the approval if not given."), "date");
    add("proof", Say::tr("What shows the approval."), "evidence");
}

Result<ExitCode> runApprove(const Call &call)
{
    if (call.value("by").isEmpty())
        return call.misused(Say::tr("Say who approves: --by PERSON."));
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const PolicyVersion *latest = latestOf(call, records);
    const auto approval = latest ? approvalFrom(call, records) : std::nullopt;
    if (!approval)
        return Usage;
    const auto changes = approveVersion(*project.value(), latest->id, *approval);
    return sayChange(call, *project.value(), changes);
}

void addAcknowledgeOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("on"), Say::tr("The day on which they read it; today if not given."),
                        QStringLiteral("date") });
}

Result<ExitCode> runAcknowledge(const Call &call)
{
    const auto day = dayOf(call, "on");
    if (!day)
        return Usage;
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const PolicyId policy = policyOf(call, records);
    const PolicyVersion *version = policy ? versionInForce(records, policy, *day) : nullptr;
    if (policy && !version)
        call.complain(Say::tr("No text of the policy “%1” was in force on that day.").arg(call.arguments.at(1)));
    const auto people = version ? keysNamed(call, records, "person", call.arguments.mid(2)) : std::nullopt;
    if (!people)
        return Usage;
    QList<PersonId> readers;
    for (const qint64 key : *people)
        readers.append(PersonId { key });
    const auto changes = acknowledge(*project.value(), version->id, readers, *day);
    return sayChange(call, *project.value(), changes);
}

} // namespace tb::cli
