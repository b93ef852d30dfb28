#include "ui/common/textstyle.h"

#include <QApplication>
#include <QLabel>
#include <QVariant>

namespace tb {
namespace {

const char *const styleProperty = "tbTextStyle";
const char *const inkProperty = "tbTextInk";

void applyStyle(QWidget *widget)
{
    if (const QVariant style = widget->property(styleProperty); style.isValid())
        widget->setFont(textFont(static_cast<TextStyle>(style.toInt())));
}

void applyInk(QWidget *widget)
{
    const QVariant ink = widget->property(inkProperty);
    if (!ink.isValid())
        return;
    QPalette palette = widget->palette();
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(role, theme().ink(static_cast<Ink>(ink.toInt())));
    widget->setPalette(palette);
}

} // namespace

void setTextStyle(QWidget *widget, TextStyle style)
{
    widget->setProperty(styleProperty, static_cast<int>(style));
    applyStyle(widget);
}

void setTextInk(QWidget *widget, Ink ink)
{
    widget->setProperty(inkProperty, static_cast<int>(ink));
    applyInk(widget);
}

QLabel *makeLabel(const QString &text, TextStyle style, Ink ink, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setTextStyle(label, style);
    setTextInk(label, ink);
    return label;
}

void reapplyTextStyles()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        applyStyle(widget);
        applyInk(widget);
    }
}

} // namespace tb
