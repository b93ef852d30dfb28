#pragma once

#include "ui/common/tablerecords.h"
#include "ui/controls/controlrow.h"

namespace tb {

class Project;

/// Columns, groupings and filters of the control matrix. @p project supplies the people to choose owners from and must
/// outlive the spec; @p today says which due dates are near.
RecordSpec<ControlRow> controlSpec(const Project &project, const std::function<QDate()> &today);

/// What the mark of an exception says, in one or two sentences.
QString exceptionMeaning();

/// The work statuses and the sign-off, as the menu and the digit keys offer them.
QList<Choice> workStatusChoices();
/// The value of the choice that signs off.
inline const QString signOffChoice = QStringLiteral("sign_off");

} // namespace tb
