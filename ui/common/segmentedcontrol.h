#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace tb {

/// A few exclusive choices side by side, such as Source, Split, Preview. Arrow keys move between them.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const QString &name, QWidget *parent = nullptr);

    void addSegment(const QString &text, const QString &iconName = {});
    int current() const;
    void setCurrent(int segment);

signals:
    void currentChanged(int segment); ///< by the person

private:
    QButtonGroup *m_group; // child
    QHBoxLayout *m_row; // of this
};

} // namespace tb
