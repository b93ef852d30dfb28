#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace tb {

/// What a run of the program came to.
struct Run
{
    int code = -1;
    QString out;
    QString err;

    QJsonObject object() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
};

/// The built program with a folder to work in, and one project there whose raw key spares the derivation of keys.
class Program
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    /// The words of a command line, split at spaces outside of 'quotes'.
    static QStringList arguments(QString line)
    {
        return QProcess::splitCommand(line.replace(QLatin1Char('\''), QLatin1Char('"')));
    }
    /// Runs a command line in the folder; @p environment adds NAME=VALUE.
    Run run(const QString &line, const QStringList &environment = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setEnvironment(QProcess::systemEnvironment() + environment);
        process.start(QStringLiteral(TB_CLI), arguments(line));
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                 QString::fromUtf8(process.readAllStandardError()) };
    }
    /// Makes "main.trustbench", Type II from April to September 2026, with the lean controls.
    Run makeProject() const
    {
        write(QStringLiteral("pass"), "correct horse battery staple\n");
        return run(QStringLiteral("new main.trustbench --organisation Fernbrook --service Insight --from 2026-04-01 "
                                  "--to 2026-09-30 --categories availability --controls lean --passphrase-file pass "
                                  "--write-recovery-key key --actor Ana"));
    }
    /// A command on @p project: its name first, what follows after the project.
    Run on(const QString &project, const QString &line, const QStringList &environment = {}) const
    {
        const QString command = line.section(QLatin1Char(' '), 0, 0);
        return run(command + QLatin1Char(' ') + project + QLatin1Char(' ') + line.mid(command.size())
                       + QStringLiteral(" --recovery-key-file key"),
                   environment);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace tb
