#include "model/catalog/catalogid.h"
#include "model/checks.h"
#include "model/record/recordstore.h"

namespace tb {

namespace {

ControlRevision revisionUntil(const Control &control, QDate lastDay)
{
    ControlRevision revision;
    revision.control = control.id;
    revision.from = control.revisedOn;
    revision.to = lastDay;
    revision.title = control.title;
    revision.description = control.description;
    revision.frequency = control.frequency;
    revision.anchorOn = control.anchorOn;
    revision.calendar = control.calendar;
    revision.graceDays = control.graceDays;
    revision.hash = revisionHash(control);
    revision.id.value
        = catalogId(QStringLiteral("control_revision"),
                    QStringLiteral("%1/%2/%3").arg(control.id.value).arg(lastDay.toJulianDay()).arg(revision.hash));
    return revision;
}

} // namespace

Status noteRevision(Connection &connection, const Control &before, Control &after, QDate day)
{
    const bool operating = before.implementedOn.isValid() && before.implementedOn < day;
    const bool dated = after.revisedOn != before.revisedOn; // somebody says since when the new wording holds
    const QDate since = dated ? after.revisedOn : day;
    const bool begun = before.revisedOn.isValid() && before.revisedOn >= since;
    // The grace decides what was late: another one holds from its own day too, though a reviewer does not sign it off.
    const bool same = revisionHash(before) == revisionHash(after) && before.graceDays == after.graceDays;
    if (!operating || begun || !since.isValid() || same)
        return Ok {};
    after.revisedOn = since;
    return store::insert(connection, revisionUntil(before, since.addDays(-1)));
}

} // namespace tb
