#include "model/store/keycheck.h"

#include "model/store/connection.h"

#include <QFile>
#include <QTemporaryFile>
#include <QtEndian>

namespace tb {

namespace {
constexpr qint64 pageSize = 16384;
constexpr qint64 recordOverhead = 8; // page number before, checksum after
constexpr QByteArrayView journalMagic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

quint32 bigEndian(const QByteArray &bytes, qsizetype at)
{
    return bytes.size() >= at + 4 ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

/// One part of a journal: a header on a sector of its own, then `records` pages, each with its number and checksum.
struct JournalPart
{
    qint64 records = 0;
    qint64 sector = 0; ///< bytes

    static JournalPart read(QFile &journal)
    {
        const QByteArray header = journal.read(28);
        const quint32 sectorSize = bigEndian(header, 20);
        if (!header.startsWith(journalMagic) || bigEndian(header, 24) != pageSize || sectorSize < 28)
            return {};
        return { bigEndian(header, 8), sectorSize };
    }
};

/// Page 1 as it was before the unfinished change; empty when the journal does not hold it. The layout is section 3 of
/// SQLite's file format document.
QByteArray firstPageOf(const QString &journalPath)
{
    QFile journal(journalPath);
    if (!journal.open(QIODevice::ReadOnly))
        return {};
    for (qint64 at = 0; journal.seek(at);) {
        const JournalPart part = JournalPart::read(journal);
        if (part.records == 0)
            return {};
        at += part.sector;
        for (qint64 i = 0; i < part.records && journal.seek(at); ++i, at += pageSize + recordOverhead) {
            if (bigEndian(journal.read(4), 0) == 1)
                return journal.read(pageSize);
            if (journal.atEnd())
                return {};
        }
        at = (at + part.sector - 1) / part.sector * part.sector;
    }
    return {};
}

bool keyFits(const Status &opened)
{
    return opened || opened.error().kind != Error::Kind::WrongPassphrase;
}

Status tryKey(const ConnectionSpec &spec)
{
    const auto connection = Connection::open(spec);
    return connection ? Status(Ok {}) : Status(connection.error());
}
} // namespace

Status checkKey(const ConnectionSpec &spec, bool hasHotJournal)
{
    ConnectionSpec trial = spec;
    trial.mode = ConnectionSpec::Mode::Immutable;
    const Status opened = tryKey(trial);
    if (!hasHotJournal || opened)
        return opened;
    if (keyFits(opened))
        return Ok {}; // what else is wrong, rolling back may mend
    QTemporaryFile page; // still encrypted
    const QByteArray first = firstPageOf(spec.path + QStringLiteral("-journal"));
    if (first.size() != pageSize || !page.open() || page.write(first) != pageSize || !page.flush())
        return opened;
    trial.path = page.fileName();
    return keyFits(tryKey(trial)) ? Status(Ok {}) : opened;
}

} // namespace tb
