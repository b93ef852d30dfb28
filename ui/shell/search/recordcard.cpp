#include "ui/shell/search/recordcard.h"

#include "model/activity/labels.h"
#include "model/recordfacts.h"
#include "reports/words/terms.h"
#include "reports/words/values.h"
#include "ui/common/button.h"
#include "ui/common/textstyle.h"
#include "ui/shell/linkbutton.h"
#include "ui/shell/panel.h"

#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>

namespace tb {

namespace {

constexpr qsizetype mostLinks = 8; ///< of one relation; a policy may have a hundred

/// One relation of a record: the other subject and the keys there.
struct Linked
{
    QString table;
    QList<qint64> ids;
};

QList<Linked> linksOf(const Records &records, const QString &table, qint64 id)
{
    QList<Linked> all;
    for (const LinkList &link : linkLists) {
        const LinkMap &map = records.*link.map;
        if (table == QLatin1String(link.spec->leftTable))
            all.append({ QString(QLatin1String(link.spec->rightTable)), map.rightsOf(id) });
        else if (table == QLatin1String(link.spec->rightTable))
            all.append({ QString(QLatin1String(link.spec->leftTable)), map.leftsOf(id) });
    }
    all.removeIf([](const Linked &linked) { return linked.ids.isEmpty(); });
    return all;
}

QLabel *valueLabel(const QString &text)
{
    QLabel *label = makeLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

RecordCard::RecordCard(const Records &records, const QString &table, qint64 id, QWidget *parent)
    : QDialog(parent)
    , m_table(table)
    , m_id(id)
{
    setObjectName(QStringLiteral("recordCard"));
    setWindowTitle(words::subjectName(table));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *ground = new Panel(Panel::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    column->addWidget(makeHead(records));
    column->addWidget(makeFields(records));
    addLinks(records, *column);
    column->addStretch(1);
    scroll->setWidget(ground);
    layout->addWidget(scroll, 1);
    auto *footer = new Panel(Panel::Ground::Sunken);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 12, 24, 12);
    row->addStretch(1);
    auto *close = makeButton(tr("Close"), ButtonRole::Primary);
    close->setDefault(true);
    row->addWidget(close);
    layout->addWidget(footer);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    const int width = metrics::scaled(600);
    const int wanted = column->totalHeightForWidth(width) + row->sizeHint().height();
    resize(width, std::clamp(wanted, metrics::scaled(280), metrics::scaled(640)));
    close->setFocus();
}

QWidget *RecordCard::makeHead(const Records &records)
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeLabel(words::subjectName(m_table), TextStyle::SmallMedium, Ink::Text2));
    auto *title = makeLabel(recordLabel(records, m_table, m_id), TextStyle::RecordTitle);
    title->setObjectName(QStringLiteral("cardTitle"));
    title->setWordWrap(true);
    column->addWidget(title);
    return head;
}

QWidget *RecordCard::makeFields(const Records &records)
{
    auto *part = new QWidget;
    auto *form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const Labels none { QString() };
    const QList<RecordFact> facts = recordFacts(records, m_table, m_id);
    for (const RecordFact &fact : facts) {
        if (!words::isShown(*fact.field))
            continue;
        const qint64 key = fact.field->kind == FieldKind::Reference ? fact.value.toLongLong() : 0;
        const QString text = key == 0 && fact.field->kind != FieldKind::Reference
            ? words::valueText(*fact.field, fact.value, none)
            : QString();
        if (key == 0 && text.isEmpty())
            continue;
        auto *name = makeLabel(words::fieldName(m_table, fact.field->nameString()), TextStyle::Small, Ink::Text2);
        name->setMinimumWidth(metrics::scaled(120));
        form->addRow(name,
                     key != 0 ? linkTo(records, QString(QLatin1String(fact.field->target)), key) : valueLabel(text));
    }
    return part;
}

void RecordCard::addLinks(const Records &records, QVBoxLayout &column)
{
    const QList<Linked> all = linksOf(records, m_table, m_id);
    for (const Linked &linked : all) {
        auto *part = new QWidget;
        auto *lines = new QVBoxLayout(part);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(2);
        lines->addWidget(makeLabel(words::subjectPlural(linked.table), TextStyle::BodyStrong));
        for (const qint64 id : linked.ids.mid(0, mostLinks))
            lines->addWidget(linkTo(records, linked.table, id));
        if (const qsizetype more = linked.ids.size() - mostLinks; more > 0)
            lines->addWidget(makeLabel(tr("and %1 more").arg(more), TextStyle::Small, Ink::Text2));
        column.addWidget(part);
    }
}

QWidget *RecordCard::linkTo(const Records &records, const QString &table, qint64 id)
{
    const QString label = recordLabel(records, table, id);
    auto *link = new LinkButton(
        QFontMetrics(textFont(TextStyle::SmallMedium)).elidedText(label, Qt::ElideRight, metrics::scaled(400)));
    link->setToolTip(label);
    link->setProperty("tbRecord", QStringLiteral("%1/%2").arg(table).arg(id));
    connect(link, &QAbstractButton::clicked, this, [this, table, id] {
        accept();
        emit recordAsked(table, id);
    });
    return link;
}

} // namespace tb
