#include "ui/evidence/evidenceinspector.h"

#include "model/evidence/guess.h"
#include "model/project.h"
#include "ui/common/button.h"
#include "ui/common/choices.h"
#include "ui/common/formfields.h"
#include "ui/common/inspectorform.h"
#include "ui/common/pill.h"
#include "ui/common/section.h"
#include "ui/common/statuslooks.h"
#include "ui/common/textstyle.h"
#include "ui/evidence/datesfield.h"
#include "ui/evidence/evidencefacts.h"
#include "ui/evidence/evidencepreview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace tb {

namespace {

/// The field that must be written together with @p field; empty for most.
QString partnerOf(const QString &field)
{
    static const QHash<QString, QString> partners {
        { QStringLiteral("covers_from"), QStringLiteral("covers_to") },
        { QStringLiteral("covers_to"), QStringLiteral("covers_from") },
        { QStringLiteral("shared"), QStringLiteral("withheld_reason") },
        { QStringLiteral("withheld_reason"), QStringLiteral("shared") },
    };
    return partners.value(field);
}

QWidget *column(std::initializer_list<QWidget *> parts)
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

/// A quiet button that leads to a record, with its status and an optional button at the right.
QWidget *recordLine(QPushButton *open, QWidget *status, QWidget *action)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    open->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    open->setStyleSheet(QStringLiteral("text-align: left"));
    layout->addWidget(open, 1);
    layout->addWidget(status);
    if (action)
        layout->addWidget(action);
    return line;
}

} // namespace

EvidenceInspector::EvidenceInspector(Project &project, QThreadPool &jobs, QWidget *parent)
    : InspectorFrame(parent)
    , m_project(project)
    , m_preview(new EvidencePreview(project.storage(), jobs))
{
    addTab(tr("Preview"), makePreview());
    addTab(tr("Details"), makeDetails());
    m_versions = new Section(tr("Versions"));
    m_versions->setObjectName(QStringLiteral("versions"));
    addTab(tr("Versions"), column({ m_versions }));
    addTab(tr("Links"), makeLinks());
}

QWidget *EvidenceInspector::makePreview()
{
    m_facts = new EvidenceFacts;
    connect(m_facts, &EvidenceFacts::recordAsked, this, &EvidenceInspector::recordAsked);
    auto *page = new QWidget; // the preview takes what the facts leave
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_facts);
    return page;
}

QWidget *EvidenceInspector::makeDetails()
{
    m_details = new InspectorForm;
    m_owner = new ChoiceField(QStringLiteral("owner_id"), {});
    m_collector = new ChoiceField(QStringLiteral("collected_by_id"), {});
    m_details->addField(tr("Title"), new TextField(QStringLiteral("title")), true);
    m_details->addField(tr("Description"), new LongTextField(QStringLiteral("description"), 3), true);
    m_details->addField(tr("Kind"), new ChoiceField(QStringLiteral("kind"), wordChoices<EvidenceKind>()));
    m_details->addField(tr("Performed on"), new DatesField(QStringLiteral("performed_on")));
    m_details->addField(tr("Covers from"), new DateField(QStringLiteral("covers_from")));
    m_details->addField(tr("Covers to"), new DateField(QStringLiteral("covers_to")));
    m_details->addField(tr("Collected on"), new DateField(QStringLiteral("collected_on")));
    m_details->addField(tr("Collected by"), m_collector);
    m_details->addField(tr("Owner"), m_owner);
    m_details->addField(tr("Source"), new TextField(QStringLiteral("source_system")));
    m_details->addField(tr("How collected"), new LongTextField(QStringLiteral("procedure"), 3), true);
    m_details->addField(tr("Sensitivity"), new ChoiceField(QStringLiteral("sensitivity"), wordChoices<Sensitivity>()));
    m_details->addField(
        tr("Auditor"),
        new ChoiceField(QStringLiteral("shared"), { { true, tr("Share"), {} }, { false, tr("Withhold"), {} } }));
    m_details->addField(tr("Why withheld"), new TextField(QStringLiteral("withheld_reason")));
    m_details->addField(tr("Tags"), new TagsField(QStringLiteral("tags")));
    connect(m_details, &InspectorForm::committed, this, &EvidenceInspector::commit);

    m_suggestion = makeButton({}, ButtonRole::Quiet, QStringLiteral("calendar-check"));
    m_suggestion->setObjectName(QStringLiteral("useDates"));
    connect(m_suggestion, &QPushButton::clicked, this, [this] { emit edited(m_suggested); });
    m_detailsPage = column({ m_suggestion, m_details });
    return m_detailsPage;
}

QWidget *EvidenceInspector::makeLinks()
{
    m_controls = new Section(tr("Controls"));
    m_link = makeButton(tr("Link"), ButtonRole::Quiet, QStringLiteral("link"));
    m_link->setObjectName(QStringLiteral("linkControls"));
    m_controls->addButton(m_link);
    connect(m_link, &QPushButton::clicked, this, &EvidenceInspector::linkAsked);
    return column({ m_controls });
}

void EvidenceInspector::commit(const QString &field, const QVariant &value)
{
    QList<FieldValue> values { { field, value } };
    if (const FormField *partner = m_details->field(partnerOf(field)))
        values.append({ partner->id(), partner->value() });
    emit edited(values);
}

void EvidenceInspector::show(const EvidenceRow &row)
{
    setHeading(row.item.code, look(row.state), row.name);
    m_detailsPage->setEnabled(row.isCollected());
    m_link->setEnabled(row.isCollected() && !m_readOnly);
    const Records &records = m_project.records();
    m_owner->setChoices(personOrNewChoices(records, row.item.owner));
    m_collector->setChoices(personOrNewChoices(records, row.item.collectedBy));
    QVariantMap values;
    for (const Field<Evidence> &field : Description<Evidence>::fields)
        values.insert(field.nameString(),
                      field.kind == FieldKind::Date
                          ? QVariant(QDate::fromString(field.value(row.item).toString(), Qt::ISODate))
                          : field.value(row.item));
    values.insert(QStringLiteral("tags"), row.item.tags);
    values.insert(QStringLiteral("shared"), row.item.shared);
    m_details->setValues(values, row.id());
    showSuggestion(row.item);
    m_facts->show(row, records.personName(row.item.collectedBy));
    if (row.isCollected())
        m_preview->show(row.item);
    else
        m_preview->clear(tr("Not collected yet"),
                         tr("Drop the files on this row: they are linked to %1.").arg(row.controls.first().code));
    showControls(row);
    showVersions(row);
    setTabCount(3, row.controls.isEmpty() ? QString() : QString::number(row.controls.size()));
}

void EvidenceInspector::showNothing()
{
    setNothing(tr("No item selected"), tr("Select a row to see and edit it here."));
    m_details->clear();
    m_preview->release();
    m_facts->hide();
}

/// A file named after a quarter most likely covers it; a person decides.
void EvidenceInspector::showSuggestion(const Evidence &item)
{
    const auto period = guess::period(item.fileName);
    const bool open = !item.coversFrom.isValid() && !item.coversTo.isValid() && item.performedOn.isEmpty();
    m_suggestion->setVisible(period && open && !m_readOnly);
    if (!period)
        return;
    const bool oneDay = period->from == period->to;
    m_suggested = oneDay ? QList<FieldValue> { { QStringLiteral("performed_on"), period->from.toString(Qt::ISODate) } }
                         : QList<FieldValue> { { QStringLiteral("covers_from"), period->from },
                                               { QStringLiteral("covers_to"), period->to } };
    m_suggestion->setText(tr("Use %1 from the file's name").arg(words::span(period->from, period->to)));
}

void EvidenceInspector::showControls(const EvidenceRow &row)
{
    m_controls->clearContent();
    for (const EvidenceRow::Shown &control : row.controls) {
        QPushButton *open = makeButton(control.code + QStringLiteral("  ") + control.title, ButtonRole::Quiet);
        open->setToolTip(control.title);
        connect(open, &QPushButton::clicked, this,
                [this, id = control.id] { emit recordAsked(QStringLiteral("control"), id.value); });
        QToolButton *unlink = makeIconButton(QStringLiteral("unlink"), tr("Unlink %1").arg(control.code));
        unlink->setEnabled(!m_readOnly && row.isCollected());
        connect(unlink, &QToolButton::clicked, this, [this, id = control.id] { emit unlinkAsked(id); });
        m_controls->addContent(recordLine(open, new StatusLabel(control.status), unlink));
    }
    if (row.controls.isEmpty())
        m_controls->addContent(
            makeLabel(tr("Not linked to a control: it shows nothing yet."), TextStyle::Small, Ink::Text3));
}

void EvidenceInspector::showVersions(const EvidenceRow &row)
{
    m_versions->clearContent();
    int others = 0;
    const auto add = [this, &others](const Evidence &item, const QString &relation) {
        QPushButton *open = makeButton(item.code + QStringLiteral("  ") + item.title, ButtonRole::Quiet);
        connect(open, &QPushButton::clicked, this,
                [this, id = item.id] { emit recordAsked(QStringLiteral("evidence"), id.value); });
        m_versions->addContent(recordLine(open, makeLabel(relation, TextStyle::Small, Ink::Text2), nullptr));
        ++others;
    };
    const auto &items = m_project.records().evidence;
    if (row.state == EvidenceState::Replaced || row.state == EvidenceState::Erased) {
        for (const Evidence &item : items.all()) {
            if (item.supersedes == row.item.id)
                add(item, tr("replaces this"));
        }
    }
    for (const Evidence *older = items.find(row.item.supersedes); older; older = items.find(older->supersedes))
        add(*older, older->id == row.item.supersedes ? tr("replaced by this") : tr("older"));
    if (others == 0)
        m_versions->addContent(makeLabel(row.isCollected()
                                             ? tr("The only version. Drop a file on the row to attach a newer one.")
                                             : tr("Nothing collected yet."),
                                         TextStyle::Small, Ink::Text3));
    setTabCount(2, others > 0 ? QString::number(others + 1) : QString());
}

void EvidenceInspector::refuse(const QString &field, const QString &reason)
{
    if (FormField *shown = m_details->field(field))
        shown->refuse(reason);
    setCurrentTab(1);
}

void EvidenceInspector::accept(const QList<FieldValue> &values)
{
    for (const FieldValue &value : values) {
        if (FormField *field = m_details->field(value.field))
            field->accept();
    }
}

void EvidenceInspector::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const Field<Evidence> &field : Description<Evidence>::fields) {
        if (FormField *shown = m_details->field(field.nameString()))
            shown->setReadOnly(readOnly);
    }
}

void EvidenceInspector::commitAll()
{
    m_details->commitAll();
}

} // namespace tb
