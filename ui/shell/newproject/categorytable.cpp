#include "ui/shell/newproject/categorytable.h"

#include "model/criteria/criterion.h"
#include "reports/words/terms.h"
#include "ui/common/iconlabel.h"
#include "ui/common/icons.h"
#include "ui/common/textstyle.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace tb {

namespace {

QString explanation(Category category)
{
    switch (category) {
    case Category::Security: return CategoryTable::tr("Protection against unauthorised use");
    case Category::Availability: return CategoryTable::tr("Service is up as agreed");
    case Category::Confidentiality: return CategoryTable::tr("Agreed handling of restricted information");
    case Category::ProcessingIntegrity: return CategoryTable::tr("Output is complete, correct and on time");
    case Category::Privacy: return CategoryTable::tr("Handling of personal information");
    }
    return {};
}

QWidget *alwaysIncluded()
{
    auto *always = new QWidget;
    auto *row = new QHBoxLayout(always);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    row->addStretch(1);
    row->addWidget(new IconLabel(icon(QStringLiteral("lock"), Ink::Text2), 12));
    row->addWidget(makeLabel(CategoryTable::tr("Always included"), TextStyle::Small, Ink::Text2));
    return always;
}

} // namespace

CategoryTable::CategoryTable(const Catalog &catalog, QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 1, 0, 1);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, metrics::scaled(162));
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < Words<Category>::all.size(); ++i) {
        const auto category = static_cast<Category>(i);
        const QString word = wordOf(category);
        const int row = static_cast<int>(i);
        auto *box = new QCheckBox(words::term(category));
        setTextStyle(box, TextStyle::BodyMedium);
        box->setObjectName(word);
        box->setChecked(category == Category::Security);
        if (category == Category::Security) { // looks as the others do, but stays ticked
            box->setAttribute(Qt::WA_TransparentForMouseEvents);
            box->setFocusPolicy(Qt::NoFocus);
            box->setAccessibleDescription(tr("Always included"));
            connect(box, &QCheckBox::toggled, box, [box] { box->setChecked(true); });
        }
        m_boxes.append(box);
        const auto count = std::count_if(catalog.criteria.cbegin(), catalog.criteria.cend(),
                                         [&](const CatalogCriterion &one) { return one.category == word; });
        grid->addWidget(box, row, 0);
        grid->addWidget(makeLabel(explanation(category), TextStyle::Small, Ink::Text2), row, 1);
        if (category == Category::Security)
            grid->addWidget(alwaysIncluded(), row, 2);
        auto *number = makeLabel(words::subjectCount(QStringLiteral("criterion"), count), TextStyle::Small, Ink::Text2);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        number->setMinimumWidth(metrics::scaled(72));
        grid->addWidget(number, row, 3);
        grid->setRowMinimumHeight(row, metrics::row() + 2);
        connect(box, &QCheckBox::toggled, this, &CategoryTable::changed);
    }
}

QStringList CategoryTable::categories() const
{
    QStringList chosen;
    for (const QCheckBox *box : m_boxes) {
        if (box->isChecked())
            chosen.append(box->objectName());
    }
    return chosen;
}

void CategoryTable::setCategories(const QStringList &categories)
{
    for (QCheckBox *box : std::as_const(m_boxes))
        box->setChecked(categories.contains(box->objectName()));
}

void CategoryTable::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), theme().line);
    const auto *grid = static_cast<QGridLayout *>(layout()); // made above
    for (int row = 0; row < m_boxes.size(); ++row)
        painter.fillRect(QRect(0, grid->cellRect(row, 0).bottom(), width(), 1), theme().line);
}

} // namespace tb
