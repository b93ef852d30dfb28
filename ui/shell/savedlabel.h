#pragma once

#include <QAbstractButton>
#include <QTime>

namespace tb {

/// "Saved 14:32", "Saving…", or in bad colour why the last change is not saved; a click then tells more.
class SavedLabel final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class State { Saved, Saving, Failed, ReadOnly };

    explicit SavedLabel(QWidget *parent = nullptr);

    void showSaved(QTime at);
    void showSaving();
    void showFailed(const QString &reason); ///< "disk full"
    void showReadOnly();
    State state() const { return m_state; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(State state, const QString &text);

    State m_state = State::Saved;
};

} // namespace tb
