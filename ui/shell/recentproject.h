#pragma once

#include "model/engagement/engagement.h"

#include <QDateTime>

#include <optional>

namespace tb {

/// One line of the list of recent projects. It lives outside the encrypted file, so it holds a place and dates only,
/// unless the user chose to see names before unlocking.
struct RecentProject
{
    /// The part of the engagement that a line shows.
    struct Names
    {
        QString organisation;
        ReportType reportType = ReportType::TypeTwo;
        QDate asOf;
        QDate from;
        QDate to;
        bool operator==(const Names &) const = default;
    };

    QString path;
    QString file; ///< the file's identity when it was last open, hexadecimal
    QDateTime openedAt;
    bool inKeychain = false;
    std::optional<Names> names = {};

    bool operator==(const RecentProject &) const = default;
};

} // namespace tb
