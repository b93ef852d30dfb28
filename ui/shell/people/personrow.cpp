#include "ui/shell/people/personrow.h"

#include "model/references.h"
#include "reports/words/terms.h"

#include <QCoreApplication>

namespace tb {

namespace {

/// The translation context of this file.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(People)
};

using Row = PersonRow;

Column<Row> textColumn(const char *field, int width, QString Person::*member, EditKind edit)
{
    const QString id = QLatin1String(field);
    return { { .id = id, .title = words::fieldName(QStringLiteral("person"), id), .width = width, .edit = edit },
             [member](const Row &row) { return row.person.*member; } };
}

Column<Row> activeColumn(EditKind edit)
{
    const auto word = [](bool active) { return active ? Say::tr("Yes") : Say::tr("No"); };
    Column<Row> active { { .id = QStringLiteral("active"),
                           .title = words::fieldName(QStringLiteral("person"), QStringLiteral("active")),
                           .width = 72,
                           .edit = edit },
                         [word](const Row &row) { return word(row.person.active); } };
    active.edited = [](const Row &row) { return QVariant(row.person.active); };
    active.options = [word](const Row &) {
        return QList<Choice> { { true, word(true), {} }, { false, word(false), {} } };
    };
    return active;
}

Column<Row> usesColumn()
{
    Column<Row> uses { { .id = QStringLiteral("uses"),
                         .title = Say::tr("Used by"),
                         .width = 92,
                         .alignment = Qt::AlignRight,
                         .filterable = false },
                       [](const Row &row) { return words::number(row.uses); } };
    uses.sort = [](const Row &row) { return QVariant(row.uses); };
    uses.tip = [](const Row &row) {
        return row.uses == 0 ? Say::tr("No record names this person")
                             : Say::tr("Named %n time(s) as owner, reviewer or in another part", nullptr, row.uses);
    };
    return uses;
}

} // namespace

QList<PersonRow> personRows(const Records &records)
{
    const QHash<qint64, int> uses = referenceCounts(records, QStringLiteral("person"));
    QList<PersonRow> rows;
    for (const Person &person : records.people.all())
        rows.append({ person, uses.value(person.id.value) });
    return rows;
}

RecordSpec<PersonRow> personSpec(bool editable)
{
    const EditKind text = editable ? EditKind::Text : EditKind::None;
    RecordSpec<PersonRow> spec;
    spec.id = [](const Row &row) { return row.person.id.value; };
    Column<Row> name = textColumn("name", 160, &Person::name, text);
    name.flex = true;
    name.width = 150;
    name.secondary = false;
    spec.columns = { name,
                     textColumn("email", 230, &Person::email, text),
                     textColumn("role", 150, &Person::role, text),
                     textColumn("team", 110, &Person::team, text),
                     activeColumn(editable ? EditKind::Choice : EditKind::None),
                     usesColumn() };
    return spec;
}

} // namespace tb
