#pragma once

#include <QList>
#include <QWidget>

namespace tb {

/// An entry and those before it as links of a chain: who made each, and its hash in groups of four.
class ChainPlace final : public QWidget
{
    Q_OBJECT

public:
    struct Link
    {
        QString title; ///< "Entry 1,283, Priya Raman"
        QString hash; ///< as shown
    };

    explicit ChainPlace(QWidget *parent = nullptr);

    void setLinks(const QList<Link> &links); ///< the entry itself first
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int linkHeight() const;

    QList<Link> m_links;
};

} // namespace tb
