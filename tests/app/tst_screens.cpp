#include <QDir>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

/// `trustbench --screens` is what people look at before a release: every state is in it, and nothing is blank.
class TestScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        QProcessEnvironment around = QProcessEnvironment::systemEnvironment();
        for (const char *place :
             { "HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR" }) {
            const QString own = m_place.filePath(QLatin1String(place));
            QVERIFY(QDir().mkpath(own));
            QVERIFY(QFile::setPermissions(own, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
            around.insert(QLatin1String(place), own);
        }
        program.setProcessEnvironment(around);
        program.start(QStringLiteral(TB_PROGRAM), { QStringLiteral("--screens"), m_folder.path() });
        QVERIFY2(program.waitForFinished(1'400'000), "the program does not end");
        QVERIFY2(program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0,
                 program.readAll().constData());
    }
    void everyScreenIsThereInLightAndDark()
    {
        QStringList expected;
        for (const QString &name : names()) {
            for (const char *look : { "light", "dark" })
                expected.append(QStringLiteral("%1-%2.png").arg(name, QLatin1String(look)));
        }
        expected.sort();
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files, QDir::Name), expected);
    }
    void noneIsBlankAndDarkIsDark_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : names())
            QTest::newRow(qPrintable(name)) << name;
    }
    void noneIsBlankAndDarkIsDark()
    {
        QFETCH(QString, name);
        const Looks light = looksOf(name + QStringLiteral("-light.png"));
        const Looks dark = looksOf(name + QStringLiteral("-dark.png"));
        QVERIFY2(light.colours > 60, qPrintable(QString::number(light.colours))); // text alone has its shades of grey
        QVERIFY2(dark.colours > 60, qPrintable(QString::number(dark.colours)));
        QVERIFY2(light.lightness > dark.lightness + 60,
                 qPrintable(QStringLiteral("%1 %2").arg(light.lightness).arg(dark.lightness)));
    }
    void noTwoShowTheSame()
    {
        QHash<QByteArray, QString> seen;
        for (const QString &name : names()) {
            QFile file(m_folder.filePath(name + QStringLiteral("-light.png")));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!seen.contains(bytes), qPrintable(name + QStringLiteral(" = ") + seen.value(bytes)));
            seen.insert(bytes, name);
        }
    }

private:
    struct Looks
    {
        qsizetype colours = 0;
        int lightness = 0; ///< 0 to 255, of the whole picture
    };
    Looks looksOf(const QString &file) const
    {
        const QImage image(m_folder.filePath(file));
        if (image.isNull() || image.width() < 1000 || image.height() < 600)
            return {};
        QSet<QRgb> colours;
        qint64 sum = 0;
        qint64 count = 0;
        for (int y = 0; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2) {
                const QRgb pixel = image.pixel(x, y);
                colours.insert(pixel);
                sum += qGray(pixel);
                ++count;
            }
        }
        return { colours.size(), static_cast<int>(sum / count) };
    }
    static QStringList names()
    {
        return QStringLiteral(
                   "bulk-bar bulk-toast dialog-confirm dialog-dates dialog-decision dialog-not-applicable dialog-pick "
                   "dialog-relation dialog-value drop-in-progress glossary menu menu-export "
                   "new-project-1-engagement new-project-2-content new-project-3-protection "
                   "new-project-3-protection-done new-project-4-summary new-project-fault notice "
                   "pane-activity pane-activity-minimum pane-controls pane-controls-empty "
                   "pane-controls-minimum pane-evidence pane-evidence-empty pane-evidence-minimum "
                   "pane-no-match passphrase passphrase-suggested people problem-strip record-card search "
                   "search-commands settings shortcuts start-empty start-locked start-recovery-key "
                   "start-wrong-passphrase status-editor")
            .split(QLatin1Char(' '));
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_place;
};

QTEST_GUILESS_MAIN(TestScreens)
#include "tst_screens.moc"
