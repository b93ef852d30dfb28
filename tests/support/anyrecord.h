#pragma once

#include "model/commands.h"

#include <QSet>

namespace tb {

namespace detail {

/// Makes a record of R as a command of its own would: every field may be given.
template <class R> Result<qint64> createWhole(Project &project, const QList<FieldValue> &values)
{
    R draft;
    for (const FieldValue &given : values) {
        const Field<R> *field = fieldOf<R>(given.field);
        if (!field || !field->assign(draft, given.value))
            return Error { Error::Kind::Invalid, given.field, given.value.toString() };
    }
    const auto made = createRecord(project, draft);
    if (!made)
        return made.error();
    return made.value().value;
}

using Create = Result<qint64> (*)(Project &, const QList<FieldValue> &);

inline Create wholeCreatorOf(const SubjectSpec &subject)
{
    static const auto all = std::apply(
        []<class... R>(RecordList<R> Records::*...) {
            return QHash<QString, Create> { { QLatin1String(Description<R>::table), createWhole<R> }... };
        },
        recordLists);
    return all.value(subject.tableName());
}

} // namespace detail

/// Whether the subject has fields that only a command of its own sets.
inline bool isStamped(const SubjectSpec &subject)
{
    for (int i = 0; i < subject.fieldCount; ++i) {
        if (subject.fieldAt(i).has(Stamped))
            return true;
    }
    return false;
}

/// Makes records of any subject from its description alone, with what they refer to.
class AnyRecord
{
public:
    explicit AnyRecord(Project &project) : m_project(project) { }

    /// Adds a record of the subject with every field that a person may give; fails the program when it is refused,
    /// since then the description and the checks disagree.
    qint64 add(const SubjectOperations &subject, int number = 1)
    {
        const auto made = create(subject, values(subject, number));
        if (!made)
            qFatal("%s refused: %s %s", subject.spec->table, qPrintable(made.error().detail),
                   made.error().problems.isEmpty() ? "" : qPrintable(made.error().problems.first().field));
        return made.value();
    }

    /// By name, or past that for a subject that is not made by name.
    Result<qint64> create(const SubjectOperations &subject, const QList<FieldValue> &given)
    {
        return isStamped(*subject.spec) ? detail::wholeCreatorOf(*subject.spec)(m_project, given)
                                        : subject.create(m_project, given);
    }

    QList<FieldValue> values(const SubjectOperations &subject, int number)
    {
        QList<FieldValue> given;
        for (int i = 0; i < subject.spec->fieldCount; ++i) {
            const FieldSpec &field = subject.spec->fieldAt(i);
            const QString name = subject.spec->tableName() + QLatin1Char(' ') + field.nameString();
            if (name == QLatin1String("assessment completed_on")) // needs an answer to every question
                continue;
            if (!field.has(Fixed) || field.has(Required))
                given.append({ field.nameString(), value(*subject.spec, field, number) });
        }
        return given;
    }

    /// A value that the field takes; another one for another number where the kind allows.
    QVariant value(const SubjectSpec &subject, const FieldSpec &field, int number)
    {
        const QString name = field.nameString();
        switch (field.kind) {
        case FieldKind::Text: return text(subject, field, number);
        case FieldKind::Integer: return number % 5 + 1; // within the narrowest range, that of a likelihood
        case FieldKind::Boolean: return true; // a false one may need a reason
        case FieldKind::Date: return QDate(2026, 1, 1).addDays(number).toString(Qt::ISODate);
        case FieldKind::Dates: return QStringLiteral("2026-01-0%1").arg(number % 9 + 1);
        case FieldKind::Instant: return qint64(1'767'225'600'000) + qint64(number);
        case FieldKind::Enumeration: return QLatin1String(field.words.front());
        case FieldKind::List: return list(name);
        case FieldKind::Reference: return reference(field, number);
        }
        return {};
    }

    /// Values to try in turn when the field shall become another one: which of them a record takes depends on its other
    /// fields (an end after a start, a state that needs a reason).
    QVariantList alternatives(const SubjectSpec &subject, const FieldSpec &field)
    {
        switch (field.kind) {
        case FieldKind::Text: return { text(subject, field, 2), QStringLiteral("d") };
        case FieldKind::Integer: return { 2, 3, 4, 1 };
        case FieldKind::Boolean: return { false, true };
        case FieldKind::Date: return { QStringLiteral("2026-01-20"), QStringLiteral("2025-12-01") };
        case FieldKind::Dates: return { QStringLiteral("2026-01-03,2026-01-05") };
        case FieldKind::Instant: return { value(subject, field, 2) };
        case FieldKind::Enumeration: {
            QVariantList words;
            for (const char *word : field.words)
                words.append(QLatin1String(word));
            return words;
        }
        case FieldKind::List: return otherLists(field.nameString());
        case FieldKind::Reference: return { add(*findOperations(QLatin1String(field.target)), 500 + ++m_fresh), {} };
        }
        return {};
    }

private:
    static QVariantList otherLists(const QString &name)
    {
        if (name == QLatin1String("categories"))
            return { QStringLiteral("security,privacy") };
        return { name == QLatin1String("methods") ? QStringLiteral("inspection,inquiry") : QStringLiteral("three") };
    }
    static QString text(const SubjectSpec &subject, const FieldSpec &field, int number)
    {
        const QString name = QStringLiteral("%1 %2").arg(subject.tableName(), field.nameString());
        if (name == QLatin1String("sampled_item results"))
            return number % 3 == 2 ? QStringLiteral("d") : QStringLiteral("p");
        if (name == QLatin1String("answer value")) // of the first kind of question
            return number % 2 ? QStringLiteral("yes") : QStringLiteral("no");
        return QStringLiteral("%1 %2").arg(name).arg(number);
    }
    static QString list(const QString &name)
    {
        if (name == QLatin1String("categories"))
            return QStringLiteral("security");
        return name == QLatin1String("methods") ? QStringLiteral("inspection") : QStringLiteral("one,two");
    }
    QVariant reference(const FieldSpec &field, int number)
    {
        const SubjectOperations *target = findOperations(QLatin1String(field.target));
        const QString key = QLatin1String(field.target);
        if (m_busy.contains(key)) // an optional reference to its own kind
            return {};
        if (!m_known.contains(key)) {
            m_busy.insert(key);
            m_known.insert(key, add(*target, 1000 + number));
            m_busy.remove(key);
        }
        return m_known.value(key);
    }

    Project &m_project;
    QHash<QString, qint64> m_known;
    QSet<QString> m_busy;
    int m_fresh = 0;
};

} // namespace tb
