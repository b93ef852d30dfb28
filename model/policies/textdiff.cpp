#include "model/policies/textdiff.h"

#include <algorithm>

namespace tb {

namespace {

using Reach = QList<qsizetype>; ///< per diagonal, shifted by the middle: how far into the first text a path comes

/// The furthest paths after each number of differences, until both texts are used up.
QList<Reach> reaches(const QStringList &a, const QStringList &b)
{
    const qsizetype most = a.size() + b.size();
    Reach reach(2 * most + 2, 0);
    QList<Reach> history;
    for (qsizetype d = 0; d <= most; ++d) {
        history.append(reach);
        for (qsizetype k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && reach.at(most + k - 1) < reach.at(most + k + 1));
            qsizetype x = down ? reach.at(most + k + 1) : reach.at(most + k - 1) + 1;
            while (x < a.size() && x - k < b.size() && a.at(x) == b.at(x - k))
                ++x;
            reach[most + k] = x;
            if (x >= a.size() && x - k >= b.size())
                return history;
        }
    }
    return history;
}

void prepend(QList<DiffPart> &parts, DiffPart::Kind kind, const QString &line)
{
    if (parts.isEmpty() || parts.first().kind != kind)
        parts.prepend({ kind, {} });
    parts.first().lines.prepend(line);
}

/// Walks the paths back from the end.
QList<DiffPart> partsFrom(const QList<Reach> &history, const QStringList &a, const QStringList &b)
{
    const qsizetype most = a.size() + b.size();
    qsizetype x = a.size();
    qsizetype y = b.size();
    QList<DiffPart> parts;
    for (qsizetype d = history.size() - 1; d >= 0; --d) {
        const Reach &reach = history.at(d);
        const qsizetype k = x - y;
        const bool down = k == -d || (k != d && reach.at(most + k - 1) < reach.at(most + k + 1));
        const qsizetype fromX = d == 0 ? 0 : down ? reach.at(most + k + 1) : reach.at(most + k - 1);
        const qsizetype fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
        while (x > fromX + (down || d == 0 ? 0 : 1) && y > fromY + (down && d > 0 ? 1 : 0)) {
            prepend(parts, DiffPart::Kind::Same, a.at(--x));
            --y;
        }
        if (d > 0)
            down ? prepend(parts, DiffPart::Kind::Added, b.at(--y))
                 : prepend(parts, DiffPart::Kind::Removed, a.at(--x));
    }
    return parts;
}

} // namespace

QList<DiffPart> diffLines(const QString &before, const QString &after)
{
    const QStringList a = before.split(QLatin1Char('\n'));
    const QStringList b = after.split(QLatin1Char('\n'));
    // What both begin and end with is most of two versions; the search looks at the rest only.
    qsizetype head = 0;
    while (head < std::min(a.size(), b.size()) && a.at(head) == b.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < std::min(a.size(), b.size()) - head && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail))
        ++tail;
    const QStringList restA = a.mid(head, a.size() - head - tail);
    const QStringList restB = b.mid(head, b.size() - head - tail);
    QList<DiffPart> parts
        = restA.isEmpty() && restB.isEmpty() ? QList<DiffPart> {} : partsFrom(reaches(restA, restB), restA, restB);
    for (qsizetype i = head; i > 0; --i)
        prepend(parts, DiffPart::Kind::Same, a.at(i - 1));
    for (qsizetype i = a.size() - tail; i < a.size(); ++i) {
        if (parts.isEmpty() || parts.last().kind != DiffPart::Kind::Same)
            parts.append({ DiffPart::Kind::Same, {} });
        parts.last().lines.append(a.at(i));
    }
    return parts;
}

} // namespace tb
