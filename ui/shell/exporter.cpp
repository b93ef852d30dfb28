#include "ui/shell/exporter.h"

#include "model/job.h"
#include "reports/words/errors.h"
#include "ui/common/problemstrip.h"
#include "ui/common/progressstrip.h"
#include "ui/common/prompts.h"

#include <QFileInfo>

namespace tb {

Exporter::Exporter(const PaneContext &context, Consent consent, ProgressStrip &strip, ProblemStrip &problem,
                   QWidget *owner)
    : QObject(owner)
    , m_context(context)
    , m_consent(std::move(consent))
    , m_strip(strip)
    , m_problem(problem)
    , m_owner(owner)
{
    connect(&m_strip, &ProgressStrip::cancelled, this, [this] {
        if (m_job)
            m_job->cancel();
    });
}

void Exporter::start(const ExportKind &kind)
{
    if (isRunning()) {
        m_context.toast(tr("Another export is under way. It can be cancelled below."), 0);
        return;
    }
    if (kind.encrypted)
        askWhere(kind);
    else
        whenPlainIsFine([this, kind] { askWhere(kind); });
}

void Exporter::whenPlainIsFine(const std::function<void()> &then)
{
    if (m_consent.given())
        return then();
    const Prompts::Question question { tr("Write files outside the encrypted project?"),
                                       tr("They hold names, findings and evidence of this engagement in plain form. "
                                          "Keep them where only the right people can read them. This is asked once for "
                                          "each project."),
                                       tr("Write the files"), tr("Keep them inside"), false };
    m_context.prompts.confirm(m_owner, question, [this, then](bool agreed) {
        if (!agreed)
            return;
        m_consent.remember();
        then();
    });
}

void Exporter::askWhere(const ExportKind &kind)
{
    const Prompts::FileQuestion question { tr("Export"), {}, kind.fileName, kind.filter };
    m_context.prompts.saveFile(m_owner, question, [this, kind](const QString &path) { write(kind, path); });
}

void Exporter::write(const ExportKind &kind, const QString &path)
{
    m_problem.clear();
    m_strip.start(tr("Writing %1").arg(QFileInfo(path).fileName()));
    m_job = Job::start<Ok>(
        m_context.jobs, this,
        [work = kind.prepare(m_context.project), path](JobControl &job) { return work(path, job); },
        [this, path](Result<Ok> done) { ended(done, path); });
    connect(m_job, &Job::progressed, &m_strip, &ProgressStrip::setProgress);
}

void Exporter::ended(const Status &status, const QString &path)
{
    m_job = nullptr;
    m_strip.finish();
    const QString name = QFileInfo(path).fileName();
    if (status)
        m_context.toast(tr("%1 was written.").arg(name), 0);
    else if (status.error().kind == Error::Kind::Cancelled)
        m_context.toast(tr("Export cancelled. Nothing was written."), 0);
    else
        m_problem.setProblem(words::sentence(status.error()), {}, status.error().detail);
}

} // namespace tb
