#include "reports/pdf/readinesspages.h"

#include "reports/pdf/reportsections.h"
#include "reports/words/terms.h"
#include "reports/words/tr.h"

namespace tb::pdf {

namespace {

using words::Say;

QString confidentiality(const Engagement &engagement)
{
    return engagement.confidentiality.isEmpty() ? Say::tr("Confidential") : engagement.confidentiality;
}

/// Pages listing the bookmarks, to go before page @p before; their own number shifts what they point to.
void insertContents(Document &document, const FontSet &fonts, int before)
{
    PageFlow flow(fonts, document.geometry);
    const QString title = Say::tr("Contents");
    QList<PageLink> links;
    flow.startPage(title);
    flow.addText(Style::Heading, title, 8);
    for (int i = 0; i < document.bookmarks.size(); ++i) {
        const Bookmark &mark = document.bookmarks.at(i);
        const Style style = mark.level == 0 ? Style::BodyStrong : Style::Body;
        if (mark.level == 0 && i > 0)
            flow.skip(6);
        flow.ensure(FontSet::lineHeight(style));
        const qreal indent = document.geometry.left + mark.level * 14;
        const QRectF box(indent, flow.y(), document.geometry.right - indent, FontSet::lineHeight(style));
        flow.addLine(style, fonts.elided(style, mark.title, box.width() - 40), indent, flow.y());
        links.append({ before + flow.pageIndex(), box, mark.page, mark.y });
        flow.skip(FontSet::lineHeight(style));
    }
    const int shift = static_cast<int>(flow.pages().size());
    for (int i = 0; i < shift; ++i)
        document.pages.insert(before + i, flow.pages().at(i));
    for (Bookmark &mark : document.bookmarks)
        mark.page += shift;
    for (PageLink &link : links) {
        link.targetPage += shift;
        const QString number = QString::number(link.targetPage + 1);
        const qreal base = link.box.top() + fonts.ascent(Style::Body);
        document.pages[link.page].items.append(
            TextItem { { link.box.right() - fonts.width(Style::Body, number), base }, number, Style::Body });
    }
    document.links += links;
}

} // namespace

Result<Document> layOutReadinessReport(const ReportInput &input, const FontSet &fonts, Paper paper, JobControl &job)
{
    const Engagement &engagement = input.records.engagement();
    Document document;
    document.geometry = geometryOf(paper);
    document.headerLeft = Say::tr("%1 · Readiness report", "organisation").arg(engagement.organisation);
    document.footerLeft = confidentiality(engagement);
    document.footerCentre = Say::tr("%1 · record ", "date; a hash follows").arg(words::date(input.date));
    document.footerMono = QString::fromLatin1(input.head.hash.toHex().left(8));

    PageFlow flow(fonts, document.geometry);
    addCover(flow, input);
    addSummary(flow, input);
    if (!addControls(flow, input, job))
        return Error { Error::Kind::Cancelled };
    addWarnings(flow, input);
    if (!addEvidence(flow, input, job))
        return Error { Error::Kind::Cancelled };
    document.pages = flow.pages();
    document.bookmarks = flow.bookmarks();
    insertContents(document, fonts, 1);
    return document;
}

} // namespace tb::pdf
