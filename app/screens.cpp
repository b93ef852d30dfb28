#include "app/screens.h"

#include "app/memorykeychain.h"
#include "app/sample.h"
#include "ui/common/appearance.h"
#include "ui/common/dialogprompts.h"
#include "ui/common/theme.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>

namespace tb {

namespace {

constexpr int pollInterval = 40; ///< milliseconds
constexpr int settle = 120; ///< milliseconds: layouts and delayed repaints
constexpr int longestWait = 300'000; ///< milliseconds for one step, under sanitizers too
constexpr QSize fullSize(1440, 900);

} // namespace

Screens::Screens(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder))
{
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &Screens::poll);
}

Screens::~Screens() = default;

void Screens::start()
{
    if (!QDir().mkpath(m_folder) || !m_place.isValid())
        return fail(QStringLiteral("cannot write to %1").arg(m_folder));
    ApplicationParts parts;
    parts.settingsPath = m_place.filePath(QStringLiteral("settings.ini"));
    parts.keychain = std::make_unique<MemoryKeychain>();
    parts.prompts = std::make_unique<DialogPrompts>();
    parts.today = [] { return sample::today(); };
    parts.actor = QStringLiteral("Maren Okafor"); // of the sample project
    m_program = std::make_unique<Application>(std::move(parts));
    Preferences look = m_program->preferences();
    look.mode = Appearance::Mode::Light;
    look.idleLockMinutes = 0;
    m_program->apply(look);
    m_program->window().resize(fullSize);
    m_program->start();
    m_project = m_place.filePath(QStringLiteral("northquill-2026.trustbench"));
    plan();
    m_poll.start();
    next();
}

void Screens::add(const QString &name, std::function<void()> prepare, std::function<bool()> ready)
{
    m_steps.append({ name, std::move(prepare), std::move(ready) });
}

/// The dialog in front, if one is open.
QDialog *Screens::dialogInFront() const
{
    if (auto *modal = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
        return modal;
    const QList<QDialog *> dialogs = m_program->window().findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void Screens::next()
{
    m_waited = 0;
    if (m_steps.isEmpty())
        return;
    const std::function<void()> prepare = m_steps.first().prepare; // a step that fails drops them all
    prepare();
}

void Screens::poll()
{
    if (m_steps.isEmpty()) {
        m_poll.stop();
        emit finished(true);
        return;
    }
    m_waited += pollInterval;
    const Step &step = m_steps.first();
    if (m_waited > longestWait)
        return fail(QStringLiteral("waited too long for %1").arg(step.name));
    if (m_waited < settle || (step.ready && !step.ready()))
        return;
    if (!step.name.isEmpty())
        shoot(step.name);
    m_steps.removeFirst();
    next();
}

void Screens::shoot(const QString &name)
{
    MainWindow &window = m_program->window();
    QPixmap picture = window.grab();
    if (QDialog *dialog = dialogInFront()) {
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 90));
        const QPixmap front = dialog->grab();
        painter.drawPixmap((picture.width() - front.width()) / 2, (picture.height() - front.height()) / 2, front);
    }
    if (QWidget *list = QApplication::activePopupWidget()) {
        QPainter painter(&picture);
        painter.drawPixmap(window.mapFromGlobal(list->pos()), list->grab());
    }
    const QString file
        = QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_dark ? QStringLiteral("dark") : QStringLiteral("light"));
    if (!picture.save(file))
        fail(QStringLiteral("cannot write %1").arg(file));
}

void Screens::fail(const QString &why)
{
    m_poll.stop();
    m_steps.clear();
    qCritical("screens: %s", qPrintable(why));
    emit finished(false);
}

} // namespace tb
