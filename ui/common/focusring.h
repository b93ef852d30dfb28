#pragma once

#include <QFocusFrame>

namespace tb {

/// The ring around the button that has the keyboard's focus; one for the whole application, made by Appearance.
/// It shows only after keyboard navigation, so a mouse click leaves no ring. Qt makes it a child of the button's
/// window, so it goes when that window does.
class FocusRing : public QFocusFrame
{
    Q_OBJECT

public:
    /// A window with this property shows the ring from the start; Qt's own mark does not outlive its showing.
    static constexpr const char *alwaysProperty = "tbShowsFocus";

    using QFocusFrame::QFocusFrame;
    void follow(QWidget *widget); ///< the one that has the focus now; may be null
};

} // namespace tb
