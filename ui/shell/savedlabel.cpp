#include "ui/shell/savedlabel.h"

#include "ui/common/paint/controls.h"
#include "ui/common/paint/drawing.h"
#include "ui/common/textstyle.h"

#include <QLocale>
#include <QPainter>

namespace tb {

SavedLabel::SavedLabel(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("saved"));
    setFocusPolicy(Qt::NoFocus);
    setTextStyle(this, TextStyle::Small);
}

void SavedLabel::show(State state, const QString &text)
{
    m_state = state;
    setText(text);
    setAccessibleName(text);
    setEnabled(state == State::Failed);
    setFocusPolicy(state == State::Failed ? Qt::TabFocus : Qt::NoFocus);
    updateGeometry();
    update();
}

void SavedLabel::showSaved(QTime at)
{
    show(State::Saved, tr("Saved %1").arg(QLocale().toString(at, QStringLiteral("HH:mm"))));
}

void SavedLabel::showSaving()
{
    show(State::Saving, tr("Saving…"));
}

void SavedLabel::showFailed(const QString &reason)
{
    show(State::Failed, tr("Not saved: %1").arg(reason));
}

void SavedLabel::showReadOnly()
{
    show(State::ReadOnly, tr("Read-only"));
}

QSize SavedLabel::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(text()) + metrics::scaled(22), metrics::control() };
}

void SavedLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const int side = metrics::scaled(14);
    const QRect mark(0, (height() - side) / 2, side, side);
    const bool failed = m_state == State::Failed;
    if (failed)
        drawGlyph(painter, QRect(0, 0, side, height()), Glyph::Octagon, Tone::Bad, theme().surface);
    else if (m_state == State::Saved)
        paintIcon(painter, mark, QStringLiteral("check"), Ink::Ok);
    else
        paintIcon(painter, mark, m_state == State::ReadOnly ? QStringLiteral("lock") : QStringLiteral("save"),
                  Ink::Text2);
    drawText(painter, rect().adjusted(side + 6, 0, 0, 0), text(), font(), theme().ink(failed ? Ink::Bad : Ink::Text2));
}

} // namespace tb
