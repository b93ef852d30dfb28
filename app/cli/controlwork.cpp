#include "app/cli/controlwork.h"

#include "app/cli/days.h"
#include "app/cli/opening.h"
#include "app/cli/recordnames.h"
#include "app/cli/words.h"
#include "model/commands.h"
#include "model/making/projectmaking.h"

namespace tb::cli {

Result<ExitCode> runAdopt(const Call &call)
{
    const auto catalog = loadCatalog();
    if (!catalog)
        return catalog.error();
    const QStringList keys = call.arguments.mid(1);
    for (const QString &key : keys) {
        const auto &all = catalog.value().controls;
        if (std::none_of(all.cbegin(), all.cend(), [&](const CatalogControl &entry) { return entry.key == key; }))
            return call.misused(Say::tr("The library has no control “%1”.").arg(key));
    }
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const auto changes = addLibraryControls(*project.value(), catalog.value(), keys);
    return sayChange(call, *project.value(), changes);
}

void addReviseOptions(QCommandLineParser &options)
{
    options.addOption(
        { QStringLiteral("since"), Say::tr("The first day on which the new wording holds."), QStringLiteral("date") });
}

Result<ExitCode> runRevise(const Call &call)
{
    if (call.value("since").isEmpty())
        return call.misused(Say::tr("Say from when it holds: --since DATE."));
    const auto since = dayOf(call, "since");
    if (!since)
        return Usage;
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const SubjectOperations &subject = *findOperations(QStringLiteral("control"));
    const qint64 id = recordNamed(call, records, subject, call.arguments.at(1));
    const auto values = id == 0 ? std::nullopt : valuesFrom(call, records, *subject.spec, call.arguments.mid(2));
    if (!values)
        return Usage;
    const auto changes = reviseControl(*project.value(), { id }, *values, *since);
    return sayChange(call, *project.value(), changes);
}

void addSignOffOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("by"), Say::tr("Who reviewed the controls."), QStringLiteral("person") });
    options.addOption(
        { QStringLiteral("on"), Say::tr("The day of the review; today if not given."), QStringLiteral("date") });
}

Result<ExitCode> runSignOff(const Call &call)
{
    if (call.value("by").isEmpty())
        return call.misused(Say::tr("Say who reviewed: --by PERSON."));
    const auto day = dayOf(call, "on");
    if (!day)
        return Usage;
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    const Records &records = project.value()->records();
    const auto reviewer = keyOf(call, records, "by", "person");
    const auto keys = reviewer ? keysNamed(call, records, "control", call.arguments.mid(1)) : std::nullopt;
    if (!keys)
        return Usage;
    QList<ControlId> controls;
    for (const qint64 key : *keys)
        controls.append(ControlId { key });
    const auto changes = signOff(*project.value(), controls, PersonId { *reviewer }, *day);
    return sayChange(call, *project.value(), changes);
}

} // namespace tb::cli
