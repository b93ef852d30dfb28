#pragma once

#include "model/project.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>

namespace tb {

class Job;

/// An item of evidence whose file holds what was typed.
struct TextHit
{
    qint64 id = 0; ///< of the evidence
    QString code;
    QString snippet; ///< the words around it

    bool operator==(const TextHit &) const = default;
};

/// Looks for what is typed in the text of evidence, off the window's thread, once typing pauses.
class TextLookup final : public QObject
{
    Q_OBJECT

public:
    static constexpr int most = 5; ///< hits

    /// @p project and @p pool outlive this.
    TextLookup(Project &project, QThreadPool &pool, QObject *parent = nullptr);

    /// Replaces what was asked before. Too short a text is answered by nothing at all.
    void ask(const QString &text);
    /// Forgets what was asked: nothing more is announced.
    void stop();

signals:
    void found(const QString &text, const QList<tb::TextHit> &hits);

private:
    void start();
    QList<TextHit> named(const QList<std::pair<qint64, QString>> &snippets) const;

    Project &m_project;
    QThreadPool &m_pool;
    QTimer m_pause;
    QString m_text;
    QPointer<Job> m_job; ///< a child
};

} // namespace tb
