#include "ui/common/choices.h"

#include <QCoreApplication>

namespace tb {

QList<Choice> personChoices(const Records &records)
{
    QList<Choice> choices;
    for (const Person &person : records.people.all()) {
        if (person.active)
            choices.append({ person.id.value, person.name, {} });
    }
    std::sort(choices.begin(), choices.end(),
              [](const Choice &a, const Choice &b) { return a.text.localeAwareCompare(b.text) < 0; });
    choices.prepend({ QVariant(), QCoreApplication::translate("tb::Choices", "Nobody", "no owner"), {} });
    return choices;
}

QList<Choice> personOrNewChoices(const Records &records)
{
    QList<Choice> choices = personChoices(records);
    choices.append(
        { QVariant::fromValue(NewPerson {}), QCoreApplication::translate("tb::Choices", "New person…"), {} });
    return choices;
}

Choice notSetChoice()
{
    return { QStringLiteral(""), QCoreApplication::translate("tb::Choices", "Not set", "nothing chosen yet"), {} };
}

} // namespace tb
