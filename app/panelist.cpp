#include "app/panelist.h"

#include "ui/controls/controlspane.h"

namespace tb {

QList<PaneMaker> paneMakers()
{
    return { [](const PaneContext &context) -> Pane * { return new ControlsPane(context); } };
}

} // namespace tb
