#include "app/systemkeychain.h"

#include <qt6keychain/keychain.h>

namespace tb {

namespace {

/// An entry that never exists: looking for it tells whether anybody answers.
const QString probeKey = QStringLiteral("probe");

Error errorOf(const QKeychain::Job *job)
{
    switch (job->error()) {
    case QKeychain::EntryNotFound: return { Error::Kind::NotFound, {}, job->errorString() };
    case QKeychain::AccessDeniedByUser: return { Error::Kind::Cancelled, {}, job->errorString() };
    default: return { Error::Kind::Io, QStringLiteral("keychain"), job->errorString() };
    }
}

} // namespace

SystemKeychain::SystemKeychain(QString service, QObject *parent) : Keychain(parent), m_service(std::move(service)) { }

void SystemKeychain::setState(KeychainState state)
{
    m_state = state;
    emit stateChanged();
}

void SystemKeychain::run(QKeychain::Job *job, const QString &file, std::function<void(QKeychain::Job *)> done)
{
    job->setParent(this); // so that nothing is called after the keychain is gone
    job->setInsecureFallback(false);
    job->setKey(file);
    connect(job, &QKeychain::Job::finished, this, [done = std::move(done)](QKeychain::Job *ended) { done(ended); });
    job->start();
}

void SystemKeychain::probe()
{
    run(new QKeychain::ReadPasswordJob(m_service), probeKey, [this](QKeychain::Job *job) {
        const bool answered = job->error() == QKeychain::EntryNotFound || job->error() == QKeychain::NoError;
        setState(answered ? KeychainState::Ready : KeychainState::Missing);
    });
}

void SystemKeychain::store(const QString &file, const RawKey &key, std::function<void(Status)> done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(recoveryText(key)); // with its checksum, so that a mangled entry is noticed
    run(job, file, [done = std::move(done)](QKeychain::Job *ended) {
        done(ended->error() == QKeychain::NoError ? Status(Ok {}) : Status(errorOf(ended)));
    });
}

void SystemKeychain::find(const QString &file, std::function<void(Result<RawKey>)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    run(job, file, [job, done = std::move(done)](QKeychain::Job *ended) {
        done(ended->error() == QKeychain::NoError ? parseRecoveryText(job->textData())
                                                  : Result<RawKey>(errorOf(ended)));
    });
}

void SystemKeychain::forget(const QString &file, std::function<void(Status)> done)
{
    run(new QKeychain::DeletePasswordJob(m_service), file, [done = std::move(done)](QKeychain::Job *ended) {
        const auto error = ended->error();
        const bool gone = error == QKeychain::NoError || error == QKeychain::EntryNotFound;
        done(gone ? Status(Ok {}) : Status(errorOf(ended)));
    });
}

} // namespace tb
