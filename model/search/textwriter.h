#pragma once

#include "model/search/textindex.h"

namespace tb {

class Connection;
class ProjectStorage;
class WriteGate;

/// Puts the text of files into the index in short transactions, several small files in one. Everything of a transaction
/// is in memory, normalised and compressed before the gate is asked for. Continues a document that an earlier run
/// began.
class TextWriter
{
public:
    TextWriter(Connection &connection, WriteGate &gate, int version);

    /// From now on text belongs to the bytes @p sha256.
    Status begin(const QString &sha256);
    Status add(QStringView text);
    /// The document is read: what it came to. A refused one keeps no text.
    Status end(const TextOutcome &outcome);
    /// Forgets what was not written yet of the document under way, as when its bytes went away meanwhile.
    void abandon();
    /// Takes out what earlier runs wrote of the bytes @p sha256.
    Status discard(const QString &sha256);
    /// Writes what is waiting; failing, forgets it: Conflict when a document does not continue what is there.
    Status flush();

private:
    struct Piece
    {
        QString text;
        QByteArray stored;
    };
    struct Document
    {
        QString sha256;
        qint64 seq = 0;
        qint64 next = 0; ///< number of the next piece to be written
        QList<Piece> pieces;
        std::optional<TextState> state; ///< when it is read to its end
        QString detail;
    };
    Status take(const QString &text);
    Status write(Document &document);
    /// Whether the piece with that number is there already from an earlier run.
    Result<bool> isThere(const Piece &piece);

    Connection &m_connection;
    WriteGate &m_gate;
    const int m_version;
    QList<Document> m_waiting; ///< the last one is under way
    QString m_text; ///< not a whole piece yet
    qint64 m_size = 0; ///< characters waiting
    qint64 m_kept = 0; ///< pieces of an earlier run that are to be compared
    bool m_begun = false;
};

/// Takes the text of documents out of the index in short transactions, as long as @p goesOn, which may be null,
/// says so.
Status removeTexts(Connection &connection, WriteGate &gate, const QList<qint64> &seqs,
                   const std::function<bool()> &goesOn = {});
/// The same for all whose bytes are gone. Cheap when there are none.
Status sweepTexts(Connection &connection, WriteGate &gate, const std::function<bool()> &goesOn = {});

} // namespace tb
