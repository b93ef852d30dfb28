#include "ui/shell/newproject/summarypage.h"

#include "reports/words/terms.h"
#include "ui/common/button.h"
#include "ui/common/textstyle.h"
#include "ui/shell/start/projectwords.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

namespace tb {

namespace {

/// A file name out of an organisation's: letters and digits of any script, the rest as one dash.
QString fileNameFor(const Engagement &engagement)
{
    static const QRegularExpression other(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString name = engagement.organisation.toLower().replace(other, QStringLiteral("-")).left(60);
    const QDate end = engagement.reportType == ReportType::TypeOne ? engagement.asOf : engagement.to;
    if (end.isValid())
        name += QStringLiteral("-%1").arg(end.year());
    static const QRegularExpression edges(QStringLiteral("^-+|-+$"));
    name.remove(edges);
    return (name.isEmpty() ? QStringLiteral("project") : name) + QStringLiteral(".trustbench");
}

} // namespace

SummaryPage::SummaryPage(QWidget *parent)
    : AssistantPage(tr("Summary"), tr("Check, then create the project file."), parent)
    , m_path(new QLineEdit)
    , m_field(new LabelledField(tr("Project &file"), m_path))
    , m_facts(new QFormLayout)
{
    m_path->setObjectName(QStringLiteral("projectPath"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    auto *choose = makeButton(tr("Choose…"), ButtonRole::Standard, QStringLiteral("folder-open"));
    row->addWidget(choose, 0, Qt::AlignBottom);
    content()->addLayout(row);
    content()->addSpacing(20);
    m_facts->setHorizontalSpacing(24);
    m_facts->setVerticalSpacing(8);
    content()->addLayout(m_facts);
    content()->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &SummaryPage::chooseAsked);
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        m_chosen = true;
        m_field->setProblem({});
    });
}

void SummaryPage::setPlan(const NewProjectPlan &plan, int criteria, int controls, const QString &folder)
{
    const Engagement &engagement = plan.project.engagement;
    if (!m_chosen)
        m_path->setText(QDir::toNativeSeparators(QDir(folder).filePath(fileNameFor(engagement))));
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    QStringList categories;
    for (const QString &category : engagement.categories)
        categories.append(words::term(category));
    const QString period = projectwords::period(engagement.reportType, engagement.asOf, engagement.from, engagement.to);
    const QList<std::pair<QString, QString>> lines {
        { tr("Organisation"), engagement.organisation },
        { tr("System or service"), engagement.service },
        { tr("Report"), projectwords::reportType(engagement.reportType) },
        { tr("Period"), period.isEmpty() ? tr("Not set") : period },
        { tr("Categories"), words::list(categories) },
        { tr("Criteria"), tr("%1 in scope").arg(words::subjectCount(QStringLiteral("criterion"), criteria)) },
        { tr("Controls"),
          controls > 0 ? tr("%1 from the library").arg(words::subjectCount(QStringLiteral("control"), controls))
                       : tr("None to start with") },
        { tr("Keychain"), plan.remember ? tr("The key is remembered for this user") : tr("Not used") },
        { tr("Locking"),
          plan.idleLockMinutes > 0 ? tr("After %n idle minutes", nullptr, plan.idleLockMinutes)
                                   : tr("Only when asked or when the screen locks") },
    };
    for (const auto &[title, text] : lines) {
        auto *value = makeLabel(text, TextStyle::Body);
        value->setWordWrap(true);
        auto *caption = makeLabel(title, TextStyle::Small, Ink::Text2);
        caption->setMinimumWidth(metrics::scaled(104));
        m_facts->addRow(caption, value);
    }
}

QString SummaryPage::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

void SummaryPage::setPath(const QString &path)
{
    m_chosen = true;
    m_path->setText(QDir::toNativeSeparators(path));
    m_field->setProblem({});
}

QString SummaryPage::hint() const
{
    return tr("Check and create");
}

bool SummaryPage::check()
{
    const QFileInfo file(path());
    const QString problem = path().isEmpty() || file.isDir() ? tr("Give the file a name.")
        : !file.absoluteDir().exists()                       ? tr("That folder does not exist.")
        : file.exists() ? tr("There is a file of that name already. Choose another name.")
        : !QFileInfo(file.absolutePath()).isWritable()
        ? tr("Nothing can be written to that folder. Choose another one.")
        : QString();
    m_field->setProblem(problem);
    if (!problem.isEmpty())
        m_path->setFocus(Qt::OtherFocusReason);
    return problem.isEmpty();
}

} // namespace tb
