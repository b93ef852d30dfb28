#include "reports/evaluated.h"
#include "reports/words/terms.h"
#include "reports/words/tr.h"
#include "reports/workbook/sheets.h"

namespace tb::workbook {

namespace {

using Kind = CoverLine::Kind;
using words::Say;

CoverLine line(Kind kind, const QString &label, const QVariant &value = {}, page::Tone tone = page::Tone::Plain)
{
    return { kind, label, value, tone, {} };
}

void add(QList<CoverLine> &lines, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        lines.append(line(Kind::Fact, label, value));
}

QStringList categoriesText(const Engagement &engagement)
{
    QStringList names;
    for (const QString &category : engagement.categories)
        names.append(words::term(category));
    return names;
}

void addFacts(QList<CoverLine> &lines, const ReportInput &input)
{
    const Engagement &engagement = input.records.engagement();
    lines.append(line(Kind::Title, engagement.organisation));
    lines.append(line(Kind::Subtitle, Say::tr("Control matrix")));
    lines.append(line(Kind::Space, {}));
    add(lines, Say::tr("Service"), engagement.service);
    add(lines, Say::tr("Report type"), words::term(engagement.reportType));
    if (engagement.reportType == ReportType::TypeTwo)
        add(lines, Say::tr("Period"), words::span(engagement.from, engagement.to));
    else
        add(lines, Say::tr("As of"), words::longDate(engagement.asOf));
    add(lines, Say::tr("Categories"), categoriesText(engagement).join(QStringLiteral(", ")));
    add(lines, Say::tr("Status as of"), words::longDate(input.evaluation.at));
    add(lines, Say::tr("Prepared by"), engagement.lead);
    add(lines, Say::tr("Prepared for"), engagement.auditor);
    lines.append(line(Kind::Space, {}));
}

void addFigures(QList<CoverLine> &lines, const readiness::Figures &figures)
{
    lines.append(line(Kind::Heading, Say::tr("Readiness")));
    const QString of = Say::tr("%1 of %2", "ready, in scope");
    add(lines, Say::tr("Criteria ready"), of.arg(figures.criteriaReady).arg(figures.criteriaInScope));
    add(lines, Say::tr("Controls ready"), of.arg(figures.controls.ready()).arg(figures.controls.total()));
    for (const ControlState state : { ControlState::Ready, ControlState::InReview, ControlState::InProgress,
                                      ControlState::Gap, ControlState::NotStarted, ControlState::NotApplicable })
        lines.append(line(Kind::Count, words::term(state), figures.controls.of(state), toneOf(state)));
    lines.append(line(Kind::Note,
                      Say::tr("The six numbers count controls. A control that supports several criteria "
                              "counts once; controls that are not applicable leave the totals.")));
    lines.append(line(Kind::Space, {}));
}

void addContents(QList<CoverLine> &lines, const QList<SheetTable> &tables)
{
    lines.append(line(Kind::Heading, Say::tr("Sheets")));
    for (const SheetTable &table : tables)
        lines.append({ Kind::Link, table.name, table.note, page::Tone::Plain, placeOf(table.name, 0, 0) });
    lines.append(line(Kind::Space, {}));
}

void addAbout(QList<CoverLine> &lines, const ReportInput &input)
{
    lines.append(line(Kind::Heading, Say::tr("About this workbook")));
    add(lines, Say::tr("Exported on"), words::longDate(input.date));
    add(lines, Say::tr("Activity record"),
        words::counted(input.head.seq, QT_TRANSLATE_NOOP("Words", "1 entry"),
                       QT_TRANSLATE_NOOP("Words", "%n entries")));
    lines.append(line(Kind::Mono, Say::tr("Its last hash"), QString::fromLatin1(input.head.hash.toHex())));
    add(lines, Say::tr("Made with"), QStringLiteral("Trustbench " TB_VERSION));
    lines.append(line(Kind::Note,
                      Say::tr("Grey columns are computed by Trustbench and locked; change the work status, the "
                              "dates or the evidence instead. The protection has no password: lift it to sort.")));
    lines.append(line(Kind::Note,
                      Say::tr("This workbook shows readiness as the organisation sees it. An opinion is given "
                              "by a licensed CPA firm only.")));
    const QString label = input.records.engagement().confidentiality;
    lines.append(line(Kind::Note, label.isEmpty() ? Say::tr("Confidential") : label));
}

} // namespace

QList<CoverLine> coverLines(const ReportInput &input, const QList<SheetTable> &tables)
{
    QList<CoverLine> lines;
    addFacts(lines, input);
    addFigures(lines, input.evaluation.totals);
    addContents(lines, tables);
    addAbout(lines, input);
    return lines;
}

QString listsSheetName()
{
    return Say::tr("Lists", "sheet");
}

QList<ChoiceList> choiceLists(const Records &records)
{
    QStringList people;
    for (const Person &person : records.people.all()) {
        if (!person.name.isEmpty() && !people.contains(person.name))
            people.append(person.name);
    }
    people.sort(Qt::CaseInsensitive);
    return { { Say::tr("People"), people },
             { Say::tr("Work status"), words::terms<WorkStatus>() },
             { Say::tr("Frequency"), words::terms<Frequency>() },
             { Say::tr("Type"), words::terms<ControlKind>() },
             { Say::tr("Nature"), words::terms<ControlNature>() },
             { Say::tr("Kind of evidence"), words::terms<EvidenceKind>() },
             { Say::tr("Sensitivity"), words::terms<Sensitivity>() } };
}

Places placesOf(const Records &records)
{
    Places places;
    for (const Control &control : records.controls.all())
        places.controls.insert(control.id, places.controls.size());
    for (const Evidence &evidence : records.evidence.all())
        places.evidence.insert(evidence.id, places.evidence.size());
    return places;
}

} // namespace tb::workbook
