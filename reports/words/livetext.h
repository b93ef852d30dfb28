#pragma once

#include "model/records.h"

namespace tb::words {

/// A text with its fields filled in.
struct LiveText
{
    QString text;
    QStringList missing; ///< fields that are unknown or have no value yet; they stay in the text as written

    bool operator==(const LiveText &) const = default;
};

/// How a text names the roles: a policy by title, since it outlives whoever holds them; a description by the people.
enum class RolesAs { Titles, People };

/// Fills the fields of a policy or description text, {{…}}, from the records: organisation, service, window,
/// categories, role:KEY, param:KEY (with its unit), control:CODE and list:NAME.
LiveText liveText(const QString &markdown, const Records &records, RolesAs roles = RolesAs::Titles);

} // namespace tb::words
