#include "reports/reportinput.h"

#include "model/projectreadiness.h"

namespace tb {

ReportInput reportInput(const Records &records, const LogHead &head, QDate date)
{
    ReadinessEngine engine;
    engine.reset(readinessInputs(records), date);
    return { records, engine.result(), head, date };
}

} // namespace tb
