#include "model/evidence/blobdevice.h"
#include "tests/support/evidenceproject.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tb;

/// Stored bytes read as a file.
class TestBlobDevice : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatWasStoredInAnyOrder()
    {
        EvidenceProject t;
        const QByteArray content = EvidenceProject::noise(3 * blobs::chunkSize + 77, 3);
        QVERIFY(t.attach({ t.file(QStringLiteral("a.bin"), content) }));
        BlobDevice device(connection(t), t.project->storage().gate(), blobOf(t));
        QCOMPARE(device.size(), content.size());
        QVERIFY(!device.isSequential());
        QCOMPARE(device.readAll(), content);
        QVERIFY(device.atEnd());
        QCOMPARE(device.read(1), QByteArray());
        QRandomGenerator random(5);
        for (int i = 0; i < 60; ++i) {
            const qint64 at = random.bounded(static_cast<int>(content.size()));
            const qint64 most = random.bounded(static_cast<int>(blobs::chunkSize) * 2);
            QVERIFY(device.seek(at));
            QCOMPARE(device.read(most), content.mid(at, most));
            QCOMPARE(device.pos(), std::min<qint64>(at + most, content.size()));
        }
        QVERIFY(device.status());
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (tb::BlobDevice): ReadOnly device");
        QCOMPARE(device.write("x"), -1);
    }

    void bytesThatAreGoneAreNotFound()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.bin"), EvidenceProject::noise(2 * blobs::chunkSize, 3)) }));
        BlobDevice device(connection(t), t.project->storage().gate(), blobOf(t));
        QCOMPARE(device.read(10).size(), 10);
        QVERIFY(eraseEvidence(*t.project, { t.item(0).id }, t.job));
        QVERIFY(device.seek(blobs::chunkSize));
        QCOMPARE(device.read(10), QByteArray());
        QVERIFY(!device.status());
        QCOMPARE(device.status().error().kind, Error::Kind::NotFound);
    }

    void aShortChunkIsDamage()
    {
        EvidenceProject t;
        QVERIFY(t.attach({ t.file(QStringLiteral("a.bin"), EvidenceProject::noise(5000, 3)) }));
        const Blob blob = blobOf(t);
        QVERIFY(connection(t).execute("UPDATE chunk SET data=substr(data, 1, 100)"));
        BlobDevice device(connection(t), t.project->storage().gate(), blob);
        static_cast<void>(device.readAll());
        QVERIFY(!device.status());
        QCOMPARE(device.status().error().kind, Error::Kind::Damaged);
    }

private:
    static Connection &connection(const EvidenceProject &t) { return t.project->storage().connection(); }
    static Blob blobOf(const EvidenceProject &t) { return blobs::all(connection(t)).value().first(); }
};

QTEST_GUILESS_MAIN(TestBlobDevice)
#include "tst_blobdevice.moc"
