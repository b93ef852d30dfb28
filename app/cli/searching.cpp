#include "app/cli/searching.h"

#include "app/cli/opening.h"
#include "app/cli/words.h"
#include "app/text/filetextsource.h"
#include "model/search/search.h"
#include "model/search/textindex.h"
#include "model/search/textindexing.h"
#include "model/store/projectstorage.h"
#include "model/subjects.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tb::cli {

namespace {

constexpr int usualLimit = 20;
constexpr int mostHits = 10'000;

/// What people call the records that were found: by their code, else by their label. Reads each subject once.
class Names
{
public:
    explicit Names(const Records &records) : m_records(records) { }

    QString of(const IndexHit &hit)
    {
        if (!m_names.contains(hit.subject))
            read(hit.subject);
        return m_names.value(hit.subject).value(QString::number(hit.id));
    }

private:
    void read(const QString &table)
    {
        QHash<QString, QString> &names = m_names[table];
        const SubjectOperations *subject = findOperations(table);
        for (const QJsonObject &object : subject ? subject->list(m_records) : QList<QJsonObject>()) {
            const QString code = object.value(QLatin1String("code")).toString();
            names.insert(object.value(QLatin1String("id")).toString(),
                         code.isEmpty() ? object.value(QLatin1String(subject->spec->label)).toString() : code);
        }
    }

    const Records &m_records;
    QHash<QString, QHash<QString, QString>> m_names; ///< table → id → name
};

QJsonObject jsonOf(Names &names, const IndexHit &hit)
{
    QJsonArray marks;
    for (const Snippet::Mark &mark : hit.snippet.marks)
        marks.append(QJsonArray { mark.start, mark.length });
    return { { QStringLiteral("subject"), hit.subject },
             { QStringLiteral("id"), QString::number(hit.id) },
             { QStringLiteral("name"), names.of(hit) },
             { QStringLiteral("field"), hit.field },
             { QStringLiteral("snippet"), hit.snippet.text },
             { QStringLiteral("marks"), marks },
             { QStringLiteral("rank"), hit.rank } };
}

void writeJson(const Call &call, Names &names, const SearchAnswer &answer)
{
    QJsonArray hits;
    for (const IndexHit &hit : answer.hits)
        hits.append(jsonOf(names, hit));
    const QJsonObject object { { QStringLiteral("hits"), hits }, { QStringLiteral("complete"), answer.isComplete } };
    call.out << QJsonDocument(object).toJson(QJsonDocument::Indented);
}

void writeLines(const Call &call, Names &names, const SearchAnswer &answer)
{
    for (const IndexHit &hit : answer.hits) {
        call.out << hit.subject << '\t' << names.of(hit) << '\t' << hit.field << '\t'
                 << hit.snippet.marked(QStringLiteral("["), QStringLiteral("]")) << '\n';
    }
}

/// The number of --limit; complains about one that is none.
std::optional<int> limitOf(const Call &call)
{
    if (!call.has("limit") || call.value("limit").isEmpty())
        return usualLimit;
    bool ok = false;
    const int limit = call.value("limit").toInt(&ok);
    if (ok && limit > 0 && limit <= mostHits)
        return limit;
    call.complain(Say::tr("“%1” is not a number from 1 to %2.").arg(call.value("limit")).arg(mostHits));
    return {};
}

} // namespace

void addSearchOptions(QCommandLineParser &options)
{
    options.addOption({ QStringLiteral("json"), Say::tr("Write an object with the hits and whether they are all.") });
    options.addOption({ QStringLiteral("limit"),
                        Say::tr("At most <number> records and as many files; 20 if not given."),
                        QStringLiteral("number") });
}

Result<ExitCode> runSearch(const Call &call)
{
    const auto limit = limitOf(call);
    if (!limit)
        return Usage;
    const auto project = openToRead(call);
    if (!project)
        return project.error();
    Connection &connection = project.value()->storage().connection();
    // Whole words: what stands on a command line is not being typed any more.
    const QString text = call.arguments.mid(1).join(QLatin1Char(' ')) + QLatin1Char(' ');
    const auto answer = search(connection, text, *limit);
    const auto unread = textindex::countUnread(connection, FileTextSource().version());
    if (!answer || !unread)
        return answer ? unread.error() : answer.error();
    Names names(project.value()->records());
    if (call.has("json"))
        writeJson(call, names, answer.value());
    else
        writeLines(call, names, answer.value());
    if (unread.value() > 0)
        call.complain(
            Say::tr("Files whose text is not read yet: %1. trustbench-cli index reads them.").arg(unread.value()));
    return Fine;
}

Result<ExitCode> runIndex(const Call &call)
{
    const auto project = openToWrite(call);
    if (!project)
        return project.error();
    FileTextSource source;
    const auto done = indexTexts(project.value()->storage(), source, call.job);
    if (!done)
        return done.error();
    call.job.clear();
    const TextIndexing &count = done.value();
    call.out << Say::tr("Files read: %1, without text: %2, cut: %3, refused: %4.")
                    .arg(count.read)
                    .arg(count.withoutText)
                    .arg(count.cut)
                    .arg(count.refused)
             << Qt::endl;
    return Fine;
}

} // namespace tb::cli
