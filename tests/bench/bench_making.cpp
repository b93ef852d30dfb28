// Measures how long a new project takes once its key is there: the whole library, every category, in an encrypted file.
#include "model/making/projectmaking.h"
#include "model/store/filestorage.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace tb;
using namespace tb::bench;

namespace {

NewProject wholeLibrary()
{
    NewProject draft;
    draft.engagement.organisation = QStringLiteral("Bench");
    draft.engagement.service = QStringLiteral("Bench");
    draft.engagement.from = QDate(2026, 1, 1);
    draft.engagement.to = QDate(2026, 12, 31);
    for (const char *word : Words<Category>::all)
        draft.engagement.categories.append(QLatin1String(word));
    draft.startingSet = StartingSet::Full;
    return draft;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QTemporaryDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) + QStringLiteral("/benchXXXXXX")
                                  : QStringLiteral("benchXXXXXX"));
    Catalog catalog;
    const double read = milliseconds([&] { catalog = must(loadCatalog(), "catalog"); });
    Unlock unlock;
    unlock.rawKey = RawKey::random();
    QList<double> made;
    qint64 entries = 0;
    for (int i = 0; i < 9; ++i) {
        const QString path = folder.filePath(QString::number(i) + QStringLiteral(".trustbench"));
        made.append(milliseconds([&] {
            auto file = must(ProjectFile::create(path, unlock, projectFormat()), "create");
            const auto project = must(makeProject(must(FileStorage::attach(std::move(file)), "attach"), wholeLibrary(),
                                                  catalog, QStringLiteral("bench")),
                                      "make");
            entries = project->head().seq;
        }));
    }
    const QJsonObject figures { { QStringLiteral("catalog_read_ms"), read },
                                { QStringLiteral("project_p50_ms"), quantile(made, 0.5) },
                                { QStringLiteral("project_max_ms"), quantile(made, 1) },
                                { QStringLiteral("log_entries"), entries } };
    std::puts(QJsonDocument(figures).toJson().constData());
    return 0;
}
