#include "ui/shell/people/peopledialog.h"

#include "model/commands.h"
#include "reports/words/errors.h"
#include "reports/words/terms.h"
#include "ui/common/button.h"
#include "ui/common/metrics.h"
#include "ui/common/problemstrip.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"
#include "ui/common/textstyle.h"
#include "ui/shell/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>

namespace tb {

namespace {

const QString nameField = QStringLiteral("name");

/// @p wanted, or with the first number that makes it nobody's name yet.
QString freeName(const Records &records, const QString &wanted)
{
    QStringList taken;
    for (const Person &person : records.people.all())
        taken.append(person.name);
    QString name = wanted;
    for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return name;
}

} // namespace

PeopleDialog::PeopleDialog(const PaneContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_rows(personSpec(!context.readOnly))
    , m_table(new RecordTable(m_rows, QStringLiteral("people"), &context.viewState))
    , m_problem(new ProblemStrip)
    , m_add(makeButton(tr("New person"), ButtonRole::Standard, QStringLiteral("plus")))
    , m_remove(makeButton(tr("Remove"), ButtonRole::Standard, QStringLiteral("trash-2")))
{
    setObjectName(QStringLiteral("peopleDialog"));
    setWindowTitle(tr("People"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *ground = new Panel(Panel::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_problem);
    column->addWidget(m_table, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(ground, 1);
    layout->addWidget(makeFooter());
    m_table->setObjectName(QStringLiteral("peopleTable"));
    m_table->setBoxShown(false);
    m_table->setDefaults(nameField);
    m_table->setEmpty(QStringLiteral("user"), tr("Nobody yet"), tr("Add the people who own, perform and review."));
    connect(m_table, &RecordTable::edited, this, &PeopleDialog::edit);
    connect(m_table, &RecordTable::selectionChanged, this, &PeopleDialog::offer);
    connect(m_table, &RecordTable::deleteRequested, this, &PeopleDialog::removePeople);
    connect(&m_context.project, &Project::changed, this, &PeopleDialog::fill);
    setupKeys();
    fill();
    resize(metrics::scaled(860), metrics::scaled(520));
    m_table->view()->setFocus();
}

/// The table goes before the rows that it shows.
PeopleDialog::~PeopleDialog()
{
    m_table->disconnect(this);
    delete m_table;
}

QWidget *PeopleDialog::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(4);
    column->addWidget(makeLabel(tr("People"), TextStyle::PageTitle));
    auto *words = makeLabel(tr("Who owns, performs and reviews. Who has left is set to not active and keeps what was "
                               "done; only somebody whom no record names can be removed."),
                            TextStyle::Small, Ink::Text2);
    words->setWordWrap(true);
    column->addWidget(words);
    return head;
}

QWidget *PeopleDialog::makeFooter()
{
    auto *footer = new Panel(Panel::Ground::Sunken);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    m_add->setObjectName(QStringLiteral("addPerson"));
    m_remove->setObjectName(QStringLiteral("removePerson"));
    m_add->setToolTip(m_context.readOnly ? tr("The project is open read-only") : tr("New person (Ctrl+N)"));
    m_add->setEnabled(!m_context.readOnly);
    auto *close = makeButton(tr("Close"), ButtonRole::Primary);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch();
    row->addWidget(close);
    connect(m_add, &QPushButton::clicked, this, &PeopleDialog::addPerson);
    connect(m_remove, &QPushButton::clicked, this, [this] { removePeople(m_table->selectedIds()); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return footer;
}

void PeopleDialog::setupKeys()
{
    const auto key = [this](const QKeySequence &keys, auto run) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
    };
    if (m_context.readOnly)
        return;
    key(QKeySequence(tr("Ctrl+N")), [this] { addPerson(); });
    key(QKeySequence(tr("Ctrl+Z")), [this] { report(m_context.project.undo()); });
    key(QKeySequence(tr("Ctrl+Shift+Z")), [this] { report(m_context.project.redo()); });
}

void PeopleDialog::fill()
{
    const QList<PersonRow> rows = personRows(m_context.project.records());
    QList<qint64> gone;
    for (const PersonRow &old : m_rows.all()) {
        if (!m_context.project.records().people.contains(old.person.id))
            gone.append(old.person.id.value);
    }
    if (m_rows.count() == 0)
        m_rows.assign(rows);
    else
        m_rows.put(rows, gone);
    offer();
}

void PeopleDialog::edit(qint64 id, const QString &column, const QVariant &value)
{
    const QVariant typed = value.userType() == QMetaType::QString ? QVariant(value.toString().simplified()) : value;
    report(setFields<Person>(m_context.project, { { id } }, { { column, typed } }));
}

void PeopleDialog::addPerson()
{
    Person draft;
    draft.name = freeName(m_context.project.records(), tr("New person"));
    const auto made = createRecord(m_context.project, draft);
    if (!made)
        return report(made.error());
    m_problem->clear();
    m_table->setCurrentId(made.value().value);
    m_table->view()->setFocus();
    m_table->editCurrent(nameField);
}

void PeopleDialog::removePeople(const QList<qint64> &ids)
{
    QList<PersonId> people;
    for (const qint64 id : ids)
        people.append(PersonId { id });
    if (!m_context.readOnly && !people.isEmpty())
        report(removeRecords<Person>(m_context.project, people));
}

void PeopleDialog::report(const Result<ChangeSet> &done)
{
    if (done || done.error().kind == Error::Kind::NothingToUndo)
        return m_problem->clear();
    const Error &error = done.error();
    m_problem->setProblem(error.problems.isEmpty() ? words::sentence(error)
                                                   : words::sentence(error.problems.first(), QStringLiteral("person")),
                          {}, error.detail);
}

void PeopleDialog::offer()
{
    const QList<qint64> ids = m_table->selectedIds();
    const bool used = std::any_of(ids.cbegin(), ids.cend(), [this](qint64 id) {
        const PersonRow *row = m_rows.find(id);
        return row && row->uses > 0;
    });
    m_remove->setEnabled(!m_context.readOnly && !ids.isEmpty() && !used);
    m_remove->setToolTip(m_context.readOnly ? tr("The project is open read-only")
                             : used         ? tr("Records name this person: set “active” to No instead")
                                            : tr("Remove (Del)"));
}

} // namespace tb
