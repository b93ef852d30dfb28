#include "model/search/textwriter.h"

#include "model/store/connection.h"
#include "model/store/gate.h"
#include "model/store/transaction.h"

namespace tb {

namespace {

// Characters of one transaction. The limit of the design is 512 KB; an edit waits for one, so it is a quarter of that.
constexpr qint64 stepSize = 2 * textindex::pieceSize;
constexpr qsizetype mostDocuments = 64; // of one transaction

template <class Work> Status inBackground(Connection &connection, WriteGate &gate, Work work)
{
    const auto turn = gate.enter(WriteGate::Background);
    auto transaction = Transaction::begin(connection.handle());
    if (!transaction)
        return transaction.error();
    if (const Status done = work(); !done)
        return done;
    return transaction.value().commit();
}

TextState stateOf(TextOutcome::Kind kind)
{
    switch (kind) {
    case TextOutcome::Kind::Whole: return TextState::Whole;
    case TextOutcome::Kind::Cut: return TextState::Cut;
    case TextOutcome::Kind::NoText: return TextState::NoText;
    case TextOutcome::Kind::Refused: return TextState::Refused;
    }
    return TextState::Refused;
}

/// Where to cut a text that is too long for a piece: behind its last blank, if there is one in its second half.
qsizetype cutOf(const QString &text)
{
    for (qsizetype i = textindex::pieceSize; i > textindex::pieceSize / 2; --i) {
        if (text.at(i - 1).isSpace())
            return i;
    }
    return text.at(textindex::pieceSize - 1).isHighSurrogate() ? textindex::pieceSize - 1 : textindex::pieceSize;
}

/// One spelling for what looks the same: ligatures of PDFs, full-width letters, composed and decomposed accents. The
/// characters that would end a text early, or cannot be stored, go.
QString normalised(QStringView text)
{
    QString result = text.toString();
    for (QChar &c : result) {
        if (c.isNull() || (c.unicode() < 0x20 && !c.isSpace()))
            c = QLatin1Char(' ');
    }
    return QString::fromUtf8(result.normalized(QString::NormalizationForm_KC).toUtf8()); // unpaired surrogates too
}

} // namespace

TextWriter::TextWriter(Connection &connection, WriteGate &gate, int version)
    : m_connection(connection)
    , m_gate(gate)
    , m_version(version)
{ }

Status TextWriter::begin(const QString &sha256)
{
    m_text.clear();
    m_kept = 0;
    Document document { sha256, 0, 0, {}, {}, {} };
    std::optional<TextDocument> earlier;
    {
        const auto turn = m_gate.enter(WriteGate::Reader);
        const auto found = textindex::find(m_connection, sha256);
        if (!found)
            return found.error();
        earlier = found.value();
    }
    if (earlier && earlier->version != m_version) {
        if (auto done = removeTexts(m_connection, m_gate, { earlier->seq }); !done)
            return done;
    } else if (earlier) {
        m_kept = earlier->pieces;
        document.seq = earlier->seq;
    }
    m_waiting.append(document);
    m_begun = true;
    return Ok {};
}

Status TextWriter::add(QStringView text)
{
    m_text += text;
    while (m_text.size() > textindex::pieceSize) {
        const qsizetype cut = cutOf(m_text);
        if (auto done = take(m_text.left(cut)); !done)
            return done;
        m_text.remove(0, cut);
    }
    return Ok {};
}

Result<bool> TextWriter::isThere(const Piece &piece)
{
    const auto turn = m_gate.enter(WriteGate::Reader);
    const auto stored
        = textindex::piece(m_connection, textindex::firstPiece(m_waiting.last().seq) + m_waiting.last().next);
    if (!stored)
        return stored.error();
    return stored.value() == piece.text;
}

Status TextWriter::take(const QString &text)
{
    Piece piece { normalised(text), {} };
    Document &document = m_waiting.last();
    if (m_kept > 0) {
        const auto there = isThere(piece);
        if (!there)
            return there.error();
        if (!there.value()) // the bytes are the same and so is the reader: something else went wrong. Begin anew.
            return Error { Error::Kind::Conflict, document.sha256, QStringLiteral("its text differs from before") };
        --m_kept;
        ++document.next;
        return Ok {};
    }
    piece.stored = textindex::packed(piece.text);
    document.pieces.append(piece);
    m_size += piece.text.size();
    return m_size >= stepSize ? flush() : Status(Ok {});
}

Status TextWriter::end(const TextOutcome &outcome)
{
    if (outcome.kind == TextOutcome::Kind::Refused || outcome.kind == TextOutcome::Kind::NoText) {
        const QString sha256 = m_waiting.last().sha256;
        abandon();
        if (auto done = discard(sha256); !done)
            return done;
        m_waiting.append({ sha256, 0, 0, {}, {}, {} });
        m_text.clear();
    }
    if (!m_text.trimmed().isEmpty()) {
        if (auto done = take(m_text); !done)
            return done;
    }
    m_waiting.last().state = stateOf(outcome.kind);
    m_waiting.last().detail = outcome.detail.left(200);
    m_begun = false;
    m_text.clear();
    // A row a document is little, but a thousand files without text must not be forgotten by a crash either.
    return m_waiting.size() >= mostDocuments ? flush() : Status(Ok {});
}

Status TextWriter::discard(const QString &sha256)
{
    const auto found = [&] {
        const auto turn = m_gate.enter(WriteGate::Reader);
        return textindex::find(m_connection, sha256);
    }();
    if (!found)
        return found.error();
    return found.value() ? removeTexts(m_connection, m_gate, { found.value()->seq }) : Status(Ok {});
}

void TextWriter::abandon()
{
    if (!m_begun)
        return;
    for (const Piece &piece : m_waiting.last().pieces)
        m_size -= piece.text.size();
    m_waiting.removeLast();
    m_text.clear();
    m_begun = false;
}

Status TextWriter::write(Document &document)
{
    const auto row = textindex::begin(m_connection, document.sha256, m_version);
    if (!row)
        return row.error();
    if (!row.value())
        return Ok {}; // its bytes were erased meanwhile, and its text with them
    document.seq = row.value()->seq;
    // Erased and attached again between two steps, or of another length than an earlier run found.
    if (row.value()->pieces != document.next)
        return Error { Error::Kind::Conflict, document.sha256, QStringLiteral("its text is not where it was") };
    for (const Piece &piece : std::as_const(document.pieces)) {
        const qint64 id = textindex::firstPiece(document.seq) + document.next++;
        if (auto done = textindex::addPiece(m_connection, id, piece.text, piece.stored); !done)
            return done;
    }
    document.pieces.clear();
    return document.state ? textindex::setState(m_connection, document.seq, *document.state, document.detail)
                          : Status(Ok {});
}

Status TextWriter::flush()
{
    if (m_waiting.isEmpty())
        return Ok {};
    const Status done = inBackground(m_connection, m_gate, [&]() -> Status {
        for (Document &document : m_waiting) {
            if (auto written = write(document); !written)
                return written;
        }
        return Ok {};
    });
    m_size = 0;
    m_begun = m_begun && done;
    if (m_begun)
        m_waiting = { m_waiting.last() };
    else
        m_waiting.clear();
    return done;
}

Status removeTexts(Connection &connection, WriteGate &gate, const QList<qint64> &seqs,
                   const std::function<bool()> &goesOn)
{
    for (const qint64 seq : seqs) {
        for (bool more = true; more;) {
            if (goesOn && !goesOn())
                return Error { Error::Kind::Cancelled };
            const Status done = inBackground(connection, gate, [&]() -> Status {
                const auto left = textindex::removeLast(connection, seq);
                if (!left)
                    return left.error();
                more = left.value();
                return Ok {};
            });
            if (!done)
                return done;
        }
    }
    return Ok {};
}

Status sweepTexts(Connection &connection, WriteGate &gate, const std::function<bool()> &goesOn)
{
    const auto found = [&] {
        const auto turn = gate.enter(WriteGate::Reader);
        return textindex::orphans(connection);
    }();
    return found ? removeTexts(connection, gate, found.value(), goesOn) : Status(found.error());
}

} // namespace tb
