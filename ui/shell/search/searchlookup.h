#pragma once

#include "ui/shell/search/searchhit.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

namespace tb {

struct IndexHit;
class Job;
class Project;

/// Looks for what is typed in the project's search index: records of every subject and the text of evidence. Off the
/// window's thread, once typing pauses; in it only the few hits that are shown are named, however many there are.
class SearchLookup final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostLookedAt = 25; ///< of a subject, for each answer
    static constexpr int mostOfASubject = 5; ///< of these shown
    static constexpr int mostFiles = 5; ///< shown

    /// @p project and @p pool outlive this.
    SearchLookup(Project &project, QThreadPool &pool, QObject *parent = nullptr);

    /// Replaces what was asked before; nothing is announced of that any more. Empty: nothing is asked.
    void ask(const QString &text);

signals:
    /// What was found for @p text: records by subject, and the best first within it; then files. A subject with a code
    /// that starts so comes first, else what people look for most: controls, evidence, criteria and policies, then the
    /// other records, and last what is only a part of one, as the requirements of a policy.
    void found(const QString &text, const QList<tb::SearchHit> &hits);

private:
    void start();
    QList<SearchHit> named(const QString &text, const QList<IndexHit> &hits) const;

    Project &m_project;
    QThreadPool &m_pool;
    QTimer m_pause;
    QString m_text;
    QPointer<Job> m_job; ///< a child
};

} // namespace tb
