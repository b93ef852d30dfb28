#include "ui/activity/chainplace.h"

#include "ui/common/metrics.h"
#include "ui/common/paint/drawing.h"

#include <QPainter>

namespace tb {

namespace {
constexpr int textLeft = 26; // at text size 13
constexpr int boxSide = 10;
} // namespace

ChainPlace::ChainPlace(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChainPlace::setLinks(const QList<Link> &links)
{
    m_links = links;
    QStringList spoken;
    for (const Link &link : links)
        spoken.append(tr("%1, hash %2").arg(link.title, link.hash));
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int ChainPlace::linkHeight() const
{
    return 2 * metrics::line() + metrics::scaled(10);
}

QSize ChainPlace::sizeHint() const
{
    return { metrics::scaled(220), static_cast<int>(m_links.size()) * linkHeight() };
}

void ChainPlace::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = metrics::scaled(boxSide);
    const int left = metrics::scaled(textLeft);
    for (int i = 0; i < m_links.size(); ++i) {
        const Link &link = m_links.at(i);
        const QRect title(left, i * linkHeight(), width() - left, metrics::line());
        const QRect box(3, title.center().y() - side / 2, side, side);
        if (i + 1 < m_links.size())
            painter.fillRect(box.center().x(), box.bottom() + 1, 1, linkHeight() - side, theme().lineStrong);
        painter.setPen(i == 0 ? theme().accentFill : theme().field);
        painter.setBrush(i == 0 ? theme().accentFill : theme().surface);
        painter.drawRect(box.adjusted(0, 0, -1, -1));
        drawText(painter, title, link.title, textFont(i == 0 ? TextStyle::BodyStrong : TextStyle::Body), theme().text);
        drawText(painter, title.translated(0, metrics::line()), link.hash, textFont(TextStyle::Mono), theme().text2);
    }
}

} // namespace tb
