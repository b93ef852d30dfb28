#include "ui/activity/activityrow.h"

#include "model/store/changeset.h"
#include "reports/words/changes.h"
#include "reports/words/changesummary.h"

namespace tb {

namespace {

constexpr qsizetype mostNames = 50; // an import of thousands is found by its kind, not by each code

QStringList namesOf(const QList<RowDelta> &rows, const QString &labelText)
{
    const Labels labels(labelText);
    QStringList names;
    for (const RowDelta &row : rows.mid(0, mostNames)) {
        const QString name = words::recordName(row, labels);
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace

ActivityRow activityRow(const LogEntry &entry)
{
    ActivityRow row { entry.seq,  entry.at.toLocalTime(), entry.actor, entry.kind, {}, {}, {},
                      entry.hash, entry.changeset.size() };
    const auto deltas = changeset::rows(entry.changeset);
    const words::EntryWords said = deltas ? words::describe(entry, deltas.value()) : words::describe(entry);
    row.action = said.action;
    row.record = said.record;
    if (deltas)
        row.records = namesOf(deltas.value(), entry.labels);
    return row;
}

QString shortHash(const QByteArray &hash)
{
    const QString hex = QString::fromLatin1(hash.toHex());
    return hex.left(4) + QChar(u'…') + hex.right(4);
}

QString groupedHash(const QByteArray &hash)
{
    const QString hex = QString::fromLatin1(hash.toHex());
    QStringList groups;
    for (const int at : { 0, 4, 8 })
        groups.append(hex.mid(at, 4));
    groups.append(QString(QChar(u'…')));
    groups.append(hex.right(8).left(4));
    groups.append(hex.right(4));
    return groups.join(QLatin1Char(' '));
}

} // namespace tb
