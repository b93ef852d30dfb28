#include "model/demo/demoproject.h"

#include "model/demo/demodiary.h"
#include "model/job.h"
#include "model/making/projectmaking.h"
#include "model/seededkeys.h"
#include "model/store/projectstorage.h"

#include <QJsonArray>

namespace tb {

namespace {

Result<NewProject> draftFrom(const QJsonObject &diary)
{
    QList<FieldValue> values;
    const QJsonObject given = diary.value(QLatin1String("engagement")).toObject();
    for (auto value = given.constBegin(); value != given.constEnd(); ++value)
        values.append({ value.key(), value->toString() });
    NewProject draft;
    QList<FieldProblem> problems;
    draft.engagement = withValues(Engagement {}, values, problems);
    draft.startingSet = StartingSet::Standard;
    if (const auto fine = asStatus(QStringLiteral("demo"), problems); !fine)
        return fine.error();
    return draft;
}

/// Says which entry failed: the diary is long.
Error placed(Error error, const QJsonObject &entry)
{
    error.detail += QLatin1Char(' ') + entry.value(QLatin1String("at")).toString();
    for (const FieldProblem &problem : std::as_const(error.problems))
        error.detail += QLatin1Char(' ') + problem.field;
    return error;
}

Status play(DemoDiary &diary, const QJsonArray &entries, JobControl &job)
{
    for (qsizetype i = 1; i < entries.size(); ++i) { // the first is the making of the project
        if (job.cancelled())
            return Error { Error::Kind::Cancelled, {}, {} };
        job.progress(i, entries.size(), {});
        const QJsonObject entry = entries.at(i).toObject();
        if (const auto done = diary.write(entry); !done)
            return placed(done.error(), entry);
    }
    return Ok {};
}

} // namespace

QDate demoDate()
{
    return { 2026, 3, 12 };
}

Result<std::unique_ptr<Project>> makeDemo(std::unique_ptr<ProjectStorage> storage, const Catalog &catalog,
                                          const DemoPicture &picture, JobControl &job)
{
    const auto data = demoData(QStringLiteral("diary.json"));
    auto files = loadDemoFiles();
    if (!data || !files)
        return data ? files.error() : data.error();
    const auto draft = draftFrom(data.value());
    if (!draft)
        return draft.error();
    const SeededKeys keys("demo");
    const QJsonArray entries = data.value().value(QLatin1String("entries")).toArray();
    const QJsonObject first = entries.first().toObject();
    QDateTime made = QDateTime::fromString(first.value(QLatin1String("at")).toString(), Qt::ISODate);
    made.setTimeSpec(Qt::UTC);
    auto project
        = makeProject(std::move(storage), draft.value(), catalog, first.value(QLatin1String("by")).toString(), made);
    if (!project)
        return project.error();
    DemoDiary diary(*project.value(), catalog, std::move(files).value(), picture);
    if (const auto done = play(diary, entries, job); !done)
        return done.error();
    return std::move(project).value();
}

} // namespace tb
