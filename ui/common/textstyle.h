#pragma once

#include "ui/common/metrics.h"
#include "ui/common/theme.h"

class QLabel;
class QWidget;

namespace tb {

/// Gives @p widget the font of @p style and keeps it so through later changes of the text size.
void setTextStyle(QWidget *widget, TextStyle style);
/// Gives @p widget's text the colour of @p ink and keeps it so through theme switches.
void setTextInk(QWidget *widget, Ink ink);

/// A label in one style and ink; its text is plain, never HTML.
QLabel *makeLabel(const QString &text, TextStyle style = TextStyle::Body, Ink ink = Ink::Text,
                  QWidget *parent = nullptr);

/// Applies style and ink of every widget anew; Appearance calls it after a switch.
void reapplyTextStyles();

} // namespace tb
