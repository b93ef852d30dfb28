#include "app/recentprojects.h"
#include "app/settings.h"
#include "app/settingsviewstate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tb;

namespace {

RecentProject project(const QString &path)
{
    RecentProject recent;
    recent.path = path;
    recent.file = QStringLiteral("54424e31");
    recent.openedAt = QDateTime(QDate(2026, 3, 12), QTime(14, 32));
    recent.names
        = RecentProject::Names { QStringLiteral("CANARY Ltd"), ReportType::TypeOne, QDate(2026, 4, 30), {}, {} };
    return recent;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void optionsHaveDefaultsAndSurvive()
    {
        {
            Settings settings(path());
            QCOMPARE(settings.value(options::textSize), 13);
            QCOMPARE(settings.value(options::appearance), QStringLiteral("system"));
            settings.set(options::textSize, 15);
            settings.setOfProject(QStringLiteral("54424e31"), QStringLiteral("actor"), QStringLiteral("42"));
        }
        Settings settings(path());
        QCOMPARE(settings.value(options::textSize), 15);
        QCOMPARE(settings.ofProject(QStringLiteral("54424e31"), QStringLiteral("actor")).toString(),
                 QStringLiteral("42"));
        QVERIFY(!settings.ofProject(QStringLiteral("other"), QStringLiteral("actor")).isValid());
    }
    void aDamagedFileGivesDefaults()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[view\ntext_size=\x01\x02 many\n\xff\xfe");
        file.close();
        Settings settings(path());
        QCOMPARE(settings.value(options::textSize), 13);
        QVERIFY(RecentProjects(settings).all().isEmpty());
    }
    void viewsKeepWidthsButNotWords()
    {
        const QVariantMap state { { QStringLiteral("sort"), QStringLiteral("due_on") },
                                  { QStringLiteral("widths"), QVariantList { 62, 100 } },
                                  { QStringLiteral("chip"), QStringLiteral("CANARY person") },
                                  { QStringLiteral("views"), QVariantMap { { QStringLiteral("CANARY view"), 1 } } } };
        {
            Settings settings(path());
            SettingsViewState views(settings);
            views.save(QStringLiteral("controls"), state);
            QCOMPARE(views.load(QStringLiteral("controls")), state); // while the project is open
            views.forgetContent();
            QVERIFY(!views.load(QStringLiteral("controls")).contains(QStringLiteral("chip")));
        }
        QVERIFY2(!text().contains("CANARY"), text().constData());
        Settings settings(path());
        QCOMPARE(SettingsViewState(settings).load(QStringLiteral("controls")).value(QStringLiteral("sort")).toString(),
                 QStringLiteral("due_on"));
    }
    void theListHoldsPlacesAndDatesOnly()
    {
        {
            Settings settings(path());
            RecentProjects recent(settings);
            recent.opened(project(QStringLiteral("/x/one.trustbench")));
            recent.opened(project(QStringLiteral("/x/two.trustbench")));
            recent.opened(project(QStringLiteral("/x/one.trustbench")));
            QCOMPARE(recent.all().size(), 2);
            QCOMPARE(recent.all().first().path, QStringLiteral("/x/one.trustbench"));
            QVERIFY(!recent.all().first().names);
        }
        QVERIFY2(!text().contains("CANARY"), text().constData());
    }
    void namesComeAndGoWithTheirOption()
    {
        Settings settings(path());
        RecentProjects recent(settings);
        settings.set(options::namesBeforeUnlocking, true);
        recent.opened(project(QStringLiteral("/x/one.trustbench")));
        QCOMPARE(recent.all().first(), project(QStringLiteral("/x/one.trustbench")));
        settings.set(options::namesBeforeUnlocking, false);
        recent.applyOptions();
        settings.sync();
        QVERIFY2(!text().contains("CANARY"), text().constData());
    }
    void switchedOffItIsEmptyAndStaysSo()
    {
        Settings settings(path());
        RecentProjects recent(settings);
        recent.opened(project(QStringLiteral("/x/one.trustbench")));
        settings.set(options::keepRecent, false);
        recent.applyOptions();
        QVERIFY(recent.all().isEmpty());
        recent.opened(project(QStringLiteral("/x/two.trustbench")));
        settings.sync();
        QVERIFY2(!text().contains("trustbench"), text().constData());
    }
    void movedFilesKeepTheirLine()
    {
        Settings settings(path());
        RecentProjects recent(settings);
        recent.opened(project(QStringLiteral("/x/one.trustbench")));
        recent.setInKeychain(QStringLiteral("/x/one.trustbench"), true);
        recent.relocate(QStringLiteral("/x/one.trustbench"), QStringLiteral("/y/one.trustbench"));
        QCOMPARE(recent.all().first().path, QStringLiteral("/y/one.trustbench"));
        QVERIFY(recent.all().first().inKeychain);
        recent.remove(QStringLiteral("/y/one.trustbench"));
        QVERIFY(recent.all().isEmpty());
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    QByteArray text() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
