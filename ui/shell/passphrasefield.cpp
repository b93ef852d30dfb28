#include "ui/shell/passphrasefield.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/metrics.h"

#include <QKeyEvent>
#include <QToolButton>

namespace tb {

PassphraseField::PassphraseField(QWidget *parent)
    : QLineEdit(parent)
    , m_eye(makeIconButton(QStringLiteral("eye"), tr("Show passphrase"), {}, this))
{
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_eye->setCursor(Qt::ArrowCursor);
    connect(m_eye, &QToolButton::clicked, this, [this] { setShown(!isShown()); });
    setShown(false);
}

void PassphraseField::setShown(bool shown)
{
    setEchoMode(shown ? Normal : Password);
    const QString name = shown ? tr("Hide passphrase") : tr("Show passphrase");
    m_eye->setIcon(icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye"), Ink::Text2));
    m_eye->setAccessibleName(name);
    m_eye->setToolTip(name);
}

void PassphraseField::setWrong(bool wrong)
{
    setFieldWrong(this, wrong);
    if (wrong)
        selectAll();
}

QString PassphraseField::take()
{
    const QString typed = text();
    clear();
    return typed;
}

void PassphraseField::keyPressEvent(QKeyEvent *event)
{
    hearCapsLock(*event);
    QLineEdit::keyPressEvent(event);
}

void PassphraseField::hearCapsLock(const QKeyEvent &event)
{
    // Qt tells no lock states, but a letter whose case does not follow Shift gives Caps Lock away.
    bool on = m_capsLock;
    const QString typed = event.text();
    if (event.key() == Qt::Key_CapsLock)
        on = false; // unknown until the next letter, so say nothing
    else if (typed.size() == 1 && typed.at(0).isLetter() && typed.at(0).toLower() != typed.at(0).toUpper())
        on = typed.at(0).isUpper() != event.modifiers().testFlag(Qt::ShiftModifier);
    if (on == m_capsLock)
        return;
    m_capsLock = on;
    emit capsLockChanged(on);
}

void PassphraseField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = qMin(height() - 4, metrics::control());
    m_eye->setGeometry(width() - side - 4, (height() - side) / 2, side, side);
    setTextMargins(2, 0, side, 0);
}

void setFieldWrong(QWidget *field, bool wrong)
{
    field->setProperty("tbError", wrong);
    field->update();
}

} // namespace tb
