#pragma once

#include "model/evidence/blobs.h"
#include "model/record/words.h"
#include "model/search/textsource.h"

namespace tb {

enum class TextState { Pending, Whole, Cut, NoText, Refused };
template <> struct Words<TextState>
{
    static constexpr std::array all { "pending", "whole", "cut", "none", "refused" };
};

/// A stored file in the text index. Its pieces lie under the row ids from firstPiece(seq) on, without a gap.
struct TextDocument
{
    qint64 seq = 0;
    TextState state = TextState::Pending;
    int version = 0; ///< of the TextSource that read it
    qint64 pieces = 0;
};

/// A stored file whose text is not in the index yet.
struct UnreadText
{
    Blob blob;
    TextFile file;
};

/// The SQL of the text of evidence: FTS5 without content, and beside it the text itself in compressed pieces. A piece
/// is indexed as it is stored, so that it can be taken out again. Everything runs in the caller's transaction.
namespace textindex {

inline constexpr qsizetype pieceSize = 1 << 16; ///< characters, at most
inline constexpr int pieceBits = 20;

constexpr qint64 firstPiece(qint64 seq)
{
    return seq << pieceBits;
}

/// Evidence with bytes whose text was not read by @p version yet, the newest first. Each content once.
Result<QList<UnreadText>> unread(Connection &connection, int version);
/// How many there are.
Result<qint64> countUnread(Connection &connection, int version);

Result<std::optional<TextDocument>> find(Connection &connection, const QString &sha256);
/// A document for the bytes @p sha256, pending; nothing when the bytes are no longer there.
Result<std::optional<TextDocument>> begin(Connection &connection, const QString &sha256, int version);
Status setState(Connection &connection, qint64 seq, TextState state, const QString &detail);

QByteArray packed(const QString &text); ///< as stored
/// Adds piece @p number; @p stored is packed(@p text), made outside the transaction.
Status addPiece(Connection &connection, qint64 id, const QString &text, const QByteArray &stored);
/// The text of a piece; nothing when there is none.
Result<std::optional<QString>> piece(Connection &connection, qint64 id);
/// Takes out the last piece of a document, or the document when it has none any more; false then.
Result<bool> removeLast(Connection &connection, qint64 seq);

/// Documents whose bytes are gone.
Result<QList<qint64>> orphans(Connection &connection);

} // namespace textindex
} // namespace tb
