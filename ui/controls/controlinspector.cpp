#include "ui/controls/controlinspector.h"

#include "model/project.h"
#include "reports/words/remarks.h"
#include "reports/words/terms.h"
#include "ui/activity/recordhistory.h"
#include "ui/common/button.h"
#include "ui/common/choices.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formfields.h"
#include "ui/common/inspectorform.h"
#include "ui/common/pill.h"
#include "ui/common/section.h"
#include "ui/common/statuslooks.h"
#include "ui/common/textstyle.h"

#include <QLabel>
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

constexpr int mostOccurrences = 12; ///< a daily control has hundreds; the newest say enough

} // namespace

ControlInspector::ControlInspector(const PaneContext &context, QWidget *parent)
    : InspectorFrame(parent)
    , m_project(context.project)
    , m_readiness(context.readiness)
    , m_history(new RecordHistory(context))
{
    addTab(tr("Details"), makeDetails());
    addTab(tr("Evidence"), makeEvidence());
    addTab(tr("Notes"), makeNotes());
    addTab(tr("Activity"), m_history);
}

QWidget *ControlInspector::makeDetails()
{
    m_details = new InspectorForm;
    m_details->addField(tr("Title"), new TextField(QStringLiteral("title")), true);
    m_details->addField(tr("How it works"), new LongTextField(QStringLiteral("description"), 5), true);
    m_criteriaBox = new QWidget;
    m_criteria = new FlowLayout(6, m_criteriaBox);
    m_details->addFact(tr("Criteria"), m_criteriaBox);
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
    m_details->addField(tr("First due"), new DateField(QStringLiteral("anchor_on")));
    m_details->addField(tr("Tags"), new TagsField(QStringLiteral("tags")));
    m_signOff = makeLabel({}, TextStyle::Body, Ink::Text2);
    m_signOff->setWordWrap(true);
    m_details->addFact(tr("Sign-off"), m_signOff);
    connect(m_details, &InspectorForm::committed, this, &ControlInspector::edited);

    m_problems = new Section(tr("What stands against it"));
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problems);
    layout->addWidget(m_details);
    layout->addStretch();
    return page;
}

QWidget *ControlInspector::makeEvidence()
{
    m_evidence = new Section(tr("Evidence"));
    QPushButton *link = makeButton(tr("Link"), ButtonRole::Quiet, QStringLiteral("link"));
    link->setObjectName(QStringLiteral("linkEvidence"));
    m_evidence->addButton(link);
    connect(link, &QPushButton::clicked, this, &ControlInspector::linkEvidenceAsked);
    m_occurrences = new Section(tr("Due dates"));
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_evidence);
    layout->addWidget(m_occurrences);
    layout->addStretch();
    return page;
}

QWidget *ControlInspector::makeNotes()
{
    m_notes = new InspectorForm;
    m_notes->addField(tr("Notes"), new LongTextField(QStringLiteral("notes"), 12), true);
    connect(m_notes, &InspectorForm::committed, this, &ControlInspector::edited);
    return m_notes;
}

void ControlInspector::show(const ControlRow &row)
{
    setHeading(row.control.code, look(row.state), row.control.title);
    const QList<Choice> people = personOrNewChoices(m_project.records());
    m_owner->setChoices(people);
    m_performer->setChoices(people);
    QVariantMap values;
    for (const Field<Control> &field : Description<Control>::fields)
        values.insert(field.nameString(),
                      field.kind == FieldKind::Date
                          ? QVariant(QDate::fromString(field.value(row.control).toString(), Qt::ISODate))
                          : field.value(row.control));
    values.insert(QStringLiteral("tags"), row.control.tags);
    m_details->setValues(values);
    m_details->field(QStringLiteral("target_on"))
        ->setReadOnly(m_readOnly || row.control.workStatus == WorkStatus::Implemented); // the due date is computed then
    m_notes->setValues(values);
    showCriteria(row);
    showProblems(row);
    showEvidence(row);
    showSignOff(row);
    m_history->show(QStringLiteral("control"), row.control.id.value);
    setTabCount(1,
                row.slotCount.expected > 0
                    ? QStringLiteral("%1/%2").arg(row.slotCount.filled).arg(row.slotCount.expected)
                    : QString());
}

void ControlInspector::showCriteria(const ControlRow &row)
{
    while (QLayoutItem *item = m_criteria->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const ControlRow::Served &served : row.criteria) {
        QLabel *code = makeLabel(served.code, TextStyle::Small, Ink::Text2);
        code->setProperty("tbTag", true);
        code->setToolTip(served.title);
        m_criteria->addWidget(code);
    }
    QToolButton *add = makeIconButton(QStringLiteral("plus"), tr("Link to criteria"));
    add->setEnabled(!m_readOnly);
    connect(add, &QToolButton::clicked, this, &ControlInspector::linkCriteriaAsked);
    m_criteria->addWidget(add);
}

void ControlInspector::showProblems(const ControlRow &row)
{
    m_problems->clearContent();
    const readiness::ControlResult result = m_readiness.control(row.control.id);
    words::RemarkContext context;
    context.frequency = row.control.frequency;
    const auto add = [&](const readiness::Remark &remark, const StatusLook &status) {
        auto *line = new QWidget;
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 2, 0, 2);
        auto *mark = new StatusLabel(status);
        QString text = words::reason(remark, context);
        text[0] = text.at(0).toUpper();
        const QString remedy = words::remedy(remark.mend);
        QLabel *label = makeLabel(remedy.isEmpty() ? text : text + QStringLiteral(". ") + remedy + QLatin1Char('.'));
        label->setWordWrap(true);
        label->setToolTip(tr("Rule %1 of the readiness rules").arg(remark.rule()));
        layout->addWidget(mark, 0, Qt::AlignTop);
        layout->addWidget(label, 1);
        m_problems->addContent(line);
    };
    for (const readiness::Remark &remark : result.blockers)
        add(remark, { Glyph::Triangle, Tone::Bad, {} });
    for (const readiness::Remark &remark : result.warnings)
        add(remark, { Glyph::Clock, Tone::Warn, {} });
    m_problems->setRemark(result.blockers.isEmpty() ? tr("nothing blocks it; to watch") : QString());
    m_problems->setVisible(!result.blockers.isEmpty() || !result.warnings.isEmpty());
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
