#include "app/cli/commands.h"

#include "app/cli/assessing.h"
#include "app/cli/checking.h"
#include "app/cli/controlwork.h"
#include "app/cli/evidencefiles.h"
#include "app/cli/evidencework.h"
#include "app/cli/history.h"
#include "app/cli/library.h"
#include "app/cli/making.h"
#include "app/cli/opening.h"
#include "app/cli/policytexts.h"
#include "app/cli/programme.h"
#include "app/cli/records.h"
#include "app/cli/searching.h"
#include "app/cli/summary.h"
#include "app/cli/words.h"
#include "reports/words/errors.h"

#include <array>

namespace tb::cli {

namespace {

constexpr int anyNumber = 100'000;

#define TEXT(text) QT_TRANSLATE_NOOP("CommandLine", text)

constexpr std::array all {
    Command { "new", "PROJECT", 1, 1, TEXT("Make a project with the criteria and starting controls of the library."),
              addNewOptions, runNew },
    Command { "demo", "PROJECT", 1, 1, TEXT("Make the demo engagement of a fictional company."), addDemoOptions,
              runDemo, true },
    Command { "list", "PROJECT SUBJECTS", 2, 2, TEXT("List the records of a subject, e.g. controls."), addListOptions,
              runList },
    Command { "show", "PROJECT SUBJECT ID", 3, 3, TEXT("Show one record with what it is linked to."), addShowOptions,
              runShow },
    Command { "attach", "PROJECT FILE...", 2, anyNumber, TEXT("Bring files and folders in as evidence."),
              addAttachOptions, runAttach },
    Command { "extract", "PROJECT ID DIR | --all DIR", 2, 3, TEXT("Write evidence files to a folder."),
              addExtractOptions, runExtract },
    Command { "set", "PROJECT SUBJECT ID FIELD=VALUE...", 4, anyNumber, TEXT("Set fields of one record as one change."),
              nullptr, runSet },
    Command { "search", "PROJECT QUERY...", 2, anyNumber,
              TEXT("Search records and the text of evidence for words, or a \"phrase\" in quotation marks."),
              addSearchOptions, runSearch },
    Command { "index", "PROJECT", 1, 1, TEXT("Read the text of evidence that is new, for search."), nullptr, runIndex },
    Command { "add", "PROJECT SUBJECT FIELD=VALUE...", 3, anyNumber, TEXT("Add a record; its id is written."), nullptr,
              runAdd },
    Command { "remove", "PROJECT SUBJECT ID...", 3, anyNumber, TEXT("Remove records as one change."), nullptr,
              runRemove },
    Command { "link", "PROJECT SUBJECT ID OTHER-SUBJECT ID...", 5, anyNumber, TEXT("Link a record to others."),
              addLinkOptions, runLink },
    Command { "library", "[KIND [KEY...]]", 0, anyNumber,
              TEXT("Show what the library holds, e.g. controls or findings; without a project."), addLibraryOptions,
              runLibrary, false, false },
    Command { "move", "PROJECT SUBJECT ID", 3, 3, TEXT("Put a record of an ordered subject elsewhere in its order."),
              addMoveOptions, runMove },
    Command { "adopt", "PROJECT CODE...", 2, anyNumber, TEXT("Add controls of the library with their tests and links."),
              nullptr, runAdopt },
    Command { "revise", "PROJECT CONTROL FIELD=VALUE...", 3, anyNumber,
              TEXT("Change what a control says from a day on; until then it said what it said."), addReviseOptions,
              runRevise },
    Command { "signoff", "PROJECT CONTROL...", 2, anyNumber, TEXT("Sign controls off as they now read."),
              addSignOffOptions, runSignOff },
    Command { "version", "PROJECT POLICY", 2, 2,
              TEXT("Write the next version of a policy, or the text of its open draft; its id is written."),
              addVersionOptions, runVersion },
    Command { "review", "PROJECT POLICY", 2, 2, TEXT("Take the open draft of a policy to review."), addReviewOptions,
              runReview },
    Command { "approve", "PROJECT POLICY", 2, 2,
              TEXT("Approve the latest version of a policy; its text never changes again."), addApproveOptions,
              runApprove },
    Command { "acknowledge", "PROJECT POLICY PERSON...", 3, anyNumber,
              TEXT("Record that people read the text of a policy that is in force."), addAcknowledgeOptions,
              runAcknowledge },
    Command { "relate", "PROJECT EVIDENCE follows|replaces|redacts OTHER", 4, 4,
              TEXT("Say that evidence is the next occurrence, the replacement or a redacted copy of other evidence."),
              addRelateOptions, runRelate },
    Command { "erase", "PROJECT EVIDENCE...", 2, anyNumber,
              TEXT("Remove the content of evidence for good; its record and hash stay."), nullptr, runErase },
    Command { "answer", "PROJECT ASSESSMENT QUESTION VALUE", 4, 4, TEXT("Answer a question of an assessment."),
              addAnswerOptions, runAnswer },
    Command { "complete", "PROJECT ASSESSMENT", 2, 2, TEXT("Decide an assessment of a vendor, when all is answered."),
              addCompleteOptions, runComplete },
    Command { "log", "PROJECT", 1, 1, TEXT("Show the activity log."), addLogOptions, runLog },
    Command { "undo", "PROJECT", 1, 1, TEXT("Take back the last change."), nullptr, runUndo },
    Command { "readiness", "PROJECT", 1, 1, TEXT("Say how much of the criteria and controls is ready."),
              addReadinessOptions, runReadiness },
    Command { "lint", "PROJECT", 1, 1, TEXT("Name what an auditor would bounce or ask about."), addLintOptions,
              runLint },
    Command { "sample", "PROJECT POPULATION", 2, 2, TEXT("Draw a sample from a population."), addSampleOptions,
              runSample },
    Command { "results", "PROJECT POPULATION POSITION=RESULTS...", 3, anyNumber,
              TEXT("Note what tests of sampled items showed: a letter per attribute, p, d, n or -."), nullptr,
              runResults },
    Command { "export", "PROJECT", 1, 1, TEXT("Write the workbook, the readiness report, or both."), addExportOptions,
              runExport, true },
    Command { "verify", "PROJECT", 1, 1, TEXT("Check the file, its evidence and its log."), addVerifyOptions,
              runVerify },
    Command { "upgrade", "PROJECT", 1, 1, TEXT("Bring a project of an earlier Trustbench up to date, keeping a copy."),
              nullptr, runUpgrade },
    Command { "passphrase", "PROJECT", 1, 1, TEXT("Give the project a new passphrase and recovery key."),
              addPassphraseOptions, runPassphrase },
    Command { "copy", "PROJECT OUT", 2, 2, TEXT("Save a copy, under a new passphrase if one is given."), addCopyOptions,
              runCopy },
    Command { "fixture", "PROJECT", 1, 1, TEXT("Make a large project for measuring; the same arguments make the same."),
              addFixtureOptions, runFixture },
};

#undef TEXT

void addUsage(QCommandLineParser &options, const Command &command)
{
    options.setApplicationDescription(Say::tr(command.purpose));
    options.addPositionalArgument(QLatin1String(command.name), {},
                                  QLatin1String(command.name) + QLatin1Char(' ') + QLatin1String(command.arguments));
    options.addOption(
        { { QStringLiteral("h"), QStringLiteral("help") }, Say::tr("Say what the command does and takes.") });
    if (command.opensProject)
        addCommonOptions(options);
    if (command.addOptions)
        command.addOptions(options);
}

/// Usage line, purpose and options.
QString helpOf(const Command &command)
{
    QCommandLineParser options;
    addUsage(options, command);
    return options.helpText();
}

QString overview()
{
    QString text = Say::tr("trustbench-cli COMMAND PROJECT [options]") + QStringLiteral("\n\n");
    for (const Command &command : all)
        text += QStringLiteral("  %1%2\n").arg(QLatin1String(command.name), -12).arg(Say::tr(command.purpose));
    return text + QLatin1Char('\n')
        + Say::tr("The passphrase comes from --passphrase-file FILE or -, or the raw key from --recovery-key-file FILE "
                  "or -, never from an argument.\n"
                  "Exit codes: 0 fine, 1 found something wrong or nothing to undo, 2 wrong usage or an unknown id, "
                  "3 wrong passphrase or too damaged to open, 4 not a project or of a later version, 5 in use, "
                  "6 a file is missing or cannot be read or written.\n"
                  "trustbench-cli COMMAND --help explains a command.\n");
}

/// Wrong counts of arguments and missing secrets, before anything is opened.
std::optional<ExitCode> misuse(const Command &command, const Call &call)
{
    if (call.arguments.size() < command.fewest || call.arguments.size() > command.most) {
        return call.misused(Say::tr("Usage: trustbench-cli %1 %2. See trustbench-cli %1 --help.")
                                .arg(QLatin1String(command.name), QLatin1String(command.arguments)));
    }
    if (!command.opensProject)
        return {};
    const bool passphrase = call.has("passphrase-file");
    if (passphrase == call.has("recovery-key-file")) {
        return call.misused(passphrase ? Say::tr("Give --passphrase-file or --recovery-key-file, not both.")
                                       : Say::tr("Give --passphrase-file FILE or --recovery-key-file FILE; - reads the "
                                                 "standard input. A passphrase is never an argument."));
    }
    if (call.has("new-passphrase-file") && call.value("new-passphrase-file") == QLatin1String("-")
        && (call.value("passphrase-file") == QLatin1String("-")
            || call.value("recovery-key-file") == QLatin1String("-")))
        return call.misused(Say::tr("Only one secret can come from the standard input."));
    return {};
}

ExitCode runCommand(const Command &command, const QCommandLineParser &options, QTextStream &out, QTextStream &err)
{
    TerminalJob job;
    const Call call { options, options.positionalArguments().mid(1), out, err, job };
    if (const auto wrong = misuse(command, call))
        return *wrong;
    const Result<ExitCode> done = command.run(call);
    if (done)
        return done.value();
    call.complain(words::sentence(done.error()));
    return exitCodeOf(done.error());
}

} // namespace

std::span<const Command> commands()
{
    return all;
}

const Command *findCommand(const QString &name)
{
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [&](const Command &command) { return name == QLatin1String(command.name); });
    return found == all.cend() ? nullptr : &*found;
}

bool needsFonts(const QStringList &arguments)
{
    const Command *command = findCommand(arguments.value(0));
    return command && command->drawsText;
}

int runProgram(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const QString first = arguments.value(0);
    if (first == QLatin1String("--version")) {
        out << QStringLiteral("trustbench-cli " TB_VERSION) << Qt::endl;
        return Fine;
    }
    const Command *command = findCommand(first);
    if (!command) {
        const bool asked = first == QLatin1String("--help") || first == QLatin1String("-h");
        if (!asked && !first.isEmpty())
            err << Say::tr("There is no command “%1”.").arg(first) << Qt::endl;
        (asked ? out : err) << overview();
        return asked ? Fine : Usage;
    }
    QCommandLineParser options;
    addUsage(options, *command);
    const bool parsed = options.parse(QStringList(QStringLiteral("trustbench-cli")) + arguments);
    if (options.isSet(QStringLiteral("help"))) {
        out << helpOf(*command);
        return Fine;
    }
    if (!parsed) {
        err << options.errorText() << Qt::endl;
        return Usage;
    }
    return runCommand(*command, options, out, err);
}

} // namespace tb::cli
