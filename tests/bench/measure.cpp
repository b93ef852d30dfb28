#include "tests/bench/measure.h"

#include <QFile>

namespace tb::bench {

void startPeak()
{
    QFile reset(QStringLiteral("/proc/self/clear_refs"));
    if (!reset.open(QIODevice::WriteOnly) || reset.write("5") != 1)
        std::exit(1);
}

double peakMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        std::exit(1);
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().chopped(3).toDouble() / 1024; // "123456 kB"
    }
    std::exit(1);
}

} // namespace tb::bench
