#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "reports/paint/fonts.h"

#include <QGuiApplication>

#include <cstdio>

namespace {

/// The command line needs no display: text in PDFs and pictures is drawn by Qt's offscreen platform.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (!tb::cli::needsFonts(arguments))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    tb::paint::loadFonts();
    return application;
}

/// Standard error belongs to the sentence of a command: Qt's remarks about the session are not for whoever reads it.
void onlyWhatIsWrong(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(onlyWhatIsWrong);
    const auto application = makeApplication(argc, argv);
    application->setApplicationName(QStringLiteral("trustbench-cli"));
    application->setApplicationVersion(QStringLiteral(TB_VERSION));
    QTextStream out(stdout);
    QTextStream err(stderr);
    const int code = tb::cli::runProgram(application->arguments().mid(1), out, err);
    out.flush();
    if (out.status() == QTextStream::Ok)
        return code;
    err << tb::cli::Say::tr("What was to be shown could not be written.") << Qt::endl;
    return tb::cli::InputOutput;
}
