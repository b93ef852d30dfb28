#include "ui/shell/newproject/contentpage.h"

#include "reports/words/terms.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/textstyle.h"
#include "ui/shell/newproject/choicecard.h"

#include <QBoxLayout>
#include <QLabel>

namespace tb {

namespace {

QString titleOf(StartingSet set)
{
    switch (set) {
    case StartingSet::None: return ContentPage::tr("Empty matrix");
    case StartingSet::Lean: return ContentPage::tr("Lean");
    case StartingSet::Standard: return ContentPage::tr("Standard");
    case StartingSet::Full: return ContentPage::tr("Full");
    }
    return {};
}

} // namespace

ContentPage::ContentPage(const Catalog &catalog, QWidget *parent)
    : AssistantPage(
        tr("Starting content"),
        tr("Controls from the built-in library, mapped to the criteria in scope. Each can be changed or removed."),
        parent)
    , m_catalog(catalog)
{
    content()->addWidget(makeLabel(tr("Control library"), TextStyle::Small, Ink::Text2));
    content()->addSpacing(5);
    auto *cards = new QWidget;
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (std::size_t i = 0; i < Words<StartingSet>::all.size(); ++i) {
        auto *card = new ChoiceCard(titleOf(static_cast<StartingSet>(i)), {});
        card->setObjectName(wordOf(static_cast<StartingSet>(i)));
        m_cards.append(card);
    }
    for (const StartingSet set : { StartingSet::Standard, StartingSet::Lean, StartingSet::Full, StartingSet::None })
        column->addWidget(m_cards.at(static_cast<qsizetype>(set)));
    m_cards.at(static_cast<qsizetype>(StartingSet::Standard))->setChecked(true);
    content()->addWidget(cards);
    content()->addSpacing(12);
    auto *note = new QHBoxLayout;
    note->setSpacing(6);
    note->addWidget(new IconLabel(icon(QStringLiteral("info"), Ink::Info), 14), 0, Qt::AlignTop);
    auto *text
        = makeLabel(tr("All criteria of the categories chosen come with the project in every case."), TextStyle::Small);
    text->setWordWrap(true);
    note->addWidget(text, 1);
    content()->addLayout(note);
    content()->addStretch(1);
    setCategories({});
}

int ContentPage::countOf(StartingSet set) const
{
    if (set == StartingSet::None)
        return 0;
    return static_cast<int>(startingControls(m_catalog, wordOf(set), m_categories).size());
}

QString ContentPage::explanation(StartingSet set, int count)
{
    const QString controls = words::subjectCount(QStringLiteral("control"), count);
    switch (set) {
    case StartingSet::None: return tr("No controls. Write your own, or bring them from a workbook later.");
    case StartingSet::Lean:
        return tr("%1: the fewest that answer every criterion. For a small team with one product.").arg(controls);
    case StartingSet::Standard: return tr("%1: what most examinations of software services expect.").arg(controls);
    case StartingSet::Full:
        return tr("%1: everything in the library, for regulated or larger organisations.").arg(controls);
    }
    return {};
}

void ContentPage::setCategories(const QStringList &categories)
{
    m_categories = categories;
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const auto set = static_cast<StartingSet>(i);
        m_cards.at(i)->setExplanation(explanation(set, countOf(set)));
    }
}

StartingSet ContentPage::startingSet() const
{
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        if (m_cards.at(i)->isChecked())
            return static_cast<StartingSet>(i);
    }
    return StartingSet::Standard;
}

int ContentPage::controlCount() const
{
    return countOf(startingSet());
}

QString ContentPage::hint() const
{
    return tr("Controls from the library");
}

QString ContentPage::summary() const
{
    return words::subjectCount(QStringLiteral("control"), controlCount());
}

} // namespace tb
