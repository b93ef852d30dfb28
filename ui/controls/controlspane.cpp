#include "ui/controls/controlspane.h"

#include "model/project.h"
#include "reports/words/terms.h"
#include "ui/common/button.h"
#include "ui/common/chipbar.h"
#include "ui/common/recordtable.h"
#include "ui/controls/controlcolumns.h"
#include "ui/controls/controlinspector.h"

#include <QPushButton>

namespace tb {

ControlsPane::ControlsPane(const PaneContext &paneContext, QWidget *parent)
    : RecordPane(paneContext, tr("Control matrix"), QStringLiteral("controls"),
                 std::make_unique<TableRecords<ControlRow>>(controlSpec(paneContext.project, paneContext.today)),
                 new ControlInspector(paneContext), parent)
    , m_rows(rowsOf<ControlRow>())
    , m_parts(paneContext.project.records())
    , m_inspector(inspectorAs<ControlInspector>())
{
    setupTable();
    setupActions();
    setupConnections();
    m_inspector->setReadOnly(context().readOnly);
    m_rows.assign(controlRows(context().project.records(), context().readiness, m_parts));
    RecordPane::opened(); // before anything is asked of the inspector
    showCurrent();
    showCounts();
}

void ControlsPane::setupTable()
{
    table().setDefaults(QStringLiteral("code"), Qt::AscendingOrder, QStringLiteral("criterion"));
    table().setNoMatch(tr("No control matches these filters"));
    QPushButton *create = makeButton(tr("New control"), ButtonRole::Primary, QStringLiteral("plus"));
    create->setEnabled(!context().readOnly);
    connect(create, &QPushButton::clicked, this, &ControlsPane::createControl);
    table().setEmpty(QStringLiteral("table-2"), tr("No controls yet"),
                     tr("Write the first one, or make a new project from the built-in library."), create);
}

void ControlsPane::setupConnections()
{
    connect(&context().readiness, &ProjectReadiness::updated, this, &ControlsPane::refresh);
    connect(&table(), &RecordTable::edited, this, &ControlsPane::editCell);
    connect(&table(), &RecordTable::deleteRequested, this, &ControlsPane::deleteControls);
    connect(&table(), &RecordTable::menuRequested, this, &ControlsPane::showMenu);
    table().setTakesFiles(!context().readOnly);
    connect(&table(), &RecordTable::filesDropped, this,
            [this](const QStringList &paths, qint64 on, int remote) { emit filesOffered(paths, { on }, remote); });
    connect(&table(), &RecordTable::digitPressed, this, [this](int digit, const QList<qint64> &) {
        const QList<Choice> choices = workStatusChoices();
        if (digit >= 1 && digit <= choices.size())
            setStatus(choices.at(digit - 1).value.toString(), acting());
    });
    connect(m_inspector, &ControlInspector::edited, this, &ControlsPane::editField);
    connect(m_inspector, &ControlInspector::linkCriteriaAsked, this, &ControlsPane::linkCriteria);
    connect(m_inspector, &ControlInspector::linkPointsAsked, this, &ControlsPane::linkPoints);
    connect(m_inspector, &ControlInspector::linkSystemsAsked, this, &ControlsPane::linkSystems);
    connect(m_inspector, &ControlInspector::linkPoliciesAsked, this, &ControlsPane::linkPolicies);
    connect(m_inspector, &ControlInspector::linkEvidenceAsked, this, &ControlsPane::linkEvidence);
    connect(m_inspector, &ControlInspector::decisionAsked, this, &ControlsPane::noteDecision);
    connect(m_inspector, &ControlInspector::editDecisionAsked, this, &ControlsPane::editDecision);
    connect(m_inspector, &ControlInspector::removeDecisionAsked, this, &ControlsPane::removeDecision);
    connect(m_inspector, &ControlInspector::recordAsked, this,
            [this](const QString &table, qint64 id) { context().showRecord(table, id); });
}

void ControlsPane::refresh(const ChangeSet &changes)
{
    const Records &records = context().project.records();
    const QSet<qint64> retested = m_parts.follow(records, changes);
    auto touched = changes.isEmpty() ? std::nullopt : controlsTouched(records, changes);
    if (touched) { // a decision, finding or policy changes what is shown of controls that it does not name
        for (const ControlId id : context().readiness.lastControls())
            touched->insert(id.value);
        touched->unite(retested);
    }
    if (!touched) {
        m_rows.assign(controlRows(records, context().readiness, m_parts));
    } else {
        QList<ControlRow> changed;
        QList<qint64> removed;
        for (const qint64 id : *touched) {
            if (const Control *control = records.controls.find({ id }))
                changed.append(controlRow(records, context().readiness, m_parts, *control));
            else
                removed.append(id);
        }
        sortByCode(changed);
        m_rows.put(changed, removed);
    }
    showCurrent();
    showCounts();
}

void ControlsPane::showCurrent()
{
    const ControlRow *row = m_rows.find(table().currentId());
    if (row)
        m_inspector->show(*row, m_parts);
    else
        m_inspector->showNothing();
}

QString ControlsPane::countText(int shown, int total) const
{
    const QString all = words::subjectCount(QStringLiteral("control"), total);
    return shown == total ? all : tr("%1 of %2", "shown of all controls").arg(shown).arg(all);
}

QList<ControlId> ControlsPane::acting() const
{
    QList<ControlId> ids;
    for (const qint64 id : actingRows())
        ids.append(ControlId { id });
    return ids;
}

bool ControlsPane::shows(const QString &table) const
{
    return table == QLatin1String("control") || table == QLatin1String("criterion");
}

bool ControlsPane::showRecord(const QString &table, qint64 id)
{
    if (table == QLatin1String("criterion")) { // not a row: the controls under it
        const Criterion *criterion = context().project.records().criteria.find({ id });
        if (criterion)
            chips().setChips({ { QStringLiteral("criterion"), { criterion->code } } });
        return criterion != nullptr;
    }
    return RecordPane::showRecord(table, id);
}

QString ControlsPane::rowHints() const
{
    return tr("Space toggles · Ctrl+click adds · F2 edits cell · 1–5 sets status");
}

} // namespace tb
