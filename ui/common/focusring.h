#pragma once

#include <QFocusFrame>

namespace tb {

/// The ring around the button that has the keyboard's focus; one for the whole application, owned by Appearance.
/// It follows the focus and shows only after keyboard navigation, so a mouse click leaves no ring.
class FocusRing : public QFocusFrame
{
    Q_OBJECT

public:
    FocusRing();

private:
    void follow(QWidget *widget);
};

} // namespace tb
