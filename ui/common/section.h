#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace tb {

/// A part of an inspector: heading with a small remark and quiet buttons, then content; a line above divides it.
class Section : public QWidget
{
    Q_OBJECT

public:
    explicit Section(const QString &heading, QWidget *parent = nullptr);

    void setRemark(const QString &text); ///< "2 of 4 expected"
    void addButton(QWidget *button); ///< at the right of the heading; takes ownership
    void addContent(QWidget *content); ///< below; takes ownership
    void clearContent();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_remark; // child
    QHBoxLayout *m_head; // of this
    QVBoxLayout *m_body; // of this
};

} // namespace tb
