#include "reports/workbook/xlsxformats.h"

namespace tb::workbook {

namespace {

enum Fixed { HeaderOpen = 10000, HeaderLocked, Title, Subtitle, Heading, Label, Value, Note, Mono, Link, Toned };

void setGrid(lxw_format *format)
{
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_border_color(format, xlsxColour(page::line()));
}

void shapeHeader(lxw_format *format)
{
    setGrid(format);
    format_set_bold(format);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(format, xlsxColour(page::headerTint()));
    format_set_font_color(format, xlsxColour(page::text()));
}

} // namespace

lxw_color_t xlsxColour(const QColor &colour)
{
    return colour.rgb() & 0xFFFFFFU;
}

lxw_format *XlsxFormats::made(int key, void (*shape)(lxw_format *))
{
    lxw_format *&format = m_formats[key];
    if (!format) {
        format = workbook_add_format(m_book);
        shape(format);
    }
    return format;
}

lxw_format *XlsxFormats::cell(const Column &column, page::Tone tone, bool link)
{
    const int flags = (column.locked ? 1 : 0) | (column.wrap ? 2 : 0) | (column.date ? 4 : 0) | (link ? 8 : 0);
    lxw_format *&format = m_formats[static_cast<int>(tone) * 16 + flags];
    if (!format)
        format = makeCell(column, tone, link);
    return format;
}

lxw_format *XlsxFormats::makeCell(const Column &column, page::Tone tone, bool link)
{
    lxw_format *format = workbook_add_format(m_book);
    setGrid(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    const page::ToneColours colours = page::coloursOf(tone);
    format_set_font_color(format, xlsxColour(link ? page::accent() : colours.text));
    if (tone != page::Tone::Plain)
        format_set_bg_color(format, xlsxColour(colours.tint));
    else if (column.locked)
        format_set_bg_color(format, xlsxColour(page::headerTint()));
    if (!column.locked)
        format_set_unlocked(format);
    if (column.wrap)
        format_set_text_wrap(format);
    if (column.date) {
        format_set_num_format(format, "d mmm yyyy");
        format_set_align(format, LXW_ALIGN_LEFT);
    }
    if (link)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    return format;
}

lxw_format *XlsxFormats::header(bool locked)
{
    return locked ? made(HeaderLocked,
                         [](lxw_format *format) {
                             shapeHeader(format);
                             format_set_italic(format);
                         })
                  : made(HeaderOpen, shapeHeader);
}

lxw_format *XlsxFormats::title()
{
    return made(Title, [](lxw_format *format) {
        format_set_bold(format);
        format_set_font_size(format, 22);
        format_set_font_color(format, xlsxColour(page::text()));
    });
}

lxw_format *XlsxFormats::subtitle()
{
    return made(Subtitle, [](lxw_format *format) {
        format_set_font_size(format, 14);
        format_set_font_color(format, xlsxColour(page::secondText()));
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_bottom_color(format, xlsxColour(page::accent()));
    });
}

lxw_format *XlsxFormats::heading()
{
    return made(Heading, [](lxw_format *format) {
        format_set_bold(format);
        format_set_font_size(format, 13);
        format_set_font_color(format, xlsxColour(page::text()));
    });
}

lxw_format *XlsxFormats::label()
{
    return made(Label, [](lxw_format *format) {
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_font_color(format, xlsxColour(page::secondText()));
    });
}

lxw_format *XlsxFormats::value()
{
    return made(Value, [](lxw_format *format) {
        format_set_align(format, LXW_ALIGN_LEFT);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(format);
    });
}

lxw_format *XlsxFormats::note()
{
    return made(Note, [](lxw_format *format) {
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_font_color(format, xlsxColour(page::secondText()));
    });
}

lxw_format *XlsxFormats::mono()
{
    return made(Mono, [](lxw_format *format) {
        format_set_font_name(format, "Consolas");
        format_set_font_size(format, 9);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    });
}

lxw_format *XlsxFormats::link()
{
    return made(Link, [](lxw_format *format) {
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_font_color(format, xlsxColour(page::accent()));
    });
}

lxw_format *XlsxFormats::toned(page::Tone tone)
{
    lxw_format *&format = m_formats[Toned + static_cast<int>(tone)];
    if (!format) {
        format = workbook_add_format(m_book);
        const page::ToneColours colours = page::coloursOf(tone);
        format_set_font_color(format, xlsxColour(colours.text));
        format_set_bg_color(format, xlsxColour(colours.tint));
    }
    return format;
}

} // namespace tb::workbook
