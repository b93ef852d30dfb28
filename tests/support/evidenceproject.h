#pragma once

#include "model/evidence/attach.h"
#include "model/evidence/chunkremover.h"
#include "model/evidence/dropscan.h"
#include "model/evidence/erase.h"
#include "model/evidence/extract.h"
#include "model/evidence/verify.h"
#include "model/store/statement.h"
#include "tests/support/projects.h"

#include <QDir>

namespace tb {

/// A job that a test holds: cancels itself after so many questions, and may do something at each step.
struct TestJob final : JobControl
{
    mutable std::atomic<int> asked = 0;
    std::atomic<int> cancelAt = -1; ///< -1: never
    std::function<void(qint64)> onProgress;

    bool cancelled() const override { return cancelAt >= 0 && asked++ >= cancelAt; }
    void progress(qint64 done, qint64, const QString &) override
    {
        if (onProgress)
            onProgress(done);
    }
};

/// A test project with a folder of files to drop on it.
struct EvidenceProject : TestProject
{
    QTemporaryDir files;
    TestJob job;

    QString file(const QString &name, const QByteArray &content) const
    {
        const QString path = files.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("unreadable");
    }
    /// Bytes that do not repeat within a chunk.
    static QByteArray noise(qint64 size, quint32 seed)
    {
        QList<quint64> words(size / 8 + 1);
        quint64 state = seed;
        for (quint64 &word : words)
            word = state = state * 6364136223846793005U + 1442695040888963407U;
        QByteArray bytes(reinterpret_cast<const char *>(words.constData()), size);
        return bytes;
    }
    Result<AttachResult> attach(const QStringList &paths, const QList<ControlId> &controls = {})
    {
        AttachRequest request;
        request.paths = paths;
        request.controls = controls;
        return attachFiles(*project, request, job);
    }
    /// All items in the order of their codes: memory keeps them in no order of meaning.
    QList<Evidence> items() const
    {
        QList<Evidence> sorted = project->records().evidence.all();
        std::sort(sorted.begin(), sorted.end(), [](const Evidence &a, const Evidence &b) { return a.code < b.code; });
        return sorted;
    }
    Evidence item(int index) const { return items().at(index); }
    const Evidence &item(EvidenceId id) const { return *project->records().evidence.find(id); }
    qsizetype itemCount() const { return project->records().evidence.size(); }

    /// Once what a drop left behind is removed.
    qint64 count(const char *sql) const
    {
        project->remover().wait();
        auto query = Statement::prepare(project->storage().connection().handle(), sql);
        return query && query.value().next() ? query.value().integer(0) : -1;
    }
    qint64 chunks() const { return count("SELECT count(*) FROM chunk"); }
    qint64 blobRows() const { return count("SELECT count(*) FROM blob"); }
    /// What verifying says, printed: "2 blobs" or faults.
    QString verified()
    {
        TestJob quiet;
        project->remover().wait();
        const auto check = verifyEvidence(project->storage(), quiet);
        if (!check)
            return QStringLiteral("error ") + check.error().detail;
        QStringList words { QStringLiteral("%1 blobs").arg(check.value().blobs) };
        if (check.value().erased)
            words.append(QStringLiteral("%1 erased").arg(check.value().erased));
        if (check.value().leftoverChunks)
            words.append(QStringLiteral("%1 leftover").arg(check.value().leftoverChunks));
        for (const EvidenceFault &fault : check.value().faults)
            words.append(QStringLiteral("fault %1 %2").arg(static_cast<int>(fault.kind)).arg(fault.codes.join(u'+')));
        return words.join(QStringLiteral(", "));
    }
};

} // namespace tb
