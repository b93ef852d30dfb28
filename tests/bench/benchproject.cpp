#include "model/commands.h"
#include "model/demo/fixture.h"
#include "model/projectreadiness.h"
#include "model/store/filestorage.h"
#include "model/store/statement.h"
#include "tests/bench/measure.h"
#include "ui/common/appearance.h"
#include "ui/common/recordtable.h"
#include "ui/common/recordview.h"
#include "ui/evidence/evidencecolumns.h"

#include <QCoreApplication>

namespace tb::bench {

namespace {

const QDate day(2026, 3, 12);

/// The limit of opening: every column of every record and link, stepped through and looked at, nothing kept.
void selectEverything(Connection &connection)
{
    for (const char *table : { "engagement", "person", "framework", "criterion", "control", "evidence",
                               "control_criterion", "evidence_control" }) {
        const QByteArray sql = QByteArray("SELECT * FROM ") + table;
        auto query = must(Statement::prepare(connection.handle(), sql.constData()), "select");
        qsizetype seen = 0;
        while (query.next()) {
            for (int column = 0; column < query.columnCount(); ++column)
                seen += query.blob(column).size();
        }
    }
}

/// A key stroke in "Filter rows" over the rows and columns of the evidence pane, from the text to the painted rows. The
/// first one, which gathers the words of all rows, is told apart.
QJsonObject benchFilter(Project &project)
{
    const Appearance appearance;
    const ProjectReadiness readiness(project, day);
    TableRecords<EvidenceRow> rows(evidenceSpec(project, [] { return day; }));
    rows.assign(evidenceRows(project.records(), readiness));
    RecordTable table(rows, QStringLiteral("evidence"));
    table.resize(1000, 700);
    table.show();
    QCoreApplication::processEvents();
    QList<double> painting;
    const auto stroke = [&](const QString &text) {
        const double filtering = milliseconds([&] { table.setFilterText(text); });
        painting.append(milliseconds([&] { table.view()->viewport()->repaint(); }));
        return filtering + painting.last();
    };
    const double first = stroke(QStringLiteral("x"));
    QList<double> strokes;
    for (const QString &word : { QStringLiteral("access"), QStringLiteral("review 2025"), QStringLiteral("e-00") }) {
        for (int length = 0; length <= word.size(); ++length)
            strokes.append(stroke(word.left(length)));
    }
    return { { QStringLiteral("rows"), table.total() },
             { QStringLiteral("first_key_stroke_ms"), first },
             { QStringLiteral("key_stroke_p50_ms"), quantile(strokes, 0.5) },
             { QStringLiteral("key_stroke_max_ms"), quantile(strokes, 1) },
             { QStringLiteral("painting_of_it_p50_ms"), quantile(painting, 0.5) } };
}

QJsonObject benchEdit(Project &project)
{
    ProjectReadiness readiness(project, day);
    const ControlId id = project.records().controls.all().first().id;
    QList<double> edits;
    QList<double> undos;
    for (int i = 0; i < 30; ++i) {
        edits.append(milliseconds([&] {
            must(setFields<Control>(project, { id }, { { QStringLiteral("notes"), QString::number(i) } }), "edit");
        }));
        undos.append(milliseconds([&] { must(project.undo(), "undo"); }));
    }
    return { { QStringLiteral("edit_p50_ms"), quantile(edits, 0.5) },
             { QStringLiteral("undo_p50_ms"), quantile(undos, 0.5) } };
}

} // namespace

QJsonObject benchProject(const QString &folder)
{
    Quiet quiet;
    Unlock unlock;
    unlock.rawKey = RawKey::random();
    const QString path = folder + QStringLiteral("/large.trustbench");
    const Catalog catalog = must(loadCatalog(), "catalog");
    auto fresh
        = must(FileStorage::attach(must(ProjectFile::create(path, unlock, projectFormat()), "create")), "attach");
    auto project = must(makeFixture(std::move(fresh), catalog, { 5000, 20000, 64 }, quiet), "fixture");
    project.reset();

    const auto openFile = [&] {
        return must(FileStorage::attach(
                        must(ProjectFile::open(path, unlock, ProjectFile::Access::ReadWrite, projectFormat()), "open")),
                    "attach");
    };
    const QJsonObject open = inTurn(
        7, [&] { must(Project::load(openFile(), QStringLiteral("bench")), "load"); },
        [&] { selectEverything(openFile()->connection()); });
    project = must(Project::load(openFile(), QStringLiteral("bench")), "load");
    double readiness = 0;
    readiness = milliseconds([&] { ProjectReadiness evaluated(*project, day); });
    return { { QStringLiteral("open"), open },
             { QStringLiteral("filter"), benchFilter(*project) },
             { QStringLiteral("edit"), benchEdit(*project) },
             { QStringLiteral("readiness_all_ms"), readiness } };
}

} // namespace tb::bench
