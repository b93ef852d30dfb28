#include "ui/controls/detailsection.h"

#include "ui/common/button.h"
#include "ui/common/pill.h"
#include "ui/common/textstyle.h"

#include <QGridLayout>
#include <QLabel>

namespace tb {

namespace {

QString factsOf(const DetailSection::Line &line)
{
    QStringList facts;
    for (const auto &[name, text] : line.facts) {
        if (!text.trimmed().isEmpty())
            facts.append(DetailSection::tr("%1: %2", "name of a fact, fact").arg(name, text.trimmed()));
    }
    return facts.isEmpty() ? DetailSection::tr("Nothing more is noted.") : facts.join(QLatin1Char('\n'));
}

} // namespace

void DetailSection::setLines(const QList<Line> &lines, const QString &none)
{
    clearContent();
    for (const Line &line : lines)
        addContent(widgetOf(line));
    if (lines.isEmpty())
        addContent(makeLabel(none, TextStyle::Small, Ink::Text3));
}

QWidget *DetailSection::widgetOf(const Line &line)
{
    auto *widget = new QWidget;
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    QPushButton *open = makeButton(line.text, ButtonRole::Quiet);
    open->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    open->setStyleSheet(QStringLiteral("text-align: left"));
    open->setCheckable(true);
    open->setAutoDefault(true); // Enter opens it, as a click does
    open->setToolTip(line.text);
    open->setAccessibleName(tr("%1, %2", "record, status").arg(line.text, line.status.text));
    QLabel *facts = makeLabel(factsOf(line), TextStyle::Small, Ink::Text2);
    facts->setWordWrap(true);
    facts->setContentsMargins(8, 0, 8, 6);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    open->setChecked(m_open.contains(line.key));
    facts->setVisible(open->isChecked());
    grid->addWidget(open, 0, 0);
    grid->addWidget(new StatusLabel(line.status), 0, 1);
    grid->addWidget(facts, 1, 0, 1, 2);
    connect(open, &QPushButton::toggled, this, [this, facts, key = line.key](bool shown) {
        shown ? static_cast<void>(m_open.insert(key)) : static_cast<void>(m_open.remove(key));
        facts->setVisible(shown);
    });
    return widget;
}

} // namespace tb
