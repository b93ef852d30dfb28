#pragma once

#include "ui/shell/exportkind.h"
#include "ui/shell/panecontext.h"

#include <QObject>
#include <QPointer>

namespace tb {

class Job;
class ProblemStrip;
class ProgressStrip;

/// Runs the entries of the Export menu: the question that comes once for each project, the file name, the job with its
/// strip. One export at a time. GUI thread; owned by the workspace.
class Exporter final : public QObject
{
    Q_OBJECT

public:
    /// Whether the person has agreed once that files may be written outside the encrypted one, and how to keep that.
    struct Consent
    {
        std::function<bool()> given;
        std::function<void()> remember;
    };

    Exporter(const PaneContext &context, Consent consent, ProgressStrip &strip, ProblemStrip &problem, QWidget *owner);

    void start(const ExportKind &kind);
    bool isRunning() const { return !m_job.isNull(); }
    /// Runs @p then if files may be written outside the encrypted one: at once when that was agreed to before, else
    /// after the question.
    void whenPlainIsFine(const std::function<void()> &then);

private:
    void askWhere(const ExportKind &kind);
    void write(const ExportKind &kind, const QString &path);
    void ended(const Status &status, const QString &path);

    PaneContext m_context;
    Consent m_consent;
    ProgressStrip &m_strip;
    ProblemStrip &m_problem;
    QWidget *m_owner;
    QPointer<Job> m_job;
};

} // namespace tb
