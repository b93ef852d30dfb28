#pragma once

#include <QList>
#include <QPointer>
#include <QSqlRecord>
#include <QSqlResult>

struct sqlite3;
struct sqlite3_stmt;

namespace tb {

class SqliteDriver;

/// One prepared statement behind a QSqlQuery. Rows already seen are kept unless the query is forward only.
class SqliteResult final : public QSqlResult
{
public:
    explicit SqliteResult(const SqliteDriver *driver);
    ~SqliteResult() override;

    void finalise(); ///< gives the statement back to SQLite; the driver calls it before closing

    QVariant handle() const override;

protected:
    bool prepare(const QString &query) override;
    bool exec() override;
    bool reset(const QString &query) override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    QVariant data(int column) override;
    bool isNull(int column) override;
    QSqlRecord record() const override;
    int size() override;
    int numRowsAffected() override;
    QVariant lastInsertId() const override;
    void detachFromResultSet() override;

private:
    using Row = QList<QVariant>;

    bool fail(const QString &what);
    bool bindAll();
    bool bindOne(int position, const QVariant &value);
    int step();
    bool takeRow(); ///< moves the stepped row into m_row or the cache
    QVariant column(int index) const;
    QSqlField field(int index) const;
    const Row *currentRow() const;

    QPointer<const SqliteDriver> m_driver;
    sqlite3 *m_handle = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    QList<Row> m_rows; ///< scrollable: every row read so far; forward only: at most the present one
    qint64 m_changes = -1;
    qint64 m_lastInsertId = 0;
    bool m_rowAhead = false; ///< SQLite stands on a row that nobody has fetched yet
};

} // namespace tb
