#include "ui/shell/glossary/glossarydialog.h"

#include "ui/common/button.h"
#include "ui/common/filterline.h"
#include "ui/common/glossary.h"
#include "ui/common/textstyle.h"
#include "ui/common/viewstate.h"
#include "ui/shell/glossary/termdelegate.h"
#include "ui/shell/glossary/termview.h"
#include "ui/shell/panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>

namespace tb {
namespace {

const QString stateName = QStringLiteral("glossary");
const QString widthKey = QStringLiteral("width");
const QString heightKey = QStringLiteral("height");
constexpr int largest = 4000; ///< pixels; settings may be edited by hand

} // namespace

GlossaryDialog::GlossaryDialog(const Glossary &glossary, ViewState &state, QWidget *parent)
    : QDialog(parent)
    , m_glossary(glossary)
    , m_state(state)
    , m_search(new FilterLine(QStringLiteral("search"), tr("Search terms"), {}))
    , m_list(new QListWidget)
    , m_count(makeLabel({}, TextStyle::Small, Ink::Text2))
    , m_view(new TermView(glossary))
    , m_back(makeButton(tr("Back"), ButtonRole::Standard, QStringLiteral("arrow-left")))
{
    setObjectName(QStringLiteral("glossaryDialog"));
    setWindowTitle(tr("Glossary"));
    auto *ground = new Panel(Panel::Ground::Surface);
    auto *columns = new QHBoxLayout(ground);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(makeList());
    columns->addWidget(m_view, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(ground, 1);
    layout->addWidget(makeFooter());
    connect(m_search, &QLineEdit::textChanged, this, &GlossaryDialog::fill);
    connect(m_search, &FilterLine::leftByDown, m_list, [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(m_list, &QListWidget::currentRowChanged, this, &GlossaryDialog::showCurrent);
    connect(m_view, &TermView::termAsked, this, &GlossaryDialog::follow);
    fill();
    restoreSize();
    m_search->setFocus();
}

QWidget *GlossaryDialog::makeList()
{
    m_search->setObjectName(QStringLiteral("glossarySearch"));
    m_list->setObjectName(QStringLiteral("glossaryList"));
    m_list->setAccessibleName(tr("Terms"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new TermDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *part = new QWidget;
    part->setFixedWidth(metrics::scaled(280));
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(12);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(16, 0, 8, 0);
    field->addWidget(m_search);
    column->addLayout(field);
    column->addWidget(m_list, 1);
    return part;
}

QWidget *GlossaryDialog::makeFooter()
{
    auto *footer = new Panel(Panel::Ground::Sunken);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_count, 1);
    auto *close = makeButton(tr("Close"), ButtonRole::Primary);
    m_back->setObjectName(QStringLiteral("glossaryBack"));
    m_back->setShortcut(QKeySequence(tr("Alt+Left")));
    m_back->setToolTip(tr("To the term before (%1)").arg(m_back->shortcut().toString(QKeySequence::NativeText)));
    m_back->setEnabled(false);
    for (QPushButton *button : { m_back, close }) {
        button->setAutoDefault(false); // Enter belongs to the search, the list and the links
        row->addWidget(button);
    }
    connect(m_back, &QPushButton::clicked, this, &GlossaryDialog::goBack);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return footer;
}

void GlossaryDialog::restoreSize()
{
    const QVariantMap kept = m_state.load(stateName);
    const auto side = [&kept](const QString &key, int fallback) {
        const int pixels = kept.value(key).toInt();
        return pixels > 0 ? std::min(pixels, largest) : metrics::scaled(fallback);
    };
    setMinimumSize(metrics::scaled(560), metrics::scaled(320));
    resize(side(widthKey, 760), side(heightKey, 520));
}

void GlossaryDialog::hideEvent(QHideEvent *event)
{
    m_state.save(stateName, { { widthKey, width() }, { heightKey, height() } });
    QDialog::hideEvent(event);
}

void GlossaryDialog::fill()
{
    const QList<const CatalogTerm *> found = m_glossary.search(m_search->text());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const CatalogTerm *term : found) {
            auto *item = new QListWidgetItem(Glossary::heading(*term), m_list);
            item->setData(Qt::UserRole, term->key);
            item->setData(Qt::AccessibleDescriptionRole, term->definition);
        }
        m_list->setCurrentRow(0);
    }
    m_count->setText(m_search->text().isEmpty()
                         ? tr("%1 terms").arg(found.size())
                         : tr("%1 of %2 terms").arg(found.size()).arg(m_glossary.terms().size()));
    showCurrent();
}

void GlossaryDialog::select(const QString &key)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == key)
            m_list->setCurrentRow(row);
    }
    m_list->scrollToItem(m_list->currentItem(), QAbstractItemView::PositionAtCenter);
}

void GlossaryDialog::showTerm(const QString &key)
{
    if (!m_glossary.term(key))
        return;
    select(key);
    if (term() == key)
        return;
    m_search->clear();
    select(key);
}

QString GlossaryDialog::term() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void GlossaryDialog::showCurrent()
{
    if (const CatalogTerm *shown = m_glossary.term(term()))
        m_view->show(*shown);
    else
        m_view->showNothing(m_search->text());
    QWidget *before = m_list;
    for (QWidget *link : m_view->links()) { // new ones would come after Close
        setTabOrder(before, link);
        before = link;
    }
}

void GlossaryDialog::follow(const QString &key)
{
    m_trail.append(term());
    m_back->setEnabled(true);
    m_list->setFocus(Qt::OtherFocusReason); // the link goes with its term
    showTerm(key);
}

void GlossaryDialog::goBack()
{
    if (m_trail.isEmpty())
        return;
    const QString key = m_trail.takeLast();
    m_list->setFocus(Qt::OtherFocusReason); // a button that switches itself off would lose it
    m_back->setEnabled(!m_trail.isEmpty());
    showTerm(key);
}

} // namespace tb
