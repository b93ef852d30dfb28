#include "ui/controls/controltests.h"

#include "reports/words/terms.h"
#include "ui/common/statuslooks.h"
#include "ui/common/textstyle.h"
#include "ui/controls/detailsection.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tb {

namespace {

QString called(const char *table, const char *field)
{
    return words::fieldName(QLatin1String(table), QLatin1String(field));
}

QString methodsOf(const TestProcedure &procedure)
{
    QStringList methods;
    for (const QString &method : procedure.methods)
        methods.append(words::term(method));
    return methods.join(QStringLiteral(", "));
}

/// Each line of @p text with a dot before it.
QString listed(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (QString &line : lines)
        line.prepend(QStringLiteral("•  "));
    return lines.join(QLatin1Char('\n'));
}

void addPart(Section &section, const QString &name, const QString &text)
{
    if (text.isEmpty())
        return;
    section.addContent(makeLabel(name, TextStyle::Small, Ink::Text2));
    QLabel *label = makeLabel(text);
    label->setWordWrap(true);
    label->setAccessibleName(name + QStringLiteral(": ") + text);
    section.addContent(label);
}

DetailSection::Line lineOf(const Records &records, const Test &test)
{
    const auto name = [](const char *field) { return called("test", field); };
    const Population *population = records.populations.find(test.population);
    const QString when = test.testedOn.isValid() ? words::date(test.testedOn) : ControlTests::tr("not tested yet");
    return { test.id.value,
             test.code + QStringLiteral("  ") + when,
             look(test.conclusion),
             { { name("tester_id"), records.personName(test.tester) },
               { name("reviewer_id"), records.personName(test.reviewer) },
               { name("reviewed_on"), words::date(test.reviewedOn) },
               { name("population_id"), population ? population->title : QString() },
               { name("remarks"), test.remarks } } };
}

} // namespace

ControlTests::ControlTests(QWidget *parent)
    : QWidget(parent)
    , m_procedures(new Section(tr("Test procedure")))
    , m_tests(new DetailSection(tr("Tests")))
{
    m_procedures->setObjectName(QStringLiteral("procedures"));
    m_tests->setObjectName(QStringLiteral("tests"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_procedures);
    layout->addWidget(m_tests);
    layout->addStretch();
}

void ControlTests::show(const Records &records, const ControlParts::Parts &parts)
{
    showProcedures(records, parts.procedures);
    showTests(records, parts.tests);
}

void ControlTests::showProcedures(const Records &records, const QList<TestProcedureId> &ids)
{
    m_procedures->clearContent();
    QStringList codes;
    for (const TestProcedureId id : ids) {
        const TestProcedure *procedure = records.testProcedures.find(id);
        if (!procedure)
            continue;
        codes.append(procedure->code);
        addPart(*m_procedures, called("test_procedure", "methods"), methodsOf(*procedure));
        addPart(*m_procedures, called("test_procedure", "attributes"), listed(procedure->attributes));
        addPart(*m_procedures, called("test_procedure", "population"), procedure->population);
    }
    m_procedures->setRemark(codes.join(QStringLiteral(", ")));
    if (codes.isEmpty())
        m_procedures->addContent(makeLabel(tr("It is not said yet how this is tested."), TextStyle::Small, Ink::Text3));
}

void ControlTests::showTests(const Records &records, const QList<TestId> &ids)
{
    QList<Test> tests;
    for (const TestId id : ids) {
        if (const Test *test = records.tests.find(id))
            tests.append(*test);
    }
    std::sort(tests.begin(), tests.end(), [](const Test &a, const Test &b) { // the newest first
        return std::tie(b.testedOn, a.code) < std::tie(a.testedOn, b.code);
    });
    QList<DetailSection::Line> lines;
    for (const Test &test : std::as_const(tests))
        lines.append(lineOf(records, test));
    m_tests->setLines(lines, tr("None recorded."));
}

} // namespace tb
