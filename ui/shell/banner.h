#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace tb {

class IconLabel;

/// One quiet sentence across the panes: "Opened read-only…". Nothing is wrong.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// @p iconName is of the bundled icons. @p closable: with a button that hides it.
    void say(const QString &iconName, const QString &text, bool closable);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconLabel *m_icon; // children
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace tb
