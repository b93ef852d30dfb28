#pragma once

#include <QImage>
#include <QScrollArea>

namespace tb {

/// A picture or page on the preview's grey desk: as wide as the desk at zoom 1, scrolled when larger.
class PageDesk final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageDesk(QWidget *parent = nullptr);

    /// @p isPage: drawn with the edge of a sheet; else a picture, never enlarged beyond its own size at zoom 1.
    void setImage(const QImage &image, bool isPage);
    void setZoom(double factor);
    double zoom() const { return m_zoom; }
    /// Width in device pixels that an image needs to fill the desk at the present zoom.
    int wantedWidth() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Sheet;
    void fit();

    Sheet *m_sheet; // child
    double m_zoom = 1;
};

} // namespace tb
