#include "ui/shell/newproject/engagementpage.h"

#include "reports/words/errors.h"
#include "reports/words/terms.h"
#include "ui/common/dateedit.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/termtips.h"
#include "ui/common/textstyle.h"
#include "ui/shell/newproject/categorytable.h"
#include "ui/shell/newproject/choicecard.h"
#include "ui/shell/newproject/periodruler.h"
#include "ui/shell/start/projectwords.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace tb {

namespace {

constexpr std::array lengths { 3, 6, 9, 12 }; ///< months
constexpr std::array order { ReportType::TypeOne, ReportType::TypeTwo, ReportType::Readiness };

/// The last day of @p months from @p from: 1 April and six months end on 30 September.
QDate endAfter(QDate from, int months)
{
    return from.addMonths(months).addDays(-1);
}

} // namespace

EngagementPage::EngagementPage(const Catalog &catalog, QDate today, QWidget *parent)
    : AssistantPage(tr("Engagement"), tr("Everything here can be changed later."), parent)
    , m_catalog(catalog)
{
    content()->addWidget(makeNames());
    content()->addSpacing(18);
    content()->addWidget(makeReport());
    content()->addSpacing(18);
    content()->addWidget(makePeriod(today));
    content()->addSpacing(18);
    content()->addWidget(makeCategories());
    content()->addStretch(1);
    m_reports.at(1)->setChecked(true);
    setLength(6);
    showCategories();
}

QWidget *EngagementPage::makeNames()
{
    auto *names = new QWidget;
    auto *row = new QHBoxLayout(names);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_organisation = new QLineEdit;
    m_organisation->setObjectName(QStringLiteral("organisation"));
    m_service = new QLineEdit;
    m_service->setObjectName(QStringLiteral("service"));
    m_fields.insert(QStringLiteral("organisation"), new LabelledField(tr("&Organisation"), m_organisation));
    m_fields.insert(QStringLiteral("service"), new LabelledField(tr("S&ystem or service"), m_service));
    for (const char *name : { "organisation", "service" }) {
        LabelledField *field = m_fields.value(QLatin1String(name));
        row->addWidget(field, 1, Qt::AlignTop);
        connect(static_cast<QLineEdit *>(field->field()), &QLineEdit::textEdited, field,
                [field] { field->setProblem({}); });
    }
    return names;
}

QWidget *EngagementPage::makeReport()
{
    auto *report = new QWidget;
    auto *column = new QVBoxLayout(report);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addWidget(makeLabel(tr("Report"), TextStyle::Small, Ink::Text2));
    auto *cards = new QWidget;
    auto *row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_reports = { new ChoiceCard(tr("Type I"), tr("Are the controls designed well, on one date")),
                  new ChoiceCard(tr("Type II"), tr("Designed well, and working over a period")),
                  new ChoiceCard(tr("Readiness only"), tr("No report planned yet; no period needed")) };
    setTermTitle(m_reports.constLast(), tr("Readiness assessment"));
    for (ChoiceCard *card : std::as_const(m_reports)) {
        row->addWidget(card, 1);
        connect(card, &ChoiceCard::toggled, this, &EngagementPage::showDates);
    }
    column->addWidget(cards);
    return report;
}

QWidget *EngagementPage::makePeriod(QDate today)
{
    m_period = new QWidget;
    auto *column = new QVBoxLayout(m_period);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    m_asOf = new DateEdit;
    m_from = new DateEdit;
    m_to = new DateEdit;
    const QDate month(today.year(), today.month(), 1);
    m_asOf->setValue(endAfter(month, 3));
    m_from->setValue(month);
    m_to->setValue(endAfter(month, 6));
    m_fields.insert(QStringLiteral("as_of"), new LabelledField(tr("&As of"), m_asOf));
    m_fields.insert(QStringLiteral("period_from"), new LabelledField(tr("Period &starts"), m_from));
    m_fields.insert(QStringLiteral("period_to"), new LabelledField(tr("Period &ends"), m_to));
    for (const char *name : { "as_of", "period_from", "period_to" }) {
        LabelledField *field = m_fields.value(QLatin1String(name));
        field->field()->setFixedWidth(metrics::scaled(136));
        row->addWidget(field, 0, Qt::AlignTop);
    }
    m_length = new SegmentedControl(tr("Length"));
    for (const int months : lengths)
        m_length->addSegment(tr("%n months", nullptr, months));
    row->addWidget(new LabelledField(tr("Length"), m_length), 0, Qt::AlignTop);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_ruler = new PeriodRuler);
    auto *note = new QHBoxLayout;
    note->setSpacing(6);
    note->addWidget(new IconLabel(icon(QStringLiteral("info"), Ink::Info), 14));
    note->addWidget(m_days = makeLabel({}, TextStyle::Small, Ink::Text), 1);
    column->addLayout(note);
    for (DateEdit *edit : { m_asOf, m_from, m_to })
        connect(edit, &QDateEdit::dateChanged, this, &EngagementPage::datesEdited);
    connect(m_length, &SegmentedControl::currentChanged, this,
            [this](int segment) { setLength(lengths.at(static_cast<std::size_t>(segment))); });
    return m_period;
}

QWidget *EngagementPage::makeCategories()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    auto *head = new QHBoxLayout;
    auto *title = makeLabel(tr("Categories"), TextStyle::Small, Ink::Text2);
    setTermTitle(title, title->text());
    head->addWidget(title);
    head->addWidget(m_inScope = makeLabel({}, TextStyle::Small, Ink::Text3), 1);
    m_inScope->setObjectName(QStringLiteral("criteriaInScope"));
    column->addLayout(head);
    column->addWidget(m_categories = new CategoryTable(m_catalog));
    connect(m_categories, &CategoryTable::changed, this, &EngagementPage::showCategories);
    return part;
}

ReportType EngagementPage::reportType() const
{
    for (qsizetype i = 0; i < m_reports.size(); ++i) {
        if (m_reports.at(i)->isChecked())
            return order.at(static_cast<std::size_t>(i));
    }
    return ReportType::TypeTwo;
}

void EngagementPage::setLength(int months)
{
    if (m_from->value().isValid())
        m_to->setValue(endAfter(m_from->value(), months));
    showDates();
}

void EngagementPage::datesEdited()
{
    clearProblems();
    showDates();
}

void EngagementPage::showDates()
{
    const ReportType type = reportType();
    const bool one = type == ReportType::TypeOne;
    m_fields.value(QStringLiteral("as_of"))->setVisible(one);
    for (const char *name : { "period_from", "period_to" })
        m_fields.value(QLatin1String(name))->setVisible(!one);
    m_length->parentWidget()->setVisible(!one);
    m_period->setVisible(type != ReportType::Readiness);
    const QDate from = one ? m_asOf->value() : m_from->value();
    const QDate to = one ? m_asOf->value() : m_to->value();
    m_ruler->setPeriod(from, to);
    int segment = -1;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (from.isValid() && endAfter(from, lengths.at(i)) == to)
            segment = static_cast<int>(i);
    }
    m_length->setCurrent(segment);
    const qint64 days = from.isValid() && to >= from ? from.daysTo(to) + 1 : 0;
    m_days->setText(one ? tr("Design and implementation are judged on this one date.")
                        : days > 0
                        ? tr("%n day(s). Evidence, samples and vendor reports will be checked against this window.",
                             nullptr, static_cast<int>(days))
                        : tr("The period ends before it starts."));
}

void EngagementPage::showCategories()
{
    m_inScope->setText(tr("%1 in scope")
                           .arg(words::subjectCount(QStringLiteral("criterion"),
                                                    criteriaInScope(m_catalog, m_categories->categories()))));
}

void EngagementPage::fill(Engagement &engagement) const
{
    engagement.organisation = m_organisation->text().simplified();
    engagement.service = m_service->text().simplified();
    engagement.reportType = reportType();
    const bool two = engagement.reportType == ReportType::TypeTwo;
    engagement.asOf = engagement.reportType == ReportType::TypeOne ? m_asOf->value() : QDate();
    engagement.from = two ? m_from->value() : QDate();
    engagement.to = two ? m_to->value() : QDate();
    engagement.categories = m_categories->categories();
}

void EngagementPage::setEngagement(const Engagement &engagement)
{
    m_organisation->setText(engagement.organisation);
    m_service->setText(engagement.service);
    for (std::size_t i = 0; i < order.size(); ++i)
        m_reports.at(static_cast<qsizetype>(i))->setChecked(order.at(i) == engagement.reportType);
    if (engagement.from.isValid())
        m_from->setValue(engagement.from);
    if (engagement.to.isValid())
        m_to->setValue(engagement.to);
    if (engagement.asOf.isValid())
        m_asOf->setValue(engagement.asOf);
    m_categories->setCategories(engagement.categories);
    showDates();
}

QString EngagementPage::hint() const
{
    return tr("Organisation, report, period, categories");
}

QString EngagementPage::summary() const
{
    return tr("%1, %2").arg(m_organisation->text().simplified(), projectwords::reportType(reportType()));
}

void EngagementPage::opened()
{
    m_organisation->setFocus(Qt::OtherFocusReason);
}

void EngagementPage::clearProblems()
{
    for (LabelledField *field : std::as_const(m_fields))
        field->setProblem({});
}

bool EngagementPage::check()
{
    clearProblems();
    NewProject draft;
    fill(draft.engagement);
    const QList<FieldProblem> problems = problemsOf(draft);
    LabelledField *first = nullptr;
    for (const char *name : { "organisation", "service", "as_of", "period_from", "period_to" }) { // as they stand
        LabelledField *field = m_fields.value(QLatin1String(name));
        for (const FieldProblem &problem : problems) {
            if (problem.field != QLatin1String(name))
                continue;
            field->setProblem(words::sentence(problem, QStringLiteral("engagement")));
            first = first ? first : field;
        }
    }
    if (first)
        first->field()->setFocus(Qt::OtherFocusReason);
    return problems.isEmpty();
}

} // namespace tb
