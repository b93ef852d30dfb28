#pragma once

#include "reports/reportinput.h"

#include <QJsonObject>

namespace tb::cli {

/// The control states in the order in which they are listed to a reader.
inline constexpr std::array shownStates { ControlState::Ready, ControlState::InReview,   ControlState::InProgress,
                                          ControlState::Gap,   ControlState::NotStarted, ControlState::NotApplicable };

/// An evaluation for scripts: figures, the state of each control, criterion, vendor and evidence item, and
/// every blocker and warning.
QJsonObject readinessJson(const ReportInput &input);

} // namespace tb::cli
