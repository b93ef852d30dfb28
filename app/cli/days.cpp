#include "app/cli/days.h"

#include "app/cli/words.h"

namespace tb::cli {

std::optional<QDate> dayOf(const Call &call, const char *option)
{
    if (!call.has(option))
        return QDate::currentDate();
    const QDate day = QDate::fromString(call.value(option), Qt::ISODate);
    if (day.isValid())
        return day;
    call.complain(Say::tr("“%1” is not a date; dates read 2026-04-30.").arg(call.value(option)));
    return {};
}

} // namespace tb::cli
