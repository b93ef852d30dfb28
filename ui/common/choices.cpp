#include "ui/common/choices.h"

#include <QCoreApplication>

namespace tb {

QList<Choice> personChoices(const Records &records, PersonId present)
{
    QList<Choice> choices;
    for (const Person &person : records.people.all()) {
        if (person.active)
            choices.append({ person.id.value, person.name, {} });
        else if (person.id == present)
            choices.append({ person.id.value,
                             QCoreApplication::translate("tb::Choices", "%1 (inactive)", "a person").arg(person.name),
                             {} });
    }
    std::sort(choices.begin(), choices.end(),
              [](const Choice &a, const Choice &b) { return a.text.localeAwareCompare(b.text) < 0; });
    choices.prepend({ QVariant(), QCoreApplication::translate("tb::Choices", "Nobody", "no owner"), {} });
    return choices;
}

QList<Choice> personOrNewChoices(const Records &records, PersonId present)
{
    QList<Choice> choices = personChoices(records, present);
    choices.append(
        { QVariant::fromValue(NewPerson {}), QCoreApplication::translate("tb::Choices", "New person…"), {} });
    return choices;
}

Choice notSetChoice()
{
    return { QStringLiteral(""), QCoreApplication::translate("tb::Choices", "Not set", "nothing chosen yet"), {} };
}

} // namespace tb
