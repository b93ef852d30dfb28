#include "model/search/search.h"

#include "model/search/subjectindex.h"
#include "model/search/textindex.h"
#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/projectstorage.h"
#include "model/store/statement.h"

namespace tb {

namespace {

constexpr int shortestPrefix = 2; // below it every second file matches, and nothing of that can be shown
constexpr int mostPieces = 4096; // of text that one search looks at, whatever matches

// Ranked first: the text of a row is fetched for those that are shown only. 1: words, 2: limit.
constexpr const char *bestRecords = "SELECT r.subject, r.record_id, s.head, s.body, f.score,"
                                    " row_number() OVER (ORDER BY f.score, f.row) AS place FROM"
                                    " (SELECT rowid AS row, bm25(search_words, 10.0, 1.0) AS score FROM search_words"
                                    " WHERE search_words MATCH ?1 ORDER BY score, row LIMIT ?2) f"
                                    " JOIN search_record r ON r.id=f.row JOIN search_words s ON s.rowid=f.row"
                                    " ORDER BY f.score, f.row";
// The same, with a limit for each subject: of a thousand requirements none stands before the one control. Materialised:
// the engine cannot rank inside of a window.
constexpr const char *bestOfEachSubject
    = "WITH found AS MATERIALIZED (SELECT rowid AS row, bm25(search_words, 10.0, 1.0) AS score FROM search_words"
      " WHERE search_words MATCH ?1), placed AS (SELECT r.subject, r.record_id, f.row, f.score,"
      " row_number() OVER (PARTITION BY r.subject ORDER BY f.score, f.row) AS place"
      " FROM found f JOIN search_record r ON r.id=f.row)"
      " SELECT p.subject, p.record_id, s.head, s.body, p.score, p.place FROM placed p"
      " JOIN search_words s ON s.rowid=p.row WHERE p.place<=?2 ORDER BY p.score, p.row";

/// One search over one connection.
class Searcher
{
public:
    Searcher(Connection &connection, const SearchQuery &query, int limit)
        : m_connection(connection)
        , m_query(query)
        , m_finder(query)
        , m_limit(limit)
    { }

    Status searchRecords() { return addRecords(bestRecords); }
    Status searchSubjects() { return addRecords(bestOfEachSubject); }
    Status searchTexts();
    SearchAnswer take() { return std::move(m_answer); }

private:
    /// A file that matches, with the first piece of it that does.
    struct Found
    {
        qint64 document = 0;
        qint64 piece = 0;
        QList<qint64> items; ///< evidence that rests on it
    };
    Status addRecords(const char *sql);
    void addRecord(const Statement &row);
    Result<QList<Found>> documents();
    Result<QList<qint64>> itemsOf(qint64 document);
    Status addText(const Found &found);

    Connection &m_connection;
    const SearchQuery &m_query;
    const TermFinder m_finder;
    const int m_limit;
    SearchAnswer m_answer;
};

/// Takes in what @p sql finds, whose last column is the place among what the limit is about.
Status Searcher::addRecords(const char *sql)
{
    auto query = Statement::prepare(m_connection.handle(), sql);
    if (!query)
        return query.error();
    query.value().bind(1, QStringView(m_query.expression(1)));
    query.value().bind(2, qint64(m_limit) + 1);
    while (query.value().next()) {
        if (query.value().integer(5) > m_limit)
            m_answer.isComplete = false;
        else
            addRecord(query.value());
    }
    return query.value().status();
}

void Searcher::addRecord(const Statement &row)
{
    const auto fields = subjectindex::searchedFields(row.text(0));
    QStringList parts = row.text(2).split(QChar(subjectindex::boundary));
    parts += row.text(3).split(QChar(subjectindex::boundary));
    if (fields.named == 0) // an empty first half is one part, too
        parts.removeFirst();
    qsizetype best = 0;
    int most = -1;
    for (qsizetype i = 0; i < std::min(parts.size(), fields.names.size()); ++i) {
        if (const int count = m_finder.count(parts.at(i)); count > most) {
            most = count;
            best = i;
        }
    }
    m_answer.hits.append({ row.text(0), row.integer(1), QString::fromLatin1(fields.names.value(best)),
                           m_finder.around(parts.value(best).trimmed()), row.real(4) });
}

/// The newest documents that match, one more than are wanted.
Result<QList<Searcher::Found>> Searcher::documents()
{
    auto query = Statement::prepare(m_connection.handle(),
                                    "SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rowid DESC");
    if (!query)
        return query.error();
    query.value().bind(1, QStringView(m_query.expression(shortestPrefix)));
    QList<Found> found;
    Found now;
    for (int pieces = 0; query.value().next();) {
        if (++pieces > mostPieces) {
            m_answer.isComplete = false;
            break;
        }
        const qint64 piece = query.value().integer(0);
        if (const qint64 document = piece >> textindex::pieceBits; document != now.document) {
            if (found.size() > m_limit)
                break;
            const auto items = itemsOf(document);
            if (!items)
                return items.error();
            now = { document, piece, items.value() };
            if (!now.items.isEmpty())
                found.append(now);
        } else if (!now.items.isEmpty()) {
            found.last().piece = piece; // from the back: the first one stays
        }
    }
    if (const auto done = query.value().status(); !done)
        return done.error();
    return found;
}

/// The evidence that rests on a document. None when it was erased or its record removed.
Result<QList<qint64>> Searcher::itemsOf(qint64 document)
{
    auto query = Statement::prepare(m_connection.handle(),
                                    "SELECT e.id FROM search_document d JOIN blob b ON b.sha256=d.sha256"
                                    " JOIN evidence e ON e.sha256=d.sha256"
                                    " WHERE d.seq=? AND e.erased_at IS NULL ORDER BY e.code DESC, e.id");
    if (!query)
        return query.error();
    query.value().bind(1, document);
    QList<qint64> items;
    while (query.value().next())
        items.append(query.value().integer(0));
    if (const auto done = query.value().status(); !done)
        return done.error();
    return items;
}

Status Searcher::addText(const Found &found)
{
    const auto text = textindex::piece(m_connection, found.piece);
    if (!text)
        return text.error();
    const Snippet snippet = m_finder.around(text.value().value_or(QString()));
    for (const qint64 id : found.items) {
        m_answer.hits.append({ QStringLiteral("evidence"), id, QStringLiteral("text"), snippet,
                               static_cast<double>(m_answer.hits.size()) });
    }
    return Ok {};
}

Status Searcher::searchTexts()
{
    auto found = documents();
    if (!found)
        return found.error();
    if (found.value().size() > m_limit) {
        m_answer.isComplete = false;
        found.value().removeLast();
    }
    for (const Found &one : std::as_const(found.value())) {
        if (auto added = addText(one); !added)
            return added;
    }
    return Ok {};
}

using Step = Status (Searcher::*)();

Result<SearchAnswer> run(Connection &connection, const QString &text, int limit, std::initializer_list<Step> steps)
{
    const SearchQuery query = SearchQuery::parse(text);
    if (query.isEmpty() || limit <= 0)
        return SearchAnswer {};
    Searcher searcher(connection, query, limit);
    for (const Step step : steps) {
        if (const auto done = (searcher.*step)(); !done)
            return done.error();
    }
    return searcher.take();
}

Result<SearchAnswer> runInTurn(ProjectStorage &storage, const QString &text, int limit,
                               std::initializer_list<Step> steps)
{
    auto connection = storage.openInTurn();
    if (!connection)
        return connection.error();
    const auto turn = storage.gate().enter(WriteGate::Reader);
    return run(*connection.value(), text, limit, steps);
}

} // namespace

Result<SearchAnswer> search(Connection &connection, const QString &text, int limit)
{
    return run(connection, text, limit, { &Searcher::searchRecords, &Searcher::searchTexts });
}

Result<SearchAnswer> searchProject(ProjectStorage &storage, const QString &text, int limit)
{
    return runInTurn(storage, text, limit, { &Searcher::searchRecords, &Searcher::searchTexts });
}

Result<SearchAnswer> searchSubjects(ProjectStorage &storage, const QString &text, int limit)
{
    return runInTurn(storage, text, limit, { &Searcher::searchSubjects });
}

Result<SearchAnswer> searchTexts(ProjectStorage &storage, const QString &text, int limit)
{
    return runInTurn(storage, text, limit, { &Searcher::searchTexts });
}

} // namespace tb
