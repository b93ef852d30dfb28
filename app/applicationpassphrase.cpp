// How the application changes the passphrase of the open project: the project is closed, its file written anew under
// the new key, and opened again. Whatever happens on the way, the file is the old one or the new one, whole.
#include "app/application.h"
#include "model/job.h"
#include "model/project.h"
#include "reports/words/errors.h"
#include "ui/common/prompts.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/passphrase/passphrasedialog.h"
#include "ui/shell/start/startscreen.h"
#include "ui/shell/start/unlockpanel.h"

#include <QFileInfo>

namespace tb {

namespace {

/// Whether @p typed is the recovery key or, with the key file, the passphrase of a file with @p key and @p salt. On a
/// job's thread.
Result<bool> opens(QString typed, const QByteArray &keyFileHash, const RawKey &key, const QByteArray &salt,
                   const KeyCost &cost)
{
    const Result<RawKey> recovery = parseRecoveryText(typed);
    const Result<RawKey> given = recovery ? recovery : deriveKey(typed, keyFileHash, salt, cost);
    wipe(typed);
    return given ? Result<bool>(given.value() == key) : given.error();
}

} // namespace

void Application::showPassphrase()
{
    if (!m_project || m_passphrase || m_project->storage().isReadOnly())
        return;
    const QString path = m_project->storage().path();
    const PassphraseSetup setup { QFileInfo(path).fileName(),
                                  *m_parts.prompts,
                                  m_pool,
                                  preferences().offerKeychain ? m_parts.keychain->state() : KeychainState::Missing,
                                  recentOf(path).inKeychain,
                                  m_parts.cost,
                                  m_keyFileHash };
    m_passphrase = new PassphraseDialog(setup, m_window.get());
    m_passphrase->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_passphrase, &PassphraseDialog::changeAsked, this, &Application::checkPassphrase);
    connect(m_passphrase, &PassphraseDialog::printAsked, this, &Application::printRecoveryKey);
    m_passphrase->open();
}

void Application::checkPassphrase(const PassphraseChange &change)
{
    const auto *storage = dynamic_cast<const FileStorage *>(&m_project->storage());
    if (!storage)
        return;
    m_passphrase->showWorking(tr("Checking the present passphrase…"));
    Job::start<bool>(
        m_pool, m_passphrase,
        [typed = change.current, keyFile = m_keyFileHash, key = storage->file().key(), salt = storage->file().salt(),
         cost = m_parts.cost](JobControl &) { return opens(typed, keyFile, key, salt, cost); },
        [this, change](const Result<bool> &right) {
            if (!right)
                m_passphrase->showProblem(words::sentence(right.error()), right.error().detail);
            else if (!right.value())
                m_passphrase->showWrongCurrent();
            else
                confirmPassphrase(change);
        });
}

void Application::confirmPassphrase(const PassphraseChange &change)
{
    m_passphrase->showProblem({}); // the fields again, should the person keep the old one
    const Prompts::Question question {
        tr("Change the passphrase of %1?").arg(QFileInfo(m_project->storage().path()).fileName()),
        tr("The old passphrase and the printed recovery sheet will not open it any more. Make sure that the new "
           "recovery key is stored."),
        tr("Change passphrase"), tr("Keep the old one"), true
    };
    m_parts.prompts->confirm(m_passphrase, question, [this, change](bool agreed) {
        if (agreed && m_project)
            changePassphrase(change);
    });
}

void Application::changePassphrase(const PassphraseChange &change)
{
    const auto *storage = dynamic_cast<const FileStorage *>(&m_project->storage());
    if (!storage)
        return;
    Unlock old;
    old.rawKey = storage->file().key();
    const QString path = storage->path();
    const QString identity = m_file;
    m_passphrase->showProgress(tr("Writing the project under the new passphrase…"));
    closeProject([this, change, old, path, identity] {
        Job *job = Job::start<Rekeyed>(
            m_pool, this,
            [change, old, path](JobControl &control) -> Result<Rekeyed> {
                auto file = ProjectFile::open(path, old, ProjectFile::Access::ReadWrite, projectFormat());
                if (!file)
                    return file.error();
                Unlock next;
                next.rawKey = change.key;
                next.salt = change.salt;
                const Status done = file.value()->changePassphrase(next, control);
                return Rekeyed { std::move(file).value(), done };
            },
            [this, change, old, path, identity](Result<Rekeyed> done) {
                if (done && done.value().status)
                    moveIdentity(identity, path, *done.value().file);
                rekeyed(change, old, path, std::move(done));
            });
        if (m_passphrase) {
            connect(job, &Job::progressed, m_passphrase, &PassphraseDialog::setProgress);
            connect(m_passphrase, &PassphraseDialog::cancelAsked, job, &Job::cancel);
        }
    });
}

/// Opens the project again, whatever became of the change, and says it.
void Application::rekeyed(const PassphraseChange &change, const Unlock &old, const QString &path, Result<Rekeyed> done)
{
    const Status changed = done ? done.value().status : Status(done.error());
    const Status open = done ? takeFile(std::move(done.value().file), changed && change.remember) : changed;
    if (!open) { // nothing was written, or what was written cannot be read: the lock says which
        Attempt again;
        again.path = path;
        again.unlock.rawKey = changed ? change.key : old.rawKey;
        again.unlock.keyFileHash = m_keyFileHash;
        again.with = Attempt::With::RecoveryKey;
        choose(path);
        unlock(again);
    }
    if (!changed)
        return keptOld(changed.error());
    if (m_passphrase)
        m_passphrase->done(QDialog::Accepted);
    if (m_window->workspace())
        m_window->workspace()->say(tr("The passphrase was changed. Destroy the old recovery sheet."));
}

/// What is kept about the file goes by its identity, which is new with its key.
void Application::moveIdentity(const QString &old, const QString &path, const ProjectFile &file)
{
    if (recentOf(path).inKeychain)
        m_parts.keychain->forget(old, [](const Status &) {}); // a key that opens nothing any more
    m_settings.renameProject(old, QString::fromLatin1(file.salt().toHex()));
}

void Application::keptOld(const Error &error)
{
    if (!m_passphrase)
        return;
    const bool cancelled = error.kind == Error::Kind::Cancelled;
    m_passphrase->showProblem(cancelled ? tr("Cancelled. The old passphrase and recovery key still open the file; the "
                                             "new ones do not.")
                                        : words::sentence(error),
                              error.detail);
}

} // namespace tb
