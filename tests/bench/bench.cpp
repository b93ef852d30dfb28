// Measures what the design promises against the raw limit, in one run, and prints one JSON object. Release build only.
// Usage: bench [MEGABYTES [FOLDER [evidence|project|workbook]]]
#include "tests/bench/measure.h"

#include <QApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

int main(int argc, char *argv[])
{
    using namespace tb::bench;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const qint64 megabytes = argc > 1 ? QByteArray(argv[1]).toLongLong() : 2048;
    QTemporaryDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) + QStringLiteral("/benchXXXXXX")
                                  : QStringLiteral("benchXXXXXX"));
    const QString only = argc > 3 ? QString::fromLocal8Bit(argv[3]) : QString();
    QJsonObject all;
    const auto measure = [&](const QString &name, const std::function<QJsonObject()> &part) {
        if (only.isEmpty() || only == name)
            all.insert(name, part());
    };
    measure(QStringLiteral("evidence"), [&] { return benchEvidence(folder.path(), megabytes << 20); });
    measure(QStringLiteral("project"), [&] { return benchProject(folder.path()); });
    measure(QStringLiteral("workbook"), [&] { return benchWorkbook(folder.path()); });
    std::puts(QJsonDocument(all).toJson().constData());
    return 0;
}
