#pragma once

#include "model/records.h"
#include "reports/words/terms.h"
#include "ui/common/recordsource.h"

namespace tb {

/// Everybody active, by name, after an empty choice for nobody. The value is the person's key.
QList<Choice> personChoices(const Records &records);

/// Every word of an enumeration as a person reads it; the value is the stored word.
template <Worded Enum> QList<Choice> wordChoices()
{
    QList<Choice> choices;
    for (const char *word : Words<Enum>::all)
        choices.append({ QString(QLatin1String(word)), words::term(QString(QLatin1String(word))), {} });
    return choices;
}

} // namespace tb
