#include "app/cli/evidencework.h"

#include "app/cli/opening.h"
#include "app/cli/recordnames.h"
#include "app/cli/words.h"
#include "model/evidence/erase.h"
#include "model/evidence/evidencerelation.h"

namespace tb::cli {

namespace {

std::optional<EvidenceRelation> relationFrom(const Call &call)
{
    static const std::pair<const char *, EvidenceRelation> all[] {
        { "follows", EvidenceRelation::NextOccurrence },
        { "replaces", EvidenceRelation::Replacement },
        { "redacts", EvidenceRelation::RedactedCopy },
    };
    for (const auto &[word, relation] : all) {
        if (call.arguments.at(2) == QLatin1String(word))
            return relation;
    }
    call.complain(Say::tr("“%1” is no relation; there are follows, replaces and redacts.").arg(call.arguments.at(2)));
    return {};
}

} // namespace

void addRelateOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("reason"), Say::tr("Why the original of a redacted copy is withheld."),
                        QStringLiteral("text") });
}

Result<ExitCode> runRelate(const Call &call)
{
    const auto relation = relationFrom(call);
    if (!relation)
        return Usage;
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const auto keys
        = keysNamed(call, project.value()->records(), "evidence", { call.arguments.at(1), call.arguments.at(3) });
    if (!keys)
        return Usage;
    const auto changes
        = relateEvidence(*project.value(), { keys->at(0) }, *relation, { keys->at(1) }, call.value("reason"));
    return sayChange(call, *project.value(), changes);
}

Result<ExitCode> runErase(const Call &call)
{
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const auto keys = keysNamed(call, project.value()->records(), "evidence", call.arguments.mid(1));
    if (!keys)
        return Usage;
    QList<EvidenceId> items;
    for (const qint64 key : *keys)
        items.append(EvidenceId { key });
    const auto erased = eraseEvidence(*project.value(), items, call.job);
    if (!erased)
        return erased.error();
    call.job.clear();
    if (!erased.value().isComplete)
        call.complain(Say::tr("Stopped before everything was removed. The next opening for writing completes it."));
    return sayChange(call, *project.value(), erased.value().changes);
}

} // namespace tb::cli
