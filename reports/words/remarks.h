#pragma once

#include "model/readiness/remark.h"

#include <QStringList>

#include <functional>

/// Blockers and warnings of the readiness rules as sentences.
namespace tb::words {

/// What a sentence about a remark has to know beside it.
struct RemarkContext
{
    std::function<QString(const readiness::RecordRef &)> name; ///< what a record is called; empty: it is not named
    std::optional<Frequency> frequency; ///< of the control that the remark stands at, for "the quarter ending …"
};

/// What is missing, as it stands after a colon: "no occurrence for the quarter ending 31 March 2026".
QString reason(const readiness::Remark &remark, const RemarkContext &context = {});
/// The same for a list of them, the most important first: at most @p most, then how many others there are.
QString reasons(const QList<readiness::Remark> &remarks, const RemarkContext &context, qsizetype most = 1);
/// @p text with a capital at its start, for a reason that stands alone.
QString capitalised(QString text);
/// "AC-04: no occurrence for the quarter ending 31 March 2026".
QString sentence(const QString &record, const readiness::Remark &remark, const RemarkContext &context = {});
/// What to do about it: "Assign an owner"; empty when there is nothing to do.
QString remedy(readiness::Mend mend);

/// What a noted decision of @p rule is about: "Implemented after the window opened".
QString decidedRule(int rule);

/// "the quarter ending 31 March 2026", "12 March 2026" for a daily control.
QString occurrenceText(QDate due, std::optional<Frequency> frequency);

} // namespace tb::words
