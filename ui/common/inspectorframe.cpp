#include "ui/common/inspectorframe.h"

#include "ui/common/button.h"
#include "ui/common/emptystate.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formfield.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/pill.h"
#include "ui/common/textstyle.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace tb {

namespace {
constexpr int tabMargin = 17; ///< the line at the left and the margin before the first tab
constexpr int tabGap = 16; ///< behind each tab, see the style sheet
const char *const tightProperty = "tbTight"; ///< the style sheet halves the gaps
} // namespace

InspectorFrame::InspectorFrame(QWidget *parent)
    : QWidget(parent)
    , m_id(makeLabel({}, TextStyle::BodyStrong, Ink::Text, this))
    , m_pill(new Pill(this))
    , m_badge(new Pill(this))
    , m_previous(
          makeIconButton(QStringLiteral("chevron-up"), tr("Previous record"), QKeySequence(Qt::ALT | Qt::Key_Up)))
    , m_next(makeIconButton(QStringLiteral("chevron-down"), tr("Next record"), QKeySequence(Qt::ALT | Qt::Key_Down)))
    , m_close(makeIconButton(QStringLiteral("x"), tr("Close inspector"), QKeySequence(Qt::Key_F9)))
    , m_note(new QWidget(this))
    , m_noteText(makeLabel({}, TextStyle::Small, Ink::Text2, m_note))
    , m_title(makeLabel({}, TextStyle::RecordTitle, Ink::Text, this))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_nothing(new EmptyState(this))
{
    m_id->setMinimumHeight(metrics::control()); // its line and the arrows' have one middle
    auto *noteRow = new QHBoxLayout(m_note);
    noteRow->setContentsMargins(16, 4, 16, 4);
    noteRow->addWidget(new IconLabel(icon(QStringLiteral("info")), 14, m_note));
    noteRow->addWidget(m_noteText, 1);
    m_noteText->setWordWrap(true);
    m_note->hide();
    m_title->setWordWrap(true);
    m_title->setContentsMargins(16, 12, 16, 4);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAutoHide(true); // a single page needs no tab
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(16, 0, 0, 0);
    tabRow->addWidget(m_tabs, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_note);
    layout->addWidget(m_title);
    layout->addLayout(tabRow);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_nothing, 1);
    m_nothing->hide();
    setMinimumWidth(280);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &InspectorFrame::tabChanged);
}

QWidget *InspectorFrame::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    auto *marks = new FlowLayout(8); // in a narrow inspector the second mark goes below the first
    for (QWidget *mark : std::initializer_list<QWidget *> { m_id, m_pill, m_badge })
        marks->addWidget(mark);
    m_badge->setObjectName(QStringLiteral("badge"));
    m_badge->hide();
    row->addLayout(marks, 1);
    for (QToolButton *button : { m_previous, m_next, m_close })
        row->addWidget(button, 0, Qt::AlignTop);
    connect(m_previous, &QToolButton::clicked, this, &InspectorFrame::previousAsked);
    connect(m_next, &QToolButton::clicked, this, &InspectorFrame::nextAsked);
    connect(m_close, &QToolButton::clicked, this, &InspectorFrame::closeAsked);
    const auto key = [this](Qt::Key code, QToolButton *button) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | code), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, &QToolButton::click);
    };
    key(Qt::Key_Up, m_previous);
    key(Qt::Key_Down, m_next);
    return head;
}

namespace {

/// A scroll area that gives its content the height that wrapped text takes at the present width; QScrollArea itself
/// knows only of the minimum, and the lines would be cut.
class PageScroll final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        fit();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool handled = QScrollArea::eventFilter(watched, event);
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            fit();
        return handled;
    }

private:
    void fit()
    {
        QWidget *content = widget();
        if (content && content->layout() && content->layout()->hasHeightForWidth())
            content->setMinimumHeight(content->layout()->totalHeightForWidth(viewport()->width()));
    }
};

} // namespace

int InspectorFrame::addTab(const QString &title, QWidget *content)
{
    auto *scroll = new PageScroll(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
    m_tabTitles << title;
    m_tabCounts << QString();
    const int tab = m_tabs->addTab(title);
    fitTabs();
    return tab;
}

void InspectorFrame::setTabCount(int tab, const QString &count)
{
    if (tab < 0 || tab >= m_tabTitles.size() || m_tabCounts.at(tab) == count)
        return;
    m_tabCounts[tab] = count;
    fitTabs();
}

QStringList InspectorFrame::tabTexts(bool counted) const
{
    QStringList texts = m_tabTitles;
    for (qsizetype i = 0; counted && i < texts.size(); ++i) {
        if (!m_tabCounts.at(i).isEmpty())
            texts[i] += QStringLiteral("  ") + m_tabCounts.at(i);
    }
    return texts;
}

/// In a narrow inspector first the counts go, then half of the gaps: a tab behind an arrow is not found.
void InspectorFrame::fitTabs()
{
    const QFontMetrics metrics(m_tabs->font());
    const auto fits = [&](const QStringList &texts, int gap) {
        int wanted = 0;
        for (const QString &text : texts)
            wanted += metrics.size(Qt::TextShowMnemonic, text).width() + gap;
        return wanted <= width() - tabMargin;
    };
    const QStringList full = tabTexts(true);
    const bool counted = fits(full, tabGap);
    const QStringList texts = counted ? full : tabTexts(false);
    const bool tight = !fits(texts, tabGap);
    if (m_tabs->property(tightProperty).toBool() != tight) {
        m_tabs->setProperty(tightProperty, tight);
        m_tabs->style()->unpolish(m_tabs);
        m_tabs->style()->polish(m_tabs);
        QEvent changed(QEvent::StyleChange); // measures the tabs again
        QCoreApplication::sendEvent(m_tabs, &changed);
    }
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->tabText(tab) != texts.at(tab))
            m_tabs->setTabText(tab, texts.at(tab));
        m_tabs->setTabToolTip(tab, counted || m_tabCounts.at(tab).isEmpty() ? QString() : full.at(tab));
    }
}

void InspectorFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTabs();
}

void InspectorFrame::enter()
{
    show();
    if (!m_nothing->isHidden())
        return;
    QWidget *page = m_pages->currentWidget();
    for (QWidget *inner = page ? page->nextInFocusChain() : nullptr; inner && inner != page;
         inner = inner->nextInFocusChain()) {
        if (page->isAncestorOf(inner) && inner->isVisibleTo(page) && inner->isEnabled()
            && (inner->focusPolicy() & Qt::TabFocus) != 0)
            return inner->setFocus(Qt::TabFocusReason);
    }
    m_tabs->setFocus(Qt::TabFocusReason);
}

int InspectorFrame::currentTab() const
{
    return m_tabs->currentIndex();
}

void InspectorFrame::setCurrentTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void InspectorFrame::setHeading(const QString &id, const StatusLook &look, const QString &title)
{
    m_id->setText(id);
    m_id->setVisible(!id.isEmpty());
    m_pill->setLook(look);
    m_title->setText(title);
    setAccessibleName(QStringList { id, title }.join(u' ').trimmed());
    setRecordShown(true);
}

void InspectorFrame::setNothing(const QString &title, const QString &sentence)
{
    setHeading({}, {}, title);
    setBadge({}, {});
    m_nothing->setContent(QStringLiteral("panel-right"), title, sentence);
    setRecordShown(false);
}

void InspectorFrame::setRecordShown(bool shown)
{
    m_title->setVisible(shown);
    m_tabs->setVisible(shown && m_tabs->count() > 1);
    m_pages->setVisible(shown);
    m_nothing->setVisible(!shown);
}

void InspectorFrame::setBadge(const StatusLook &look, const QString &meaning)
{
    m_badge->setLook(look);
    m_badge->setToolTip(meaning);
    m_badge->setAccessibleDescription(meaning);
}

QString InspectorFrame::title() const
{
    return m_title->text();
}

void InspectorFrame::setNote(const QString &sentence)
{
    m_noteText->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

void InspectorFrame::setNavigation(bool hasPrevious, bool hasNext)
{
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(hasNext);
}

void InspectorFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    painter.fillRect(0, 0, 1, height(), theme().line);
    if (m_note->isVisible())
        painter.fillRect(m_note->geometry(), theme().sunken);
    if (m_tabs->count() > 1 && m_nothing->isHidden())
        painter.fillRect(0, m_pages->y() - 1, width(), 1, theme().line);
}

QString InspectorFrame::refusal() const
{
    const QList<FormField *> fields = findChildren<FormField *>();
    for (const FormField *field : fields) {
        if (!field->problem().isEmpty())
            return field->problem();
    }
    return {};
}

bool InspectorFrame::hasUnsaved() const
{
    const QList<FormField *> fields = findChildren<FormField *>();
    return std::any_of(fields.begin(), fields.end(), [](const FormField *field) { return field->isDirty(); });
}

} // namespace tb
