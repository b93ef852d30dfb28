#include "app/panelist.h"

#include "ui/activity/activitypane.h"
#include "ui/controls/controlspane.h"
#include "ui/evidence/evidencepane.h"

namespace tb {

namespace {

template <class P> Pane *make(const PaneContext &context)
{
    return new P(context);
}

} // namespace

QList<PaneMaker> paneMakers()
{
    return { make<ControlsPane>, make<EvidencePane>, make<ActivityPane> };
}

} // namespace tb
