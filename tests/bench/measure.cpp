#include "tests/bench/measure.h"

#include <sys/resource.h>

namespace tb::bench {

double peakMemory()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

} // namespace tb::bench
