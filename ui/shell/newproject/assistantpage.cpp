#include "ui/shell/newproject/assistantpage.h"

#include "ui/common/glyphicon.h"
#include "ui/common/iconlabel.h"
#include "ui/common/textstyle.h"
#include "ui/shell/passphrasefield.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tb {

AssistantPage::AssistantPage(const QString &title, const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_content(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 16);
    layout->setSpacing(0);
    layout->addWidget(makeLabel(title, TextStyle::PageTitle));
    auto *text = makeLabel(explanation, TextStyle::Body, Ink::Text2);
    text->setWordWrap(true);
    layout->addWidget(text);
    layout->addSpacing(16);
    m_content->setSpacing(0);
    layout->addLayout(m_content, 1);
}

LabelledField::LabelledField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_row(new QWidget)
    , m_problem(makeLabel({}, TextStyle::Small, Ink::Bad))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    auto *caption = makeLabel(label, TextStyle::Small, Ink::Text2);
    caption->setBuddy(field);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new IconLabel(glyphIcon({ Glyph::Octagon, Tone::Bad, {} }), 13), 0, Qt::AlignTop);
    m_problem->setWordWrap(true);
    row->addWidget(m_problem, 1);
    layout->addWidget(caption);
    layout->addWidget(field);
    layout->addWidget(m_row);
    m_row->hide();
}

void LabelledField::setProblem(const QString &problem)
{
    setFieldWrong(m_field, !problem.isEmpty());
    m_problem->setText(problem);
    m_row->setVisible(!problem.isEmpty());
}

} // namespace tb
