#pragma once

#include "ui/shell/recentproject.h"

namespace tb {

/// How the window writes an engagement and a place in one line; shared by start screen, assistant and top bar.
namespace projectwords {

QString reportType(ReportType type); ///< "SOC 2 Type II"
QString period(ReportType type, QDate asOf, QDate from, QDate to); ///< "1 Jul 2025 – 30 Jun 2026"; empty when not set
QString shortDate(QDate date); ///< "1 Jul 2025"
QString ago(const QDateTime &moment, QDate today); ///< "Today, 14:32", "Yesterday", "9 Mar 2026"
QString place(const QString &path); ///< with ~ for the user's home

} // namespace projectwords
} // namespace tb
