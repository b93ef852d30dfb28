#include "app/application.h"
#include "app/englishplurals.h"
#include "app/screens.h"
#include "app/systemkeychain.h"
#include "ui/common/dialogprompts.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char *argv[])
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("trustbench"));
    QApplication::setApplicationDisplayName(QStringLiteral("Trustbench"));
    QApplication::setApplicationVersion(QStringLiteral(TB_VERSION));
    tb::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    QApplication::setQuitOnLastWindowClosed(false); // the application says when: jobs end first

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Prepares SOC 2 examinations, offline."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), QCoreApplication::translate("main", "Project file to open."),
                                 QStringLiteral("[file]"));
    const QCommandLineOption screensOption(
        QStringLiteral("screens"),
        QCoreApplication::translate("main", "Render every screen to PNG files in <folder> and end."),
        QStringLiteral("folder"));
    parser.addOption(screensOption);
    const QCommandLineOption dayOption(
        QStringLiteral("at"),
        QCoreApplication::translate("main", "Show readiness at <date> (YYYY-MM-DD) instead of today."),
        QStringLiteral("date"));
    parser.addOption(dayOption);
    parser.process(app);
    if (parser.isSet(screensOption)) {
        tb::Screens screens(parser.value(screensOption));
        QObject::connect(
            &screens, &tb::Screens::finished, &app, [](bool fine) { QCoreApplication::exit(fine ? 0 : 6); },
            Qt::QueuedConnection);
        screens.start();
        return QApplication::exec();
    }

    tb::ApplicationParts parts;
    parts.settingsPath = tb::Settings::standardPath();
    parts.keychain = std::make_unique<tb::SystemKeychain>();
    parts.prompts = std::make_unique<tb::DialogPrompts>();
    const QDate given = QDate::fromString(parser.value(dayOption), Qt::ISODate);
    parts.today = [given] { return given.isValid() ? given : QDate::currentDate(); };
    tb::Application program(std::move(parts));
    QObject::connect(&program, &tb::Application::quitReady, &app, &QCoreApplication::quit);
    program.start(parser.positionalArguments().value(0));
    return QApplication::exec();
}
