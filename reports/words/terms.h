#pragma once

#include "model/record/words.h"

#include <QAnyStringView>
#include <QDate>
#include <QDateTime>
#include <QStringList>

/// What a person reads for codes that the model stores. Window, reports and command line share it; Qt Core only.
namespace tb::words {

/// The display word of a stored enumeration word ("per_event" → "Per event"); the stored word itself when it is not
/// one of ours, as in a file of a later version.
QString term(QAnyStringView storedWord);
template <Worded Enum> QString term(Enum value)
{
    return term(wordOf(value));
}
/// Empty for what nobody has chosen yet.
template <Worded Enum> QString term(std::optional<Enum> value)
{
    return value ? term(*value) : QString();
}
/// All display words of an enumeration, in its order: menus and drop-down lists.
template <Worded Enum> QStringList terms()
{
    QStringList all;
    for (const char *word : Words<Enum>::all)
        all.append(term(QString(QLatin1String(word))));
    return all;
}
/// The stored word that @p shown displays, or @p shown itself when it already is a stored word; empty when neither.
template <Worded Enum> QString storedWord(const QString &shown)
{
    for (const char *word : Words<Enum>::all) {
        const QString stored = QLatin1String(word);
        if (shown.compare(stored, Qt::CaseInsensitive) == 0 || shown.compare(term(stored), Qt::CaseInsensitive) == 0)
            return stored;
    }
    return {};
}
/// Whether term() knows the word: for tests.
bool hasTerm(QAnyStringView storedWord);

/// "Control" for the table "control".
QString subjectName(QAnyStringView table);
/// "Controls" for the table "control": the heading of a list of them.
QString subjectPlural(QAnyStringView table);
/// "1 control", "6 controls".
QString subjectCount(QAnyStringView table, qsizetype count);
/// "Owner" for "owner_id" of "control". An empty @p table takes the first subject that has such a field.
QString fieldName(QAnyStringView table, QAnyStringView field);

/// "30 Apr 2026"; empty for no date.
QString date(QDate day);
/// "30 April 2026"; empty for no date.
QString longDate(QDate day);
/// "30 April": where the year is plain from what is around it.
QString dayAndMonth(QDate day);
/// "12 Mar 2026, 14:32" in local time; empty for none.
QString instant(const QDateTime &at);
/// "1 Jul 2025 – 30 Jun 2026"; one date when they are equal, "from …" or "to …" when one is missing.
QString span(QDate from, QDate to);
/// "2.4 MB" (powers of 1000, as file managers on every desktop now count).
QString bytes(qint64 count);
QString number(qint64 value);
/// "AC-02, AC-03 and AC-07".
QString list(const QStringList &items);

} // namespace tb::words
