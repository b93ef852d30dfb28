#pragma once

#include <QLineEdit>

namespace tb {

/// A field for a passphrase: hidden, with an eye to show it, and an ear for Caps Lock. Its text never reaches undo
/// history, the input method's dictionary or the clipboard while hidden.
class PassphraseField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PassphraseField(QWidget *parent = nullptr);

    void setShown(bool shown);
    bool isShown() const { return echoMode() == Normal; }
    /// Frames the field as wrong and keeps the text selected, ready to be typed over.
    void setWrong(bool wrong);
    /// The text, which leaves the field empty.
    QString take();

signals:
    void capsLockChanged(bool on);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void hearCapsLock(const QKeyEvent &event);

    class QToolButton *m_eye; // child
    bool m_capsLock = false;
};

/// Frames @p field as wrong (the style draws it) or takes the frame away.
void setFieldWrong(QWidget *field, bool wrong);

} // namespace tb
