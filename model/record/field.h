#pragma once

#include "model/record/codec.h"

#include <span>

namespace tb {

/// What else holds for a field, beside its kind.
enum FieldFlag : unsigned {
    NoFlag = 0,
    Required = 1, ///< may not be empty
    Fixed = 2, ///< set by the program, never typed by a person
    Long = 4, ///< may hold paragraphs: line breaks are allowed
    Unique = 8, ///< no two records of the subject may share it
    Searched = 16, ///< goes into the search index
    Part = 32, ///< the record is a part of what this field points to and is removed with it
    Loose = 64, ///< forgets what it points to when that is removed; other references forbid the removal
    Stamped = 128, ///< with Fixed and Required: not even given when the record is made, a command of its own sets it
};

/// What every part of the program may know of a field without knowing its record: see Field for the rest.
struct FieldSpec
{
    const char *name = nullptr; ///< column of the table, key in JSON, argument of the command line
    FieldKind kind = FieldKind::Text;
    unsigned flags = NoFlag;
    std::span<const char *const> words = {}; ///< of an enumeration, in order
    const char *target = nullptr; ///< table that a Reference points to

    bool has(FieldFlag flag) const { return (flags & flag) != 0; }
    QLatin1String nameString() const { return QLatin1String(name); }
};

/// One field of record R: its description and how to read and write the member. From the list of these come the SQL,
/// validation, JSON, sheets, change sentences and the search index, so that adding a field is one line.
template <class R> struct Field : FieldSpec
{
    void (*load)(R &, const Statement &, int) = nullptr; ///< from a row of the table
    QVariant (*value)(const R &) = nullptr; ///< as stored; null when empty
    bool (*assign)(R &, const QVariant &) = nullptr; ///< from a stored or typed value; false when it is not one
    bool (*same)(const R &, const R &) = nullptr;
};

namespace detail {
template <class> struct MemberOf;
template <class R, class T> struct MemberOf<T R::*>
{
    using Record = R;
    using Type = T;
};
} // namespace detail

/// Describes the member @p Member of its record under @p name.
template <auto Member> constexpr auto field(const char *name, unsigned flags = NoFlag)
{
    using R = typename detail::MemberOf<decltype(Member)>::Record;
    using T = typename detail::MemberOf<decltype(Member)>::Type;
    using C = Codec<T>;
    Field<R> described;
    described.name = name;
    described.kind = C::kind;
    described.flags = flags;
    described.words = C::words();
    described.target = C::target();
    described.load = [](R &record, const Statement &row, int column) { C::load(record.*Member, row, column); };
    described.value = [](const R &record) { return C::store(record.*Member); };
    described.assign = [](R &record, const QVariant &value) { return C::parse(record.*Member, value); };
    described.same = [](const R &a, const R &b) { return a.*Member == b.*Member; };
    return described;
}

} // namespace tb
