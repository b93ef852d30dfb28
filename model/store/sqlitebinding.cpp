// How SqliteResult hands QVariants to SQLite and describes the columns that come back.
#include "model/store/sqliteresult.h"

#include <QDateTime>
#include <QSqlField>

#include <limits>
#include <sqlite3.h>

namespace tb {

namespace {
int bindText(sqlite3_stmt *statement, int position, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return sqlite3_bind_text64(statement, position, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                               SQLITE_TRANSIENT, SQLITE_UTF8);
}

int bindBytes(sqlite3_stmt *statement, int position, const QByteArray &bytes)
{
    return sqlite3_bind_blob64(statement, position, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                               SQLITE_TRANSIENT);
}

int bindUnsigned(sqlite3_stmt *statement, int position, quint64 value)
{
    // SQLite has no unsigned 64-bit integer; a silent wrap would turn a large number negative.
    if (value > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return SQLITE_MISMATCH;
    return sqlite3_bind_int64(statement, position, static_cast<qint64>(value));
}

QMetaType typeOfDeclaration(const QByteArray &declaration)
{
    if (declaration.contains("INT"))
        return QMetaType::fromType<qint64>();
    if (declaration == "REAL" || declaration.contains("DOUB") || declaration.contains("FLOA"))
        return QMetaType::fromType<double>();
    if (declaration == "BLOB")
        return QMetaType::fromType<QByteArray>();
    return QMetaType::fromType<QString>();
}

QMetaType typeOfValue(int type)
{
    switch (type) {
    case SQLITE_INTEGER: return QMetaType::fromType<qint64>();
    case SQLITE_FLOAT: return QMetaType::fromType<double>();
    case SQLITE_BLOB: return QMetaType::fromType<QByteArray>();
    default: return QMetaType::fromType<QString>();
    }
}
} // namespace

bool SqliteResult::bindOne(int position, const QVariant &value)
{
    if (value.isNull())
        return sqlite3_bind_null(m_statement, position) == SQLITE_OK;
    switch (value.typeId()) {
    case QMetaType::QByteArray: return bindBytes(m_statement, position, value.toByteArray()) == SQLITE_OK;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::Short:
    case QMetaType::Long:
    case QMetaType::UInt:
    case QMetaType::UShort:
    case QMetaType::LongLong: return sqlite3_bind_int64(m_statement, position, value.toLongLong()) == SQLITE_OK;
    case QMetaType::ULong:
    case QMetaType::ULongLong: return bindUnsigned(m_statement, position, value.toULongLong()) == SQLITE_OK;
    case QMetaType::Float:
    case QMetaType::Double: return sqlite3_bind_double(m_statement, position, value.toDouble()) == SQLITE_OK;
    case QMetaType::QDateTime:
        return bindText(m_statement, position, value.toDateTime().toString(Qt::ISODateWithMs)) == SQLITE_OK;
    case QMetaType::QTime:
        return bindText(m_statement, position, value.toTime().toString(QStringLiteral("hh:mm:ss.zzz"))) == SQLITE_OK;
    default: return bindText(m_statement, position, value.toString()) == SQLITE_OK;
    }
}

QSqlField SqliteResult::field(int index) const
{
    const char *declaration = sqlite3_column_decltype(m_statement, index);
    const QMetaType type = declaration ? typeOfDeclaration(QByteArray(declaration).toUpper())
                                       : typeOfValue(sqlite3_column_type(m_statement, index));
    return QSqlField(QString::fromUtf8(sqlite3_column_name(m_statement, index)), type,
                     QString::fromUtf8(sqlite3_column_table_name(m_statement, index)));
}

QSqlRecord SqliteResult::record() const
{
    QSqlRecord record;
    if (!m_statement)
        return record;
    for (int i = 0; i < sqlite3_column_count(m_statement); ++i)
        record.append(field(i));
    return record;
}

} // namespace tb
