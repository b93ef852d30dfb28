#include "ui/common/theme.h"

#include <QGuiApplication>

namespace tb {
namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Theme makeLight()
{
    Theme t;
    t.kind = Theme::Kind::Light;
    t.window = rgb(0xF3F4F6);
    t.rail = rgb(0xEBEDF1);
    t.surface = rgb(0xFFFFFF);
    t.sunken = rgb(0xF7F8FA);
    t.hover = rgb(0xF0F2F5);
    t.selection = rgb(0xDFE9FA);
    t.selectionLine = rgb(0xB8CEF2);
    t.line = rgb(0xE2E5EA);
    t.lineStrong = rgb(0xCCD1D9);
    t.field = rgb(0x868E9B);
    t.text = rgb(0x1A1F28);
    t.text2 = rgb(0x4B5463);
    t.text3 = rgb(0x5B6472);
    t.accent = t.accentFill = rgb(0x1A57B8);
    t.dangerFill = rgb(0xB0271D);
    t.onFill = rgb(0xFFFFFF);
    t.toast = rgb(0x1A1F28);
    t.toastText = rgb(0xFFFFFF);
    t.toastAction = rgb(0x9CC2FB);
    t.shadow = QColor(0, 0, 0, 50);
    t.tones = { { { rgb(0x17703F), rgb(0xE3F3E9), rgb(0x2F8F5B) },
                  { rgb(0x1A57B8), rgb(0xE4EDFB), rgb(0x477FD6) },
                  { rgb(0x6440B0), rgb(0xEFEAFA), rgb(0x8769CC) },
                  { rgb(0x8A5000), rgb(0xFBEFD9), rgb(0xB57712) },
                  { rgb(0xB0271D), rgb(0xFBE7E5), rgb(0xD2564C) },
                  { rgb(0x535C6B), rgb(0xEBEDF1), rgb(0x868E9B) } } };
    return t;
}

Theme makeDark()
{
    Theme t;
    t.kind = Theme::Kind::Dark;
    t.window = rgb(0x15181D);
    t.rail = rgb(0x121519);
    t.surface = rgb(0x1B1F26);
    t.sunken = rgb(0x171A20);
    t.hover = rgb(0x232831);
    t.selection = rgb(0x22375A);
    t.selectionLine = rgb(0x35527F);
    t.line = rgb(0x2B313B);
    t.lineStrong = rgb(0x3D4551);
    t.field = rgb(0x717B8A);
    t.text = rgb(0xE7EAEF);
    t.text2 = rgb(0xB0B8C5);
    t.text3 = rgb(0x9BA5B4);
    t.accent = rgb(0x7FB0FA);
    t.accentFill = rgb(0x2C67CF);
    t.dangerFill = rgb(0xC7453B);
    t.onFill = rgb(0xFFFFFF);
    t.toast = rgb(0xE7EAEF);
    t.toastText = rgb(0x1A1F28);
    t.toastAction = rgb(0x1A57B8);
    t.shadow = QColor(0, 0, 0, 120);
    t.tones = { { { rgb(0x63C993), rgb(0x17332A), rgb(0x3FA571) },
                  { rgb(0x7FB0FA), rgb(0x1D3050), rgb(0x4E86DB) },
                  { rgb(0xBBA2F3), rgb(0x302850), rgb(0x9378D6) },
                  { rgb(0xE6AE55), rgb(0x3A2D16), rgb(0xC98F35) },
                  { rgb(0xF58F86), rgb(0x41211F), rgb(0xD9635A) },
                  { rgb(0xA7B0BE), rgb(0x2A303A), rgb(0x717B8A) } } };
    return t;
}

} // namespace

const Theme &Theme::light()
{
    static const Theme values = makeLight();
    return values;
}

const Theme &Theme::dark()
{
    static const Theme values = makeDark();
    return values;
}

Theme Theme::contrast(const QPalette &system)
{
    Theme t;
    t.kind = Kind::Contrast;
    const QColor base = system.color(QPalette::Base);
    const QColor text = system.color(QPalette::Text);
    t.window = t.rail = t.surface = t.sunken = t.hover = t.onFill = t.toast = base;
    t.text = t.text2 = t.text3 = t.line = t.lineStrong = t.field = t.selectionLine = t.toastText = t.toastAction = text;
    t.accent = t.accentFill = t.dangerFill = text;
    t.shadow = Qt::transparent;
    t.selection = system.color(QPalette::Highlight);
    if (qAbs(t.selection.lightness() - text.lightness()) < 100)
        t.selection = base; // the focus frame, glyphs and boxes still show it; text must stay readable
    t.tones.fill({ text, base, text });
    return t;
}

QColor Theme::ink(Ink ink) const
{
    switch (ink) {
    case Ink::Text: return text;
    case Ink::Text2: return text2;
    case Ink::Text3: return text3;
    case Ink::Accent: return accent;
    case Ink::OnFill: return onFill;
    case Ink::Ok: return tone(Tone::Ok).text;
    case Ink::Info: return tone(Tone::Info).text;
    case Ink::Review: return tone(Tone::Review).text;
    case Ink::Warn: return tone(Tone::Warn).text;
    case Ink::Bad: return tone(Tone::Bad).text;
    case Ink::Neutral: return tone(Tone::Neutral).text;
    }
    return text;
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &colour) { p.setColor(QPalette::All, role, colour); };
    set(QPalette::Window, window);
    set(QPalette::Base, surface);
    set(QPalette::Button, surface);
    set(QPalette::AlternateBase, sunken);
    set(QPalette::Text, text);
    set(QPalette::WindowText, text);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, text);
    set(QPalette::ToolTipBase, surface);
    set(QPalette::ToolTipText, text);
    set(QPalette::PlaceholderText, text3);
    set(QPalette::Highlight, selection);
    set(QPalette::HighlightedText, text); // selection never inverts text
    set(QPalette::Link, accent);
    set(QPalette::LinkVisited, accent);
    set(QPalette::Light, surface);
    set(QPalette::Midlight, hover);
    set(QPalette::Mid, line);
    set(QPalette::Dark, lineStrong);
    set(QPalette::Shadow, lineStrong);
    for (const auto role : { QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText })
        p.setColor(QPalette::Disabled, role, field);
    return p;
}

const Theme &theme()
{
    const QPalette palette = QGuiApplication::palette();
    const QColor base = palette.color(QPalette::Base);
    if (base == Theme::light().surface && palette.color(QPalette::Text) == Theme::light().text)
        return Theme::light();
    if (base == Theme::dark().surface && palette.color(QPalette::Text) == Theme::dark().text)
        return Theme::dark();
    static qint64 key = 0; // the last foreign palette, so that painting a thousand cells builds its theme once
    static Theme foreign;
    if (key != palette.cacheKey()) {
        foreign = Theme::contrast(palette);
        key = palette.cacheKey();
    }
    return foreign;
}

Ink inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return Ink::Ok;
    case Tone::Info: return Ink::Info;
    case Tone::Review: return Ink::Review;
    case Tone::Warn: return Ink::Warn;
    case Tone::Bad: return Ink::Bad;
    case Tone::Neutral: return Ink::Neutral;
    }
    return Ink::Text;
}

} // namespace tb
