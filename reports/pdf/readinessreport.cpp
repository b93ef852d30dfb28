#include "reports/pdf/readinessreport.h"

#include "reports/pdf/pagepainter.h"
#include "reports/pdf/pdffinish.h"
#include "reports/pdf/readinesspages.h"
#include "reports/words/tr.h"

#include <QFile>
#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>

#include <cerrno>

namespace tb {

namespace {

using words::Say;

pdf::DocumentFacts factsOf(const ReportInput &input)
{
    const Engagement &engagement = input.records.engagement();
    return { Say::tr("%1: readiness report", "organisation").arg(engagement.organisation), engagement.lead,
             Say::tr("Readiness for a SOC 2 examination"), input.date };
}

Status writePages(const ReportInput &input, QFile &file, pdf::Document &document, pdf::Paper paper, JobControl &job)
{
    QPdfWriter writer(&file);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(pdf::resolution);
    const auto size = QPageSize(paper == pdf::Paper::A4 ? QPageSize::A4 : QPageSize::Letter);
    writer.setPageLayout(QPageLayout(size, QPageLayout::Portrait, QMarginsF()));
    const pdf::FontSet fonts(writer);
    auto laidOut = pdf::layOutReadinessReport(input, fonts, paper, job);
    if (!laidOut)
        return laidOut.error();
    document = std::move(laidOut).value();
    return pdf::paintDocument(writer, document, fonts, job);
}

} // namespace

Status writeReadinessReport(const ReportInput &input, const QString &path, JobControl &job, pdf::Paper paper)
{
    auto made = TargetFile::beside(path);
    if (!made)
        return made.error();
    TargetFile target = std::move(made).value();
    QFile pages(target.folder() + QStringLiteral("/pages"));
    if (!pages.open(QIODevice::WriteOnly))
        return target.error(0, pages.errorString());
    pdf::Document document;
    if (const auto written = writePages(input, pages, document, paper, job); !written)
        return Error { written.error().kind, target.name(), written.error().detail };
    if (!pages.flush() || pages.error() != QFileDevice::NoError)
        return target.error(ENOSPC, pages.errorString()); // an open file that takes no more
    pages.close();
    if (const auto finished = pdf::finishPdf(pages.fileName(), target, document, factsOf(input)); !finished)
        return finished;
    return job.cancelled() ? Status(Error { Error::Kind::Cancelled, target.name() }) : target.commit();
}

pdf::Paper defaultPaper()
{
    return QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ? pdf::Paper::Letter : pdf::Paper::A4;
}

} // namespace tb
