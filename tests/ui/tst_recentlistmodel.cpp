#include "ui/shell/start/recentlistmodel.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace tb;

namespace {

const QDate today(2026, 3, 12);

RecentProject project(const QString &path, std::optional<RecentProject::Names> names = {})
{
    RecentProject recent;
    recent.path = path;
    recent.openedAt = QDateTime(today, QTime(14, 32));
    recent.names = names;
    return recent;
}

} // namespace

class TestRecentListModel : public QObject
{
    Q_OBJECT

private slots:
    void showsFileNameAndFolderOnlyUnlessNamesAreThere()
    {
        RecentListModel model;
        const RecentProject::Names names {
            QStringLiteral("Northquill"), ReportType::TypeTwo, {}, QDate(2025, 7, 1), QDate(2026, 6, 30)
        };
        model.setProjects(
            { project(QStringLiteral("/x/a.trustbench")), project(QStringLiteral("/x/b.trustbench"), names) }, today);
        QCOMPARE(model.index(0).data(RecentListModel::TitleRole).toString(), QStringLiteral("a"));
        QVERIFY(model.index(0).data(RecentListModel::DetailRole).toString().isEmpty());
        QCOMPARE(model.index(1).data(RecentListModel::TitleRole).toString(), QStringLiteral("Northquill"));
        QVERIFY(model.index(1).data(RecentListModel::DetailRole).toString().contains(QStringLiteral("Type II")));
    }
    void knowsWhichFilesAreGone()
    {
        QTemporaryDir folder;
        QFile there(folder.filePath(QStringLiteral("there.trustbench")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        RecentListModel model;
        model.setProjects({ project(there.fileName()), project(folder.filePath(QStringLiteral("gone.trustbench"))) },
                          today);
        QVERIFY(!model.index(0).data(RecentListModel::MissingRole).toBool());
        QVERIFY(model.index(1).data(RecentListModel::MissingRole).toBool());
    }
    void filterMatchesNameAndPlace()
    {
        RecentListModel model;
        model.setProjects(
            { project(QStringLiteral("/x/alpha.trustbench")), project(QStringLiteral("/y/beta.trustbench")) }, today);
        model.setFilter(QStringLiteral("ALPHA"));
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(QStringLiteral("/y/"));
        QCOMPARE(model.index(0).data(RecentListModel::TitleRole).toString(), QStringLiteral("beta"));
        model.setFilter({});
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.indexOf(QStringLiteral("/y/beta.trustbench")).isValid());
    }
    void keepsTheModelContract()
    {
        RecentListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProjects({ project(QStringLiteral("/x/a")), project(QStringLiteral("/x/b")) }, today);
        QVERIFY(!model.index(model.rowCount(), 0).isValid());
        model.setProjects({}, today);
        QVERIFY(!model.index(model.rowCount(), 0).isValid());
    }
};

QTEST_MAIN(TestRecentListModel)
#include "tst_recentlistmodel.moc"
