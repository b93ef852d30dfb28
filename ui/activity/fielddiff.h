#pragma once

#include <QWidget>

namespace tb {

/// One field before and after: short values on one line as the import preview draws them, long ones below each other
/// with all their text.
class FieldDiff final : public QWidget
{
    Q_OBJECT

public:
    FieldDiff(const QString &field, const QString &before, const QString &after, QWidget *parent = nullptr);

    void setDivided(bool on) { m_divided = on; } ///< a line below; off for the last

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_divided = true;
};

} // namespace tb
