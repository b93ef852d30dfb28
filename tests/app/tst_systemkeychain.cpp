#include "app/systemkeychain.h"

#include <QSignalSpy>
#include <QTest>

using namespace tb;

/// Run by with-keyring.sh, which gives one of the two functions a real keyring and the other none.
class TestSystemKeychain : public QObject
{
    Q_OBJECT

private slots:
    void withAKeyring()
    {
        SystemKeychain keychain(QStringLiteral("Trustbench test"));
        QSignalSpy changed(&keychain, &Keychain::stateChanged);
        keychain.probe();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(keychain.state(), KeychainState::Ready);

        const QString file = QStringLiteral("54424e31000102030405060708090a0b");
        const RawKey key = RawKey::random();
        QCOMPARE(findError(keychain, file), Error::Kind::NotFound);
        QVERIFY(wait([&](auto done) { keychain.store(file, key, done); }));

        std::optional<Result<RawKey>> found;
        keychain.find(file, [&](Result<RawKey> answer) { found = std::move(answer); });
        QTRY_VERIFY(found.has_value());
        QVERIFY(*found);
        QVERIFY(found->value() == key);

        QCOMPARE(findError(keychain, QStringLiteral("another file")), Error::Kind::NotFound);
        QVERIFY(wait([&](auto done) { keychain.forget(file, done); }));
        QCOMPARE(findError(keychain, file), Error::Kind::NotFound);
        QVERIFY(wait([&](auto done) { keychain.forget(file, done); })); // nothing to forget is fine too
    }
    void withoutOne()
    {
        SystemKeychain keychain(QStringLiteral("Trustbench test"));
        QSignalSpy changed(&keychain, &Keychain::stateChanged);
        keychain.probe();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(keychain.state(), KeychainState::Missing);
        QVERIFY(!wait([&](auto done) { keychain.store(QStringLiteral("file"), RawKey::random(), done); }));
    }
    void nothingIsCalledAfterItIsGone()
    {
        bool called = false;
        {
            SystemKeychain keychain(QStringLiteral("Trustbench test"));
            keychain.find(QStringLiteral("file"), [&](const Result<RawKey> &) { called = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

private:
    /// Whether the action that @p start begins ended well.
    static bool wait(const std::function<void(std::function<void(Status)>)> &start)
    {
        std::optional<bool> fine;
        start([&](const Status &status) { fine = static_cast<bool>(status); });
        return QTest::qWaitFor([&] { return fine.has_value(); }, 60'000) && *fine;
    }
    static Error::Kind findError(SystemKeychain &keychain, const QString &file)
    {
        std::optional<Error::Kind> kind;
        keychain.find(
            file, [&](const Result<RawKey> &answer) { kind = answer ? Error::Kind::Invalid : answer.error().kind; });
        return QTest::qWaitFor([&] { return kind.has_value(); }, 60'000) ? *kind : Error::Kind::Cancelled;
    }
};

QTEST_GUILESS_MAIN(TestSystemKeychain)
#include "tst_systemkeychain.moc"
