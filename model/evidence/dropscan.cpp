#include "model/evidence/dropscan.h"

#include <QDir>
#include <QSet>

#include <filesystem>

namespace tb {

namespace {

constexpr int deepest = 64; // folders within folders

/// Asks by trying: permissions alone do not tell on every file system.
bool canList(const QString &path)
{
    std::error_code failure;
    const std::filesystem::directory_iterator first(std::filesystem::path(path.toStdU16String()), failure);
    return !failure && QFileInfo(path).isExecutable();
}

/// Collects the files of one drop.
class Scanner
{
public:
    explicit Scanner(JobControl &job) : m_job(job) { }

    void take(const QString &path)
    {
        const QFileInfo info(path);
        if (info.isDir())
            takeFolder(path);
        else
            takeFile(info, true);
    }
    Result<DropScan> result()
    {
        if (m_job.cancelled())
            return Error { Error::Kind::Cancelled };
        return m_scan;
    }

private:
    void refuse(const QString &path, Refusal reason) { m_scan.refused.append({ path, reason }); }
    void takeFile(const QFileInfo &info, bool named);
    void takeFolder(const QString &path);
    void walk(const QString &path, int depth);
    void look(const QFileInfo &entry, int depth);

    JobControl &m_job;
    DropScan m_scan;
    QSet<QString> m_seen; // the same file named twice, or named beside its folder
};

void Scanner::takeFile(const QFileInfo &info, bool named)
{
    const QString known = info.canonicalFilePath(); // empty when it does not exist: opening will say so
    if (!known.isEmpty() && m_seen.contains(known))
        return;
    m_seen.insert(known);
    m_scan.files.append({ info.filePath(), named });
    m_scan.bytes += info.size();
}

void Scanner::takeFolder(const QString &path)
{
    const qsizetype before = m_scan.files.size() + m_scan.refused.size();
    walk(path, 0);
    if (m_scan.files.size() + m_scan.refused.size() == before)
        refuse(path, Refusal::EmptyFolder);
}

void Scanner::walk(const QString &path, int depth)
{
    if (!canList(path))
        return refuse(path, Refusal::UnreadableFolder);
    if (depth > deepest)
        return refuse(path, Refusal::TooDeep);
    QFileInfoList entries = QDir(path).entryInfoList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name | QDir::DirsLast);
    for (const QFileInfo &entry : entries) {
        if (m_job.cancelled())
            return;
        look(entry, depth);
    }
}

void Scanner::look(const QFileInfo &entry, int depth)
{
    if (entry.isSymLink())
        refuse(entry.filePath(), Refusal::Link);
    else if (entry.isHidden())
        refuse(entry.filePath(), Refusal::Hidden);
    else if (entry.isDir())
        walk(entry.filePath(), depth + 1);
    else
        takeFile(entry, false);
}

} // namespace

Result<DropScan> scanDrop(const QStringList &paths, JobControl &job)
{
    Scanner scanner(job);
    for (const QString &path : paths)
        scanner.take(path);
    return scanner.result();
}

} // namespace tb
