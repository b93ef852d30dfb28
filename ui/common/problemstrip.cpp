#include "ui/common/problemstrip.h"

#include "ui/common/button.h"
#include "ui/common/glyphicon.h"
#include "ui/common/iconlabel.h"
#include "ui/common/metrics.h"
#include "ui/common/textstyle.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace tb {
namespace {

constexpr int narrowStrip = 480; ///< pixels at text size 13

/// The octagon on the strip's own tint.
QIcon octagon()
{
    return glyphIcon({ Glyph::Octagon, Tone::Bad, {} });
}

} // namespace

ProblemStrip::ProblemStrip(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_below(new QHBoxLayout)
    , m_sentence(makeLabel({}, TextStyle::Body, Ink::Text, this))
    , m_details(makeLabel({}, TextStyle::Mono, Ink::Text2, this))
    , m_action(makeButton({}, ButtonRole::Standard, {}, this))
    , m_showDetails(makeButton(tr("Details"), ButtonRole::Quiet, {}, this))
{
    m_sentence->setWordWrap(true);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_showDetails->setCheckable(true);
    auto *close = makeIconButton(QStringLiteral("x"), tr("Dismiss"), {}, this);
    m_row->setSpacing(8);
    m_row->addWidget(new IconLabel(octagon(), 14, this));
    m_row->addWidget(m_sentence, 1);
    for (QWidget *button :
         { static_cast<QWidget *>(m_showDetails), static_cast<QWidget *>(m_action), static_cast<QWidget *>(close) })
        m_row->addWidget(button);
    m_below->setContentsMargins(22, 0, 0, 0);
    m_below->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->addLayout(m_row);
    layout->addLayout(m_below);
    layout->addWidget(m_details);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
    connect(m_action, &QPushButton::clicked, this, &ProblemStrip::actionClicked);
    connect(m_showDetails, &QPushButton::toggled, this, [this](bool on) {
        m_details->setVisible(on);
        fit();
    });
    connect(close, &QToolButton::clicked, this, [this] {
        clear();
        emit dismissed();
    });
}

void ProblemStrip::setProblem(const QString &sentence, const QString &action, const QString &details)
{
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_details->setText(details);
    m_showDetails->setChecked(false);
    m_showDetails->setVisible(!details.isEmpty());
    m_details->hide();
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    fit();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ProblemStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// Gives the sentence its lines: in a narrow strip the buttons stand below it.
void ProblemStrip::fit()
{
    const bool narrow = width() < metrics::scaled(narrowStrip);
    for (QWidget *button : { static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_showDetails) }) {
        m_row->removeWidget(button);
        m_below->removeWidget(button);
        (narrow ? m_below : m_row)->insertWidget(narrow ? 0 : 2, button);
    }
    layout()->activate();
    setMinimumHeight(std::max(0, layout()->heightForWidth(width())));
}

void ProblemStrip::clear()
{
    setProblem({});
}

QString ProblemStrip::sentence() const
{
    return m_sentence->text();
}

void ProblemStrip::paintEvent(QPaintEvent *)
{
    const Theme::Shades &bad = theme().tone(Tone::Bad);
    QPainter painter(this);
    painter.fillRect(rect(), bad.tint);
    painter.fillRect(0, 0, 3, height(), bad.bar);
}

} // namespace tb
