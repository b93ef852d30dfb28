#include "reports/pdf/reportsections.h"
#include "reports/words/terms.h"
#include "reports/words/tr.h"

namespace tb::pdf {

namespace {

using words::Say;

constexpr qreal mm = 72 / 25.4;
constexpr qreal labelWidth = 100;
constexpr qreal factHeight = 20;

struct Fact
{
    QString label;
    QString value;
};

void addFacts(PageFlow &flow, const QList<Fact> &facts, qreal top)
{
    const Geometry &page = flow.geometry();
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty())
            continue;
        flow.addLine(Style::Quiet, fact.label, page.left, top);
        const QStringList lines = flow.fonts().wrapped(Style::Body, fact.value, page.bodyWidth() - labelWidth);
        for (int i = 0; i < lines.size() && i < 3; ++i) {
            flow.addLine(Style::Body, lines.at(i), page.left + labelWidth, top);
            top += i + 1 < lines.size() ? FontSet::lineHeight(Style::Body) : factHeight;
        }
    }
}

QString categoriesText(const Engagement &engagement)
{
    QStringList names;
    for (const QString &category : engagement.categories)
        names.append(words::term(category));
    return names.join(QStringLiteral(", "));
}

QList<Fact> scopeFacts(const ReportInput &input)
{
    const Engagement &engagement = input.records.engagement();
    const bool period = engagement.reportType == ReportType::TypeTwo;
    return { { Say::tr("Service"), engagement.service },
             { Say::tr("Report type"), words::term(engagement.reportType) },
             { period ? Say::tr("Period") : Say::tr("As of"),
               period
                   ? Say::tr("%1 to %2", "period").arg(words::longDate(engagement.from), words::longDate(engagement.to))
                   : words::longDate(engagement.asOf) },
             { Say::tr("Categories"), categoriesText(engagement) },
             { Say::tr("Status as of"), words::longDate(input.evaluation.at) } };
}

} // namespace

void addCover(PageFlow &flow, const ReportInput &input)
{
    const Engagement &engagement = input.records.engagement();
    const Geometry &page = flow.geometry();
    flow.startPage({});
    const QStringList name
        = flow.fonts().wrapped(Style::CoverTitle, engagement.organisation, page.bodyWidth()).mid(0, 3);
    qreal y = 96 * mm - FontSet::lineHeight(Style::CoverTitle) * static_cast<qreal>(name.size());
    for (const QString &line : name) {
        flow.addLine(Style::CoverTitle, line, page.left, y);
        y += FontSet::lineHeight(Style::CoverTitle);
    }
    flow.addLine(Style::CoverSubtitle, Say::tr("Readiness report"), page.left, y + 4);
    flow.add(BoxItem { { page.left, y + 48, 52, 2 }, page::accent() });
    addFacts(flow, scopeFacts(input), y + 72);
    addFacts(flow, { { Say::tr("Prepared by"), engagement.lead }, { Say::tr("Prepared for"), engagement.auditor } },
             page.height - 68 * mm);
    const QString label = engagement.confidentiality.isEmpty() ? Say::tr("Confidential") : engagement.confidentiality;
    flow.addRule(page.height - 42 * mm, 0.5);
    flow.addLine(Style::Running, Say::tr("%1. For the named recipient only.", "confidentiality label").arg(label),
                 page.left, page.height - 40 * mm);
}

} // namespace tb::pdf
