#pragma once

#include <QHash>
#include <QString>

#include <compare>

namespace tb {

/// A record's key, typed by its subject so that two kinds of key cannot be mixed up in one call. 0 means none.
template <class Tag> struct Id
{
    qint64 value = 0;

    auto operator<=>(const Id &) const = default;
    explicit operator bool() const noexcept { return value != 0; }
    /// As written in files and on the command line: text, since 63 bits do not fit a double.
    QString toString() const { return QString::number(value); }
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using EngagementId = Id<struct EngagementTag>;
using PersonId = Id<struct PersonTag>;
using FrameworkId = Id<struct FrameworkTag>;
using CriterionId = Id<struct CriterionTag>;
using ControlId = Id<struct ControlTag>;
using EvidenceId = Id<struct EvidenceTag>;

/// A new random key: positive, 63 bits, from the system's generator, so that two copies of a project never collide.
qint64 newKey();

} // namespace tb
