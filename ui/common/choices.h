#pragma once

#include "model/records.h"
#include "reports/words/terms.h"
#include "ui/common/recordsource.h"

namespace tb {

/// The value of the choice that makes a new person: see RecordPane::withPerson().
struct NewPerson
{
    bool operator==(const NewPerson &) const = default;
};

/// Everybody active, by name, after an empty choice for nobody. The value is the person's key. @p present, whom a
/// record names now, is among them also when no longer active, and marked as such.
QList<Choice> personChoices(const Records &records, PersonId present = {});
/// The same and, last, a choice that makes a new person.
QList<Choice> personOrNewChoices(const Records &records, PersonId present = {});

/// Every word of an enumeration as a person reads it; the value is the stored word.
template <Worded Enum> QList<Choice> wordChoices()
{
    QList<Choice> choices;
    for (const char *word : Words<Enum>::all)
        choices.append({ QString(QLatin1String(word)), words::term(QString(QLatin1String(word))), {} });
    return choices;
}

/// The choice of no word: its value is the empty word.
Choice notSetChoice();
/// The same after a choice for what has not been decided yet.
template <Worded Enum> QList<Choice> wordOrNoneChoices()
{
    QList<Choice> choices = wordChoices<Enum>();
    choices.prepend(notSetChoice());
    return choices;
}

} // namespace tb

Q_DECLARE_METATYPE(tb::NewPerson)
