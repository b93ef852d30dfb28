#pragma once

#include "model/record/field.h"

namespace tb {

/// What is known of a subject without knowing its record type: its table, its names and its fields.
struct SubjectSpec
{
    const char *table = nullptr; ///< also the singular word on the command line
    const char *plural = nullptr;
    const char *label = nullptr; ///< the field by which a person calls a record: "code", "title", "name"
    const char *order = nullptr; ///< the field that lists go by
    int fieldCount = 0;
    const FieldSpec &(*fieldAt)(int) = nullptr;

    QLatin1String tableName() const { return QLatin1String(table); }
    /// Position of the field @p name, -1 when the subject has none.
    int indexOf(const QString &name) const;
    const FieldSpec *find(const QString &name) const;
};

/// The description of record R; specialised beside it with `static constexpr auto fields = std::array { … };` and
/// `table`, `plural`, `label` and `order`. R has a member `id`.
template <class R> struct Description;

template <class R> const SubjectSpec &subjectOf()
{
    using D = Description<R>;
    static constexpr SubjectSpec spec { D::table,
                                        D::plural,
                                        D::label,
                                        D::order,
                                        static_cast<int>(D::fields.size()),
                                        [](int i) -> const FieldSpec & {
                                            return D::fields[static_cast<std::size_t>(i)];
                                        } };
    return spec;
}

/// The field @p name of record R; nullptr when it has none.
template <class R> const Field<R> *fieldOf(const QString &name)
{
    const int index = subjectOf<R>().indexOf(name);
    return index < 0 ? nullptr : &Description<R>::fields[static_cast<std::size_t>(index)];
}

/// A many-to-many table between two subjects: composite key, WITHOUT ROWID.
struct LinkSpec
{
    const char *table = nullptr;
    const char *leftTable = nullptr;
    const char *rightTable = nullptr;

    QString leftColumn() const { return QLatin1String(leftTable) + QLatin1String("_id"); }
    QString rightColumn() const { return QLatin1String(rightTable) + QLatin1String("_id"); }
};

} // namespace tb
