#pragma once

#include "ui/common/tablerecords.h"

/// A small record for the tests of the table, and tables full of them.
struct Sample
{
    qint64 id = 0;
    QString code;
    QString title;
    QString owner;
    QStringList criteria;
    int have = 0;
    int want = 0;
    bool ready = false;
    QDate due;
};

inline QList<Sample> fewSamples()
{
    return {
        { 1,
          QStringLiteral("AC-1"),
          QStringLiteral("Single sign-on"),
          QStringLiteral("Priya Raman"),
          { QStringLiteral("CC6.1") },
          3,
          3,
          true,
          {} },
        { 2,
          QStringLiteral("AC-2"),
          QStringLiteral("Second factor"),
          QStringLiteral("Priya Raman"),
          { QStringLiteral("CC6.1"), QStringLiteral("CC6.2") },
          2,
          2,
          true,
          {} },
        { 10,
          QStringLiteral("AC-10"),
          QStringLiteral("Leaver checklist"),
          QStringLiteral("Daniel Berg"),
          { QStringLiteral("CC6.2") },
          1,
          2,
          false,
          QDate(2026, 3, 31) },
        { 3, QStringLiteral("AC-3"), QStringLiteral("Shared accounts"), QString(), {}, 0, 1, false, QDate(2026, 3, 20) }
    };
}

inline QList<Sample> manySamples(int count)
{
    QList<Sample> all;
    for (int i = 0; i < count; ++i) {
        const QString group = QStringLiteral("CC%1.%2").arg(i % 9 + 1).arg(i % 7 + 1);
        all << Sample { i + 1,
                        QStringLiteral("AC-%1").arg(i + 1),
                        QStringLiteral("Access to production system number %1 is limited to named engineers").arg(i),
                        i % 3 ? QStringLiteral("Daniel Berg") : QStringLiteral("Priya Raman"),
                        { group, QStringLiteral("A1.%1").arg(i % 3 + 1) },
                        i % 4,
                        3,
                        i % 4 == 3,
                        QDate(2026, 1, 1).addDays(i % 300) };
    }
    return all;
}

inline tb::RecordSpec<Sample> sampleSpec()
{
    using namespace tb;
    RecordSpec<Sample> spec;
    spec.id = [](const Sample &s) { return s.id; };
    Column<Sample> code { { .id = QStringLiteral("id"), .title = QStringLiteral("ID"), .width = 62 },
                          [](const Sample &s) { return s.code; } };
    Column<Sample> title { { .id = QStringLiteral("title"),
                             .title = QStringLiteral("Control"),
                             .width = 180,
                             .flex = true,
                             .secondary = false },
                           [](const Sample &s) { return s.title; } };
    Column<Sample> owner { { .id = QStringLiteral("owner"),
                             .title = QStringLiteral("Owner"),
                             .width = 100,
                             .hideOrder = 2,
                             .edit = EditKind::Choice },
                           [](const Sample &s) { return s.owner; } };
    owner.options = [](const Sample &) {
        return QList<Choice> { { QStringLiteral("Priya Raman"), QStringLiteral("Priya Raman"), {} },
                               { QStringLiteral("Daniel Berg"), QStringLiteral("Daniel Berg"), {} } };
    };
    Column<Sample> evidence { { .id = QStringLiteral("evidence"),
                                .title = QStringLiteral("Evidence"),
                                .width = 86,
                                .hideOrder = 1,
                                .painter = cells::evidenceSlots() },
                              [](const Sample &s) {
                                  return QStringLiteral("%1 of %2 collected").arg(s.have).arg(s.want);
                              } };
    evidence.value = [](const Sample &s) { return QVariant::fromValue(SlotsCell { s.have, s.want }); };
    Column<Sample> status { { .id = QStringLiteral("status"),
                              .title = QStringLiteral("Status"),
                              .width = 104,
                              .painter = cells::status(),
                              .spokenTitle = true },
                            [](const Sample &s) { return s.ready ? QStringLiteral("Ready") : QStringLiteral("Gap"); } };
    status.value = [](const Sample &s) {
        return QVariant::fromValue(s.ready ? StatusLook { Glyph::TickDisc, Tone::Ok, QStringLiteral("Ready") }
                                           : StatusLook { Glyph::Triangle, Tone::Bad, QStringLiteral("Gap") });
    };
    Column<Sample> due { { .id = QStringLiteral("due"),
                           .title = QStringLiteral("Due"),
                           .width = 74,
                           .alignment = Qt::AlignRight,
                           .painter = cells::due(),
                           .edit = EditKind::Date },
                         [](const Sample &s) {
                             return s.due.isValid() ? s.due.toString(QStringLiteral("d MMM")) : QString();
                         } };
    due.value = [](const Sample &s) {
        return QVariant::fromValue(
            DueCell { s.due, s.due.isValid() ? s.due.toString(QStringLiteral("d MMM")) : QString(), 0, false });
    };
    due.sort = [](const Sample &s) { return QVariant(s.due); };
    due.edited = due.sort;
    spec.columns = { code, title, owner, evidence, status, due };
    Grouping<Sample> criterion { { QStringLiteral("criterion"), QStringLiteral("Criterion") }, [](const Sample &s) {
                                    QList<GroupKey> keys;
                                    for (const QString &c : s.criteria)
                                        keys << GroupKey { c, c, QStringLiteral("Logical access"), {} };
                                    return keys;
                                } };
    criterion.summarise = [](const GroupKey &, const QList<const Sample *> &rows) {
        int ready = 0;
        for (const Sample *row : rows)
            ready += row->ready ? 1 : 0;
        const int all = static_cast<int>(rows.size());
        return GroupSummary { QStringLiteral("%1 controls").arg(all),
                              { { ready, Tone::Ok }, { all - ready, Tone::Bad } },
                              QStringLiteral("%1/%2 ready").arg(ready).arg(all),
                              QStringLiteral("status"),
                              {} };
    };
    spec.groupings = { criterion };
    spec.filters = { { { QStringLiteral("owner"), QStringLiteral("Owner") },
                       [](const Sample &s) { return QStringList { s.owner }; } },
                     { { QStringLiteral("criterion"), QStringLiteral("Criterion") },
                       [](const Sample &s) { return s.criteria; } } };
    return spec;
}
