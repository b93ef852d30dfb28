#pragma once

#include "ui/common/recordsource.h"

#include <QComboBox>

namespace tb {

/// The editor of a choice in a table cell: opens by itself, may number its lines with the digit keys that pick them,
/// and may say below a line why something else than the chosen value is shown. A list that is left without a choice
/// leaves the cell as it was, as one Esc does elsewhere.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(const QList<Choice> &choices, QWidget *parent = nullptr);

    void setNumbered(bool numbered); ///< digits 1 to 9 pick the lines
    void setNote(const QString &sentence); ///< below the choices; empty: none
    bool isNumbered() const { return m_numbered; }
    int popupWidth() const; ///< of the open list, in pixels
    bool pickedByMouse() const { return m_byMouse; } ///< what was chosen last, and not by a key
    void showPopup() override;
    void hidePopup() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_choices;
    bool m_numbered = false;
    bool m_chosen = false; ///< a line was picked since the list was opened
    bool m_byMouse = false;
};

} // namespace tb
