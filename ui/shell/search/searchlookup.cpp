#include "ui/shell/search/searchlookup.h"

#include "model/job.h"
#include "model/project.h"
#include "model/recordfacts.h"
#include "model/search/search.h"
#include "model/store/projectstorage.h"
#include "model/subjects.h"

namespace tb {

namespace {

constexpr int pause = 60; ///< milliseconds without a key stroke
constexpr qsizetype shortestInFiles = 2; ///< characters: half of all files have any letter in them

const QString ofFile = QStringLiteral("text"); ///< the field of a hit in a file

Result<QList<IndexHit>> lookUp(ProjectStorage &storage, const QString &text)
{
    auto records = searchSubjects(storage, text, SearchLookup::mostLookedAt);
    if (!records)
        return records.error();
    QList<IndexHit> hits = records.value().hits;
    if (text.trimmed().size() < shortestInFiles)
        return hits;
    const auto files = searchTexts(storage, text, SearchLookup::mostFiles);
    if (!files)
        return files.error();
    return hits + files.value().hits.mid(0, SearchLookup::mostFiles);
}

/// Where @p table stands in @p groups; a new place at the end when it has none.
QList<SearchHit> &groupOf(QList<QList<SearchHit>> &groups, const QString &table)
{
    for (QList<SearchHit> &group : groups) {
        if (group.first().table == table)
            return group;
    }
    return groups.emplaceBack();
}

/// Whether records of @p table are only read within another one.
bool isPart(const QString &table)
{
    if (table == QLatin1String("policy_parameter") || table == QLatin1String("point_of_focus"))
        return true; // of all policies, and of a criterion, which cannot be removed
    const SubjectSpec *subject = findSubject(table);
    for (int i = 0; subject && i < subject->fieldCount; ++i) {
        if (subject->fieldAt(i).has(Part))
            return true;
    }
    return false;
}

/// The place of a subject in the list: see found().
qsizetype standing(const QString &table)
{
    static const QStringList first { QStringLiteral("control"), QStringLiteral("evidence"), QStringLiteral("criterion"),
                                     QStringLiteral("policy") };
    const qsizetype place = first.indexOf(table);
    return place >= 0 ? place : first.size() + (isPart(table) ? 1 : 0);
}

} // namespace

SearchLookup::SearchLookup(Project &project, QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_pool(pool)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &SearchLookup::start);
}

void SearchLookup::ask(const QString &text)
{
    m_text = text;
    if (text.trimmed().isEmpty())
        m_pause.stop();
    else
        m_pause.start();
}

void SearchLookup::start()
{
    if (m_job)
        return m_pause.start(); // one at a time: a slow answer must not make a queue of key strokes
    // The storage outlives this object, whose end the closing of the project waits for.
    ProjectStorage *storage = &m_project.storage();
    m_job = Job::start<QList<IndexHit>>(
        m_pool, this, [storage, text = m_text](JobControl &) { return lookUp(*storage, text); },
        [this, text = m_text](const Result<QList<IndexHit>> &hits) {
            if (text == m_text) // otherwise it answers what nobody asks any more
                emit found(text, hits ? named(text, hits.value()) : QList<SearchHit>());
        });
}

QList<SearchHit> SearchLookup::named(const QString &text, const QList<IndexHit> &hits) const
{
    QList<QList<SearchHit>> groups;
    QList<SearchHit> files;
    const QString start = text.trimmed();
    for (const IndexHit &hit : hits) {
        const auto name = recordName(m_project.records(), hit.subject, hit.id);
        if (!name)
            continue; // removed meanwhile
        const bool inFile = hit.field == ofFile && hit.subject == QLatin1String("evidence");
        const QString title = inFile || name->title.isEmpty() ? hit.snippet.text : name->title;
        const SearchHit found { hit.subject, hit.id, name->code, title, inFile };
        if (inFile) {
            files.append(found);
            continue;
        }
        QList<SearchHit> &group = groupOf(groups, hit.subject);
        const bool first = name->code.startsWith(start, Qt::CaseInsensitive);
        const auto other = std::find_if(group.cbegin(), group.cend(), [&](const SearchHit &one) {
            return !one.code.startsWith(start, Qt::CaseInsensitive);
        });
        if (first)
            group.insert(other - group.cbegin(), found);
        else
            group.append(found);
        if (group.size() > mostOfASubject)
            group.removeLast();
    }
    std::stable_sort(groups.begin(), groups.end(), [](const QList<SearchHit> &a, const QList<SearchHit> &b) {
        return standing(a.first().table) < standing(b.first().table);
    });
    const auto byCode
        = [&start](const QList<SearchHit> &group) { return group.first().code.startsWith(start, Qt::CaseInsensitive); };
    std::stable_partition(groups.begin(), groups.end(), byCode);
    QList<SearchHit> all;
    for (const QList<SearchHit> &group : std::as_const(groups))
        all += group;
    return all + files;
}

} // namespace tb
