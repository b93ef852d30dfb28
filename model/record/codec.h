#pragma once

#include "model/id.h"
#include "model/record/words.h"
#include "model/store/statement.h"

#include <QDate>
#include <QDateTime>
#include <QStringList>
#include <QTimeZone>
#include <QVariant>

#include <optional>
#include <span>

namespace tb {

enum class FieldKind { Text, Integer, Boolean, Date, Dates, Instant, Enumeration, Reference, List };

/// How a member type is stored, loaded and read from what a person or a sheet gives. Empty is always NULL or ''.
template <class T> struct Codec;

namespace detail {
struct PlainCodec
{
    static constexpr std::span<const char *const> words() { return {}; }
    static constexpr const char *target() { return nullptr; }
};
bool parseDate(QDate &date, const QString &text);
QString joinDates(const QList<QDate> &dates);
bool parseDates(QList<QDate> &dates, const QString &text);
QString joinList(const QStringList &list);
QStringList splitList(const QString &text);
bool parseBoolean(bool &flag, const QVariant &value);
} // namespace detail

template <> struct Codec<QString> : detail::PlainCodec
{
    static constexpr FieldKind kind = FieldKind::Text;
    static void load(QString &text, const Statement &row, int column) { text = row.text(column); }
    static QVariant store(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }
    static bool parse(QString &text, const QVariant &value)
    {
        text = value.toString();
        return true;
    }
};

template <> struct Codec<qint64> : detail::PlainCodec
{
    static constexpr FieldKind kind = FieldKind::Integer;
    static void load(qint64 &number, const Statement &row, int column) { number = row.integer(column); }
    static QVariant store(qint64 number) { return number; }
    static bool parse(qint64 &number, const QVariant &value)
    {
        bool ok = false;
        number = value.toLongLong(&ok);
        return ok;
    }
};

template <> struct Codec<std::optional<qint64>> : detail::PlainCodec
{
    static constexpr FieldKind kind = FieldKind::Integer;
    static void load(std::optional<qint64> &number, const Statement &row, int column)
    {
        if (!row.isNull(column))
            number = row.integer(column);
    }
    static QVariant store(const std::optional<qint64> &number) { return number ? QVariant(*number) : QVariant(); }
    static bool parse(std::optional<qint64> &number, const QVariant &value)
    {
        number.reset();
        return value.toString().isEmpty() || Codec<qint64>::parse(number.emplace(), value);
    }
};

template <> struct Codec<bool> : detail::PlainCodec
{
    static constexpr FieldKind kind = FieldKind::Boolean;
    static void load(bool &flag, const Statement &row, int column) { flag = row.integer(column) != 0; }
    static QVariant store(bool flag) { return static_cast<qlonglong>(flag); }
    static bool parse(bool &flag, const QVariant &value) { return detail::parseBoolean(flag, value); }
};

template <> struct Codec<QDate> : detail::PlainCodec
{
    static constexpr FieldKind kind = FieldKind::Date;
    static void load(QDate &date, const Statement &row, int column)
    {
        if (!row.isNull(column))
            detail::parseDate(date, row.text(column));
    }
    static QVariant store(const QDate &date) { return date.isValid() ? date.toString(Qt::ISODate) : QVariant(); }
    static bool parse(QDate &date, const QVariant &value) { return detail::parseDate(date, value.toString()); }
};

template <> struct Codec<QList<QDate>> : detail::PlainCodec
{
    static constexpr FieldKind kind = FieldKind::Dates;
    static void load(QList<QDate> &dates, const Statement &row, int column)
    {
        detail::parseDates(dates, row.text(column));
    }
    static QVariant store(const QList<QDate> &dates) { return detail::joinDates(dates); }
    static bool parse(QList<QDate> &dates, const QVariant &value)
    {
        return detail::parseDates(dates, value.toString());
    }
};

template <> struct Codec<QDateTime> : detail::PlainCodec
{
    static constexpr FieldKind kind = FieldKind::Instant;
    static void load(QDateTime &instant, const Statement &row, int column)
    {
        if (!row.isNull(column))
            instant = QDateTime::fromMSecsSinceEpoch(row.integer(column), Qt::UTC);
    }
    static QVariant store(const QDateTime &instant)
    {
        return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant();
    }
    static bool parse(QDateTime &instant, const QVariant &value)
    {
        bool ok = false;
        instant = QDateTime::fromMSecsSinceEpoch(value.toLongLong(&ok), Qt::UTC);
        return ok;
    }
};

template <> struct Codec<QStringList> : detail::PlainCodec
{
    static constexpr FieldKind kind = FieldKind::List;
    static void load(QStringList &list, const Statement &row, int column)
    {
        list = detail::splitList(row.text(column));
    }
    static QVariant store(const QStringList &list) { return detail::joinList(list); }
    static bool parse(QStringList &list, const QVariant &value)
    {
        list = value.typeId() == QMetaType::QStringList ? value.toStringList() : detail::splitList(value.toString());
        return true;
    }
};

template <Worded Enum> struct Codec<Enum>
{
    static constexpr FieldKind kind = FieldKind::Enumeration;
    static constexpr std::span<const char *const> words() { return Words<Enum>::all; }
    static constexpr const char *target() { return nullptr; }
    /// A word that this version does not know reads as the first one; `verify` names it.
    static void load(Enum &value, const Statement &row, int column)
    {
        value = fromWord<Enum>(row.text(column)).value_or(Enum {});
    }
    static QVariant store(Enum value) { return wordOf(value); }
    static bool parse(Enum &value, const QVariant &typed)
    {
        const auto known = fromWord<Enum>(typed.toString());
        value = known.value_or(value);
        return known.has_value();
    }
};

/// An enumeration that may not have been chosen yet: stored as no word.
template <Worded Enum> struct Codec<std::optional<Enum>>
{
    static constexpr FieldKind kind = FieldKind::Enumeration;
    static constexpr std::span<const char *const> words() { return Words<Enum>::all; }
    static constexpr const char *target() { return nullptr; }
    static void load(std::optional<Enum> &value, const Statement &row, int column)
    {
        value = fromWord<Enum>(row.text(column));
    }
    static QVariant store(std::optional<Enum> value) { return wordOf(value); }
    static bool parse(std::optional<Enum> &value, const QVariant &typed)
    {
        const auto known = fromWord<Enum>(typed.toString());
        const bool fits = known || typed.toString().isEmpty();
        if (fits)
            value = known;
        return fits;
    }
};

template <TableName Table> struct Codec<Id<Table>>
{
    static constexpr FieldKind kind = FieldKind::Reference;
    static constexpr std::span<const char *const> words() { return {}; }
    static constexpr const char *target() { return Id<Table>::table; }
    static void load(Id<Table> &id, const Statement &row, int column) { id.value = row.integer(column); }
    static QVariant store(Id<Table> id) { return id ? QVariant(id.value) : QVariant(); }
    static bool parse(Id<Table> &id, const QVariant &value)
    {
        bool ok = value.isNull() || value.toString().isEmpty();
        id.value = ok ? 0 : value.toLongLong(&ok);
        return ok && id.value >= 0;
    }
};

} // namespace tb
