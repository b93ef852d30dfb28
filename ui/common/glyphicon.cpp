#include "ui/common/glyphicon.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

namespace tb {
namespace {

/// Paints the glyph for every request; cheap enough for menus.
class GlyphIconEngine final : public QIconEngine
{
public:
    GlyphIconEngine(Glyph glyph, Tone tone) : m_glyph(glyph), m_tone(tone) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        paint::paintGlyph(*painter, QRectF(rect), m_glyph, theme().tone(m_tone).text, theme().surface);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new GlyphIconEngine(*this); }

private:
    Glyph m_glyph;
    Tone m_tone;
};

} // namespace

QIcon glyphIcon(const StatusLook &look)
{
    return QIcon(new GlyphIconEngine(look.glyph, look.tone)); // the icon owns its engine
}

} // namespace tb
