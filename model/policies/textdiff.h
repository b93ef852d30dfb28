#pragma once

#include <QList>
#include <QString>

namespace tb {

/// A run of lines that two texts share, or that one of them alone has.
struct DiffPart
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QStringList lines;

    bool operator==(const DiffPart &) const = default;
};

/// The difference of two texts by lines: the shortest list of removals and additions that leads from @p before to
/// @p after (Myers 1986). The parts in order give both texts back. Time grows with length × number of differences.
QList<DiffPart> diffLines(const QString &before, const QString &after);

} // namespace tb
