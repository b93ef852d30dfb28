#include "ui/controls/controlinspector.h"

#include "model/project.h"
#include "reports/words/terms.h"
#include "ui/activity/recordhistory.h"
#include "ui/common/button.h"
#include "ui/common/choices.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formfields.h"
#include "ui/common/inspectorform.h"
#include "ui/common/linkedrecords.h"
#include "ui/common/pill.h"
#include "ui/common/section.h"
#include "ui/common/statuslooks.h"
#include "ui/common/textstyle.h"
#include "ui/controls/controlcolumns.h"
#include "ui/controls/controldecisions.h"
#include "ui/controls/controlproblems.h"
#include "ui/controls/controlrelated.h"
#include "ui/controls/controltests.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace tb {

namespace {

using readiness::Occurrence;

/// A quiet button that leads to a record, with its status at the right.
QWidget *recordLine(const QString &text, const StatusLook &status, QPushButton *&button)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    button = makeButton(text, ButtonRole::Quiet);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setStyleSheet(QStringLiteral("text-align: left"));
    layout->addWidget(button, 1);
    layout->addWidget(new StatusLabel(status));
    return line;
}

StatusLook lookOf(const Occurrence &occurrence)
{
    const auto say = [](const char *text) { return ControlInspector::tr(text); };
    switch (occurrence.state) {
    case OccurrenceState::Filled: return { Glyph::TickDisc, Tone::Ok, say(QT_TR_NOOP("Performed")) };
    case OccurrenceState::FilledInGrace: return { Glyph::TickDisc, Tone::Ok, say(QT_TR_NOOP("Within grace")) };
    case OccurrenceState::Late: return { Glyph::Octagon, Tone::Bad, say(QT_TR_NOOP("Late")) };
    case OccurrenceState::Missing: return { Glyph::Octagon, Tone::Bad, say(QT_TR_NOOP("Missing")) };
    case OccurrenceState::DueSoon: return { Glyph::Clock, Tone::Warn, say(QT_TR_NOOP("Due soon")) };
    case OccurrenceState::NotDueYet: return { Glyph::DashedRing, Tone::Neutral, say(QT_TR_NOOP("Not due yet")) };
    }
    Q_UNREACHABLE();
}

QWidget *pageOf(std::initializer_list<QWidget *> parts)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *part : parts)
        layout->addWidget(part);
    layout->addStretch();
    return page;
}

/// Replaces what @p tags hold by @p texts, code and tool tip, and a button called @p name that runs @p add.
void fill(FlowLayout &tags, const QList<std::pair<QString, QString>> &texts, const QString &name, bool readOnly,
          std::function<void()> add)
{
    while (QLayoutItem *item = tags.takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const auto &[text, tip] : texts) {
        QLabel *tag = makeLabel(text, TextStyle::Small, Ink::Text2);
        tag->setProperty("tbTag", true);
        tag->setToolTip(tip);
        tags.addWidget(tag);
    }
    QToolButton *button = makeIconButton(QStringLiteral("plus"), name);
    button->setFixedSize(metrics::control(), metrics::pill()); // no line of tags is higher than another
    button->setEnabled(!readOnly);
    QObject::connect(button, &QToolButton::clicked, tags.parentWidget(), std::move(add));
    tags.addWidget(button);
}

constexpr int mostOccurrences = 12; ///< a daily control has hundreds; the newest say enough

} // namespace

ControlInspector::ControlInspector(const PaneContext &context, QWidget *parent)
    : InspectorFrame(parent)
    , m_project(context.project)
    , m_readiness(context.readiness)
    , m_tests(new ControlTests)
    , m_history(new RecordHistory(context))
{
    addTab(tr("Details"), makeDetails());
    addTab(tr("Evidence"), makeEvidence());
    addTab(tr("Tests"), m_tests);
    addTab(tr("Notes"), makeNotes());
    addTab(tr("Activity"), m_history);
}

QWidget *ControlInspector::tagBox(FlowLayout *&tags)
{
    auto *box = new QWidget;
    tags = new FlowLayout(6, box);
    return box;
}

void ControlInspector::makeFields()
{
    m_details->addField(tr("Title"), new TextField(QStringLiteral("title")), true);
    m_details->addField(tr("How it works"), new LongTextField(QStringLiteral("description"), 5), true);
    m_details->addFact(tr("Criteria"), tagBox(m_criteria));
    m_details->addFact(tr("Points of focus"), tagBox(m_points));
    m_owner = new ChoiceField(QStringLiteral("owner_id"), {});
    m_performer = new ChoiceField(QStringLiteral("performer_id"), {});
    m_details->addField(tr("Owner"), m_owner);
    m_details->addField(tr("Performer"), m_performer);
    m_details->addField(tr("Type"), new ChoiceField(QStringLiteral("kind"), wordChoices<ControlKind>()));
    m_details->addField(tr("Nature"), new ChoiceField(QStringLiteral("nature"), wordChoices<ControlNature>()));
    m_details->addField(tr("Frequency"), new ChoiceField(QStringLiteral("frequency"), wordOrNoneChoices<Frequency>()));
    m_details->addField(tr("Work status"), new ChoiceField(QStringLiteral("work_status"), wordChoices<WorkStatus>()));
    m_details->addField(tr("Target"), new DateField(QStringLiteral("target_on")));
    m_details->addField(tr("Implemented"), new DateField(QStringLiteral("implemented_on")));
    m_details->addField(tr("Retired"), new DateField(QStringLiteral("retired_on")));
    m_details->addField(tr("First due"), new DateField(QStringLiteral("anchor_on")));
    m_details->addField(tr("Works on"), new ChoiceField(QStringLiteral("calendar"), wordChoices<Calendar>()));
    FormField *grace = m_details->addField(tr("Days of grace"), new TextField(QStringLiteral("grace_days")));
    static_cast<QLineEdit *>(grace->editor())->setPlaceholderText(tr("as usual for the frequency"));
    m_details->addFact(tr("Systems"), tagBox(m_systems));
    m_details->addField(tr("Tags"), new TagsField(QStringLiteral("tags")));
    m_signOff = makeLabel({}, TextStyle::Body, Ink::Text2);
    m_signOff->setWordWrap(true);
    m_details->addFact(tr("Sign-off"), m_signOff);
}

QWidget *ControlInspector::makeDetails()
{
    m_details = new InspectorForm;
    makeFields();
    m_problems = new ControlProblems;
    m_decisions = new ControlDecisions;
    m_related = new ControlRelated;
    connect(m_details, &InspectorForm::committed, this, &ControlInspector::edited);
    connect(m_problems, &ControlProblems::decisionAsked, this, &ControlInspector::decisionAsked);
    connect(m_decisions, &ControlDecisions::noteAsked, this, [this] { emit decisionAsked(0); });
    connect(m_decisions, &ControlDecisions::editAsked, this, &ControlInspector::editDecisionAsked);
    connect(m_decisions, &ControlDecisions::removeAsked, this, &ControlInspector::removeDecisionAsked);
    connect(m_related, &ControlRelated::linkPoliciesAsked, this, &ControlInspector::linkPoliciesAsked);
    return pageOf({ m_problems, m_details, m_decisions, m_related });
}

QWidget *ControlInspector::makeEvidence()
{
    m_evidence = new Section(tr("Evidence"));
    QPushButton *link = makeButton(tr("Link"), ButtonRole::Quiet, QStringLiteral("link"));
    link->setObjectName(QStringLiteral("linkEvidence"));
    m_evidence->addButton(link);
    connect(link, &QPushButton::clicked, this, &ControlInspector::linkEvidenceAsked);
    m_expected = new Section(tr("What is expected"));
    m_expected->setObjectName(QStringLiteral("expected"));
    m_occurrences = new Section(tr("Due dates"));
    return pageOf({ m_evidence, m_expected, m_occurrences });
}

QWidget *ControlInspector::makeNotes()
{
    m_notes = new InspectorForm;
    m_notes->addField(tr("Notes"), new LongTextField(QStringLiteral("notes"), 12), true);
    connect(m_notes, &InspectorForm::committed, this, &ControlInspector::edited);
    return m_notes;
}

void ControlInspector::show(const ControlRow &row, const ControlParts &parts)
{
    setHeading(row.control.code, row.status, row.control.title);
    setBadge(row.exception ? exceptionLook() : StatusLook(), exceptionMeaning());
    m_owner->setChoices(personOrNewChoices(m_project.records(), row.control.owner));
    m_performer->setChoices(personOrNewChoices(m_project.records(), row.control.performer));
    QVariantMap values;
    for (const Field<Control> &field : Description<Control>::fields)
        values.insert(field.nameString(),
                      field.kind == FieldKind::Date
                          ? QVariant(QDate::fromString(field.value(row.control).toString(), Qt::ISODate))
                          : field.value(row.control));
    values.insert(QStringLiteral("tags"), row.control.tags);
    values.insert(QStringLiteral("grace_days"),
                  row.control.graceDays ? QString::number(*row.control.graceDays) : QStringLiteral(""));
    m_details->setValues(values, row.control.id.value);
    m_details->field(QStringLiteral("target_on"))
        ->setReadOnly(m_readOnly || row.control.workStatus == WorkStatus::Implemented); // the due date is computed then
    m_notes->setValues(values, row.control.id.value);
    showTags(row);
    showEvidence(row);
    const Records &records = m_project.records();
    const ControlParts::Parts own = parts.of(row.control.id);
    m_problems->show(m_readiness.control(row.control.id), row.control.frequency, m_readOnly);
    m_decisions->show(records, own.decisions, m_readOnly);
    m_related->show(records, parts, row.control.id, m_readOnly);
    m_tests->show(records, own);
    showExpected(own.procedures);
    showSignOff(row);
    m_history->show(QStringLiteral("control"), row.control.id.value);
    setTabCount(1,
                row.slotCount.expected > 0
                    ? QStringLiteral("%1/%2").arg(row.slotCount.filled).arg(row.slotCount.expected)
                    : QString());
    setTabCount(2, own.tests.isEmpty() ? QString() : QString::number(own.tests.size()));
}

void ControlInspector::showExpected(const QList<TestProcedureId> &procedures)
{
    m_expected->clearContent();
    int items = 0;
    for (const TestProcedureId id : procedures) {
        const TestProcedure *procedure = m_project.records().testProcedures.find(id);
        const QStringList lines
            = procedure ? procedure->expectedEvidence.split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
        for (const QString &line : lines) {
            QLabel *label = makeLabel(QStringLiteral("•  ") + line);
            label->setWordWrap(true);
            m_expected->addContent(label);
            ++items;
        }
    }
    m_expected->setVisible(items > 0);
}

void ControlInspector::showNothing()
{
    setNothing(tr("No control selected"), tr("Select a row to see and edit it here."));
    m_details->clear();
    m_notes->clear();
}

void ControlInspector::showTags(const ControlRow &row)
{
    const Records &records = m_project.records();
    QList<std::pair<QString, QString>> criteria, points, systems;
    for (const ControlRow::Served &served : row.criteria)
        criteria.append({ served.code, served.title });
    const qint64 control = row.control.id.value;
    for (const PointOfFocus *point :
         linkedRecords(records.pointsOfFocus, records.controlPointsOfFocus.rightsOf(control), &PointOfFocus::code))
        points.append({ point->code, point->text });
    for (const System *system : linkedRecords(records.systems, records.controlSystems.rightsOf(control), &System::name))
        systems.append({ system->name, system->name });
    fill(*m_criteria, criteria, tr("Link to criteria"), m_readOnly, [this] { emit linkCriteriaAsked(); });
    fill(*m_points, points, tr("Link to points of focus"), m_readOnly, [this] { emit linkPointsAsked(); });
    fill(*m_systems, systems, tr("Link to systems"), m_readOnly, [this] { emit linkSystemsAsked(); });
}

void ControlInspector::showEvidence(const ControlRow &row)
{
    m_evidence->clearContent();
    const Records &records = m_project.records();
    const QList<qint64> items = records.evidenceControls.leftsOf(row.control.id.value);
    for (const qint64 id : items) {
        const Evidence *item = records.evidence.find({ id });
        if (!item)
            continue;
        QPushButton *open = nullptr;
        m_evidence->addContent(recordLine(item->title, look(m_readiness.evidence({ id }).freshness), open));
        connect(open, &QPushButton::clicked, this, [this, id] { emit recordAsked(QStringLiteral("evidence"), id); });
    }
    if (items.isEmpty())
        m_evidence->addContent(makeLabel(tr("Nothing linked yet. Drop files on the row, or link what is here."),
                                         TextStyle::Small, Ink::Text3));
    m_evidence->setRemark(row.slotCount.expected > 0
                              ? tr("%1 of %2 expected").arg(row.slotCount.filled).arg(row.slotCount.expected)
                              : words::subjectCount(QStringLiteral("evidence"), items.size()));

    m_occurrences->clearContent();
    const QList<Occurrence> all = m_readiness.control(row.control.id).occurrences;
    for (qsizetype i = std::max<qsizetype>(0, all.size() - mostOccurrences); i < all.size(); ++i) {
        auto *line = new QWidget;
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 2, 0, 2);
        layout->addWidget(makeLabel(words::date(all.at(i).due)), 1);
        layout->addWidget(new StatusLabel(lookOf(all.at(i))));
        m_occurrences->addContent(line);
    }
    m_occurrences->setRemark(tr("%1 in the window").arg(all.size()));
    m_occurrences->setVisible(!all.isEmpty());
}

void ControlInspector::showSignOff(const ControlRow &row)
{
    const Control &control = row.control;
    if (!control.signedOffOn.isValid())
        m_signOff->setText(tr("Not signed off. Press 5 in the table to sign off as reviewer."));
    else if (control.signedOffHash != revisionHash(control))
        m_signOff->setText(tr("Signed off before the last change of what it says; sign off again."));
    else
        m_signOff->setText(
            tr("%1, %2").arg(m_project.records().personName(control.signedOffBy), words::date(control.signedOffOn)));
}

void ControlInspector::refuse(const QString &field, const QString &reason)
{
    for (InspectorForm *form : { m_details, m_notes }) {
        if (FormField *shown = form->field(field))
            shown->refuse(reason);
    }
}

void ControlInspector::accept(const QString &field)
{
    for (InspectorForm *form : { m_details, m_notes }) {
        if (FormField *shown = form->field(field))
            shown->accept();
    }
}

void ControlInspector::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (InspectorForm *form : { m_details, m_notes }) {
        for (const Field<Control> &field : Description<Control>::fields) {
            if (FormField *shown = form->field(field.nameString()))
                shown->setReadOnly(readOnly);
        }
    }
}

void ControlInspector::commitAll()
{
    m_details->commitAll();
    m_notes->commitAll();
}

} // namespace tb
