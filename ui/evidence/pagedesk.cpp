#include "ui/evidence/pagedesk.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace tb {

namespace {
constexpr int margin = 16;
constexpr int leastWidth = 320; ///< before the first layout the desk has no width worth drawing for
} // namespace

/// The sheet itself, painted from the image at the desk's scale.
class PageDesk::Sheet final : public QWidget
{
public:
    using QWidget::QWidget;

    void take(const QImage &shown, bool asPage)
    {
        m_image = shown;
        m_isPage = asPage;
        m_scaled = {};
        update();
    }
    const QImage &image() const { return m_image; }
    bool isPage() const { return m_isPage; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme().window);
        if (m_image.isNull())
            return;
        const QRect sheet = rect().adjusted(margin, margin, -margin, -margin);
        const QSize pixels = sheet.size() * devicePixelRatioF();
        if (m_scaled.size() != pixels) // once for each size; scrolling only copies
            m_scaled = m_image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        painter.drawImage(sheet, m_scaled);
        if (m_isPage) {
            painter.setPen(theme().lineStrong);
            painter.drawRect(sheet.adjusted(-1, -1, 0, 0));
        }
    }

private:
    QImage m_image;
    QImage m_scaled;
    bool m_isPage = false;
};

PageDesk::PageDesk(QWidget *parent) : QScrollArea(parent), m_sheet(new Sheet)
{
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignCenter);
    setWidget(m_sheet);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Preview"));
}

void PageDesk::setImage(const QImage &image, bool isPage)
{
    m_sheet->take(image, isPage);
    fit();
}

void PageDesk::setZoom(double factor)
{
    m_zoom = factor;
    fit();
}

int PageDesk::wantedWidth() const
{
    return static_cast<int>(std::max(leastWidth, viewport()->width() - 2 * margin) * m_zoom * devicePixelRatioF());
}

void PageDesk::fit()
{
    const QImage &image = m_sheet->image();
    if (image.isNull())
        return;
    QSizeF size = image.size() / devicePixelRatioF();
    const double room = viewport()->width() - 2 * margin;
    if (m_sheet->isPage() || size.width() > room)
        size *= room / size.width();
    size *= m_zoom;
    m_sheet->resize(size.toSize().expandedTo(QSize(1, 1)) + QSize(2 * margin, 2 * margin));
}

void PageDesk::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

} // namespace tb
