#include "ui/activity/activityinspector.h"

#include "reports/words/terms.h"
#include "ui/activity/chainplace.h"
#include "ui/activity/fielddiff.h"
#include "ui/common/button.h"
#include "ui/common/cells.h"
#include "ui/common/flowlayout.h"
#include "ui/common/section.h"
#include "ui/common/textstyle.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tb {

namespace {

/// Whether the changes are about more than one record, so that each must say about which.
bool severalRecords(const QList<words::FieldChange> &changes)
{
    return std::any_of(changes.cbegin(), changes.cend(), [&](const words::FieldChange &change) {
        return change.table != changes.first().table || change.key != changes.first().key;
    });
}

QLabel *wrapped(const QString &text, TextStyle style, Ink ink)
{
    QLabel *label = makeLabel(text, style, ink);
    label->setWordWrap(true);
    return label;
}

} // namespace

ActivityInspector::ActivityInspector(QWidget *parent) : InspectorFrame(parent), m_page(makePage())
{
    addTab(tr("Entry"), m_page);
    showNothing();
}

QWidget *ActivityInspector::makePage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 8, 16, 10);
    head->setSpacing(2);
    m_who = wrapped({}, TextStyle::Body, Ink::Text2);
    m_when = makeLabel({}, TextStyle::Small, Ink::Text2);
    head->addWidget(m_who);
    head->addWidget(m_when);
    layout->addLayout(head);
    m_fields = new Section(tr("What changed"));
    layout->addWidget(m_fields);
    auto *place = new Section(tr("Place in the chain"));
    m_chain = new ChainPlace;
    place->addContent(m_chain);
    place->addContent(wrapped(tr("Each hash covers the entry and the hash before it, so a changed or removed entry "
                                 "shows up when the chain is verified."),
                              TextStyle::Small, Ink::Text2));
    layout->addWidget(place);
    layout->addWidget(makeActions());
    layout->addStretch();
    return page;
}

QWidget *ActivityInspector::makeActions()
{
    m_revert = makeButton(tr("Revert this change…"), ButtonRole::Standard, QStringLiteral("undo-2"));
    m_revert->setObjectName(QStringLiteral("revert"));
    m_undo = makeButton(tr("Undo to here"), ButtonRole::Standard, QStringLiteral("history"));
    m_undo->setObjectName(QStringLiteral("undoToHere"));
    m_go = makeButton({}, ButtonRole::Standard, QStringLiteral("arrow-right"));
    m_go->setObjectName(QStringLiteral("goToRecord"));
    connect(m_revert, &QPushButton::clicked, this, &ActivityInspector::revertAsked);
    connect(m_undo, &QPushButton::clicked, this, &ActivityInspector::undoAsked);
    connect(m_go, &QPushButton::clicked, this, [this] { emit recordAsked(m_goTable, m_goKey); });

    auto *actions = new Section(tr("Take back"));
    auto *row = new QWidget;
    auto *buttons = new FlowLayout(8, row); // in a narrow inspector one below the other
    buttons->addWidget(m_revert);
    buttons->addWidget(m_undo);
    actions->addContent(row);
    actions->addContent(
        wrapped(tr("Both add a new entry. Nothing is removed from the log."), TextStyle::Small, Ink::Text2));
    auto *goRow = new QWidget;
    auto *goLayout = new QHBoxLayout(goRow);
    goLayout->setContentsMargins(0, 0, 0, 0);
    goLayout->addWidget(m_go);
    goLayout->addStretch();
    actions->addContent(goRow);
    return actions;
}

void ActivityInspector::show(const Detail &detail)
{
    setHeading(tr("Entry %1").arg(words::number(detail.row.seq)), {}, detail.row.action);
    m_who->setText(detail.row.record.isEmpty() ? detail.row.actor
                                               : tr("%1 · %2").arg(detail.row.actor, detail.row.record));
    m_when->setText(QLocale().toString(detail.row.at, QStringLiteral("d MMM yyyy, HH:mm:ss")));
    showChanges(detail);
    showChain(detail);
    showActions(detail);
}

void ActivityInspector::showNothing()
{
    setNothing(tr("No entry selected"), tr("Select a row to see what it changed."));
    m_who->clear();
    m_when->clear();
    m_fields->clearContent();
    m_fields->hide();
    m_chain->setLinks({});
    m_go->hide();
}

void ActivityInspector::showChanges(const Detail &detail)
{
    m_fields->clearContent();
    const bool several = severalRecords(detail.changes);
    for (const words::FieldChange &change : detail.changes) {
        const QString field
            = several && !change.record.isEmpty() ? tr("%1 · %2").arg(change.record, change.field) : change.field;
        auto *diff = new FieldDiff(field, change.before, change.after);
        diff->setDivided(&change != &detail.changes.last());
        m_fields->addContent(diff);
    }
    if (!detail.problem.isEmpty())
        m_fields->addContent(wrapped(detail.problem, TextStyle::Body, Ink::Bad));
    else if (detail.changes.isEmpty())
        m_fields->addContent(
            wrapped(tr("Nothing that a person typed; see the sentence above."), TextStyle::Small, Ink::Text2));
    const qint64 more = detail.changeCount - detail.changes.size();
    if (more > 0)
        m_fields->addContent(wrapped(more == 1 ? tr("1 more field changed in this entry.")
                                               : tr("%1 more fields changed in this entry.").arg(words::number(more)),
                                     TextStyle::Small, Ink::Text2));
    m_fields->setRemark(detail.changeCount > 1 ? tr("%1 fields").arg(words::number(detail.changeCount)) : QString());
    m_fields->show();
}

void ActivityInspector::showChain(const Detail &detail)
{
    QList<ChainPlace::Link> links { { tr("This entry, %1").arg(words::number(detail.row.seq)),
                                      groupedHash(detail.row.hash) } };
    for (const ActivityRow &row : detail.before)
        links.append({ tr("Entry %1, %2").arg(words::number(row.seq), row.actor), groupedHash(row.hash) });
    m_chain->setLinks(links);
    m_chain->setToolTip(QString::fromLatin1(detail.row.hash.toHex()));
}

void ActivityInspector::showActions(const Detail &detail)
{
    m_revert->setEnabled(detail.cannotRevert.isEmpty());
    m_revert->setToolTip(detail.cannotRevert.isEmpty() ? tr("Takes back this entry alone") : detail.cannotRevert);
    m_undo->setEnabled(detail.cannotUndo.isEmpty());
    m_undo->setToolTip(!detail.cannotUndo.isEmpty() ? detail.cannotUndo
                           : detail.undoCount == 1  ? tr("Takes back this entry, the last one that can be undone")
                           : detail.undoCount == 2
                           ? tr("Takes back this entry and the undoable one after it, as one change")
                           : tr("Takes back this entry and the %1 undoable ones after it, as one change")
                                 .arg(words::number(detail.undoCount - 1)));
    m_goTable = detail.goTable;
    m_goKey = detail.goKey;
    m_go->setText(tr("Go to %1").arg(detail.goName));
    m_go->setVisible(!detail.goTable.isEmpty());
}

} // namespace tb
