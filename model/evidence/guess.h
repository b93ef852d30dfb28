#pragma once

#include "model/evidence/evidence.h"

#include <optional>

namespace tb {

/// What a file's name says about the evidence in it; offered to the person who attaches, never taken for fact.
namespace guess {

/// First and last day.
struct Period
{
    QDate from;
    QDate to;

    bool operator==(const Period &) const = default;
};

/// The period named in @p fileName: a quarter or half year (2025-Q3, H1 2026), a month (2026-01, Jan 2026), a day
/// (2026-01-09, 20260109), or from the first to the last of several days. Nothing when there is none, or when the days
/// are no calendar days.
std::optional<Period> period(const QString &fileName);

/// A readable title: the name without its suffix, underscores as spaces.
QString title(const QString &fileName);

EvidenceKind kind(const QString &fileName, const QString &mediaType);

/// Media type from the name and the first bytes of the content; the content decides where the two contradict.
QString mediaType(const QString &fileName, const QByteArray &head);

} // namespace guess
} // namespace tb
