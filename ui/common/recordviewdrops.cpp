// What RecordView does with files that are dragged over it.
#include "ui/common/dropzone.h"
#include "ui/common/recordview.h"

#include <QDropEvent>

namespace tb {

void RecordView::dragEnterEvent(QDragEnterEvent *event)
{
    DropZone::takeCopies(event);
}

void RecordView::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint at = event->position().toPoint();
    offerAt(indexAt(at));
    if (!viewport()->rect().marginsRemoved({ 0, autoScrollMargin(), 0, autoScrollMargin() }).contains(at))
        startAutoScroll(); // ends by itself when the pointer leaves the edge
    DropZone::takeCopies(event);
}

void RecordView::dragLeaveEvent(QDragLeaveEvent *)
{
    offerAt({});
    stopAutoScroll();
}

void RecordView::dropEvent(QDropEvent *event)
{
    offerAt({});
    stopAutoScroll();
    if (DropZone::takeCopies(event))
        emit filesDropped(DropZone::filesOf(event->mimeData()), m_model.idAt(indexAt(event->position().toPoint())),
                          DropZone::remoteOf(event->mimeData()));
}

} // namespace tb
