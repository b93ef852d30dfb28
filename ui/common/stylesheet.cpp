#include "ui/common/stylesheet.h"

#include "ui/common/theme.h"

#include <initializer_list>
#include <utility>

namespace tb {

QString styleSheet(const Theme &theme)
{
    QString sheet = QStringLiteral(R"(
QToolTip { background: @surface; color: @text; border: 1px solid @lineStrong; padding: 3px 6px; }
QMenu { background: @surface; border: 1px solid @lineStrong; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @field; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QMenu::icon { padding-left: 8px; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: @text2; border: none; border-bottom: 2px solid transparent;
    padding: 6px 0 6px 0; margin-right: 16px; }
QTabBar[tbTight="true"]::tab { margin-right: 8px; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @accent; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; border: none; }
QScrollBar::handle { background: @lineStrong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @field; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QDialog { background: @surface; }
tb--ValuePicker { background: @surface; border: 1px solid @lineStrong; }
QLabel[tbTag="true"] { border: 1px solid @lineStrong; border-radius: 4px; padding: 1px 6px; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
)");
    for (const auto &[name, colour] :
         std::initializer_list<std::pair<QString, QColor>> { { QStringLiteral("@surface"), theme.surface },
                                                             { QStringLiteral("@selection"), theme.selection },
                                                             { QStringLiteral("@lineStrong"), theme.lineStrong },
                                                             { QStringLiteral("@line"), theme.line },
                                                             { QStringLiteral("@field"), theme.field },
                                                             { QStringLiteral("@text2"), theme.text2 },
                                                             { QStringLiteral("@text"), theme.text },
                                                             { QStringLiteral("@accent"), theme.accent },
                                                             { QStringLiteral("@window"), theme.window } })
        sheet.replace(name, colour.name());
    return sheet;
}

} // namespace tb
