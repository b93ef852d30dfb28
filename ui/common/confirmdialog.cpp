#include "ui/common/confirmdialog.h"

#include "ui/common/button.h"
#include "ui/common/focusring.h"
#include "ui/common/glyphicon.h"
#include "ui/common/iconlabel.h"
#include "ui/common/textstyle.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace tb {

ConfirmDialog::ConfirmDialog(const Prompts::Question &question, const QString &details, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(question.title);
    setWindowModality(Qt::WindowModal);
    QPalette ground = palette();
    ground.setColor(QPalette::Window, theme().surface);
    setPalette(ground);
    auto *title = makeLabel(question.title, TextStyle::RecordTitle, Ink::Text, this);
    auto *text = makeLabel(question.text, TextStyle::Body, Ink::Text2, this);
    title->setWordWrap(true);
    text->setWordWrap(true);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(4);
    const StatusLook look { question.dangerous ? Glyph::Octagon : Glyph::Triangle,
                            question.dangerous ? Tone::Bad : Tone::Warn,
                            {} };
    layout->addWidget(new IconLabel(glyphIcon(look), 18, this), 0, 0, Qt::AlignTop);
    layout->addWidget(title, 0, 1);
    layout->addWidget(text, 1, 1);
    if (!details.isEmpty()) {
        auto *codes = makeLabel(details, TextStyle::Mono, Ink::Text2, this);
        codes->setWordWrap(true);
        codes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(codes, 2, 1);
    }
    layout->addWidget(makeButtons(question), 3, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    setMinimumWidth(metrics::scaled(420));
    setProperty(FocusRing::alwaysProperty, true); // what Enter will do is seen before any key is pressed
}

QWidget *ConfirmDialog::makeButtons(const Prompts::Question &question)
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 12, 0, 0);
    row->setSpacing(8);
    row->addStretch();
    auto *act = makeFooterButton(question.action, question.dangerous ? ButtonRole::Danger : ButtonRole::Primary, bar);
    act->setObjectName(QStringLiteral("confirmAction"));
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    if (question.keep.isEmpty()) {
        act->setDefault(true);
    } else {
        auto *keep = makeFooterButton(question.keep, ButtonRole::Standard, bar);
        keep->setObjectName(QStringLiteral("confirmKeep"));
        keep->setDefault(true);
        keep->setFocus(Qt::TabFocusReason);
        row->addWidget(keep);
        connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    }
    row->addWidget(act);
    return bar;
}

} // namespace tb
