#include "ui/common/dropzone.h"

#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/textstyle.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>

namespace tb {

DropZone::DropZone(const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(icon(QStringLiteral("upload")), 20, this))
    , m_title(makeLabel(title, TextStyle::BodyMedium, Ink::Text, this))
    , m_sentence(makeLabel(sentence, TextStyle::Small, Ink::Text2, this))
    , m_row(new QHBoxLayout(this))
{
    setAcceptDrops(true);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    m_row->setContentsMargins(16, 8, 16, 8);
    m_row->setSpacing(12);
    m_row->addWidget(m_icon);
    m_row->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DropZone::setCompact(bool compact)
{
    m_sentence->setVisible(!compact);
    m_row->setContentsMargins(16, compact ? 0 : 8, compact ? 4 : 16, compact ? 0 : 8);
    setFixedHeight(compact ? metrics::control() + 2 : QWIDGETSIZE_MAX);
    if (!compact)
        setMinimumHeight(0);
}

void DropZone::addButton(QWidget *button)
{
    m_row->addWidget(button);
}

QStringList DropZone::filesOf(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

int DropZone::remoteOf(const QMimeData *data)
{
    return static_cast<int>(data->urls().size() - filesOf(data).size());
}

bool DropZone::takeCopies(QDropEvent *event)
{
    if (filesOf(event->mimeData()).isEmpty() || !event->possibleActions().testFlag(Qt::CopyAction))
        return false;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    return true;
}

void DropZone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_over ? theme().accent : theme().field, m_over ? 2 : 1);
    pen.setDashPattern(m_over ? QList<qreal> { 2, 1.5 } : QList<qreal> { 3, 3 });
    painter.setPen(pen);
    painter.setBrush(m_over ? theme().selection : theme().sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    m_over = takeCopies(event);
    update();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent *)
{
    m_over = false;
    update();
}

void DropZone::dropEvent(QDropEvent *event)
{
    m_over = false;
    update();
    if (takeCopies(event))
        emit filesDropped(filesOf(event->mimeData()), remoteOf(event->mimeData()));
}

} // namespace tb
