// Measures what the design promises against the raw limit, in one run, and prints one JSON object. Release build only.
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

int main(int argc, char *argv[])
{
    using namespace tb::bench;
    QCoreApplication app(argc, argv);
    const qint64 megabytes = argc > 1 ? QByteArray(argv[1]).toLongLong() : 2048;
    QTemporaryDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) + QStringLiteral("/benchXXXXXX")
                                  : QStringLiteral("benchXXXXXX"));
    const QJsonObject all { { QStringLiteral("evidence"), benchEvidence(folder.path(), megabytes << 20) },
                            { QStringLiteral("project"), benchProject(folder.path()) },
                            { QStringLiteral("workbook"), benchWorkbook(folder.path()) } };
    std::puts(QJsonDocument(all).toJson().constData());
    return 0;
}
