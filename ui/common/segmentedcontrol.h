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
    /// What the style knows a segment by: its ends, as flags.
    static constexpr const char *segmentProperty = "tbSegment";
    static constexpr int firstSegment = 1;
    static constexpr int lastSegment = 2;

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
