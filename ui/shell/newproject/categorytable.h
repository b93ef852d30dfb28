#pragma once

#include "model/catalog/catalog.h"

#include <QWidget>

class QCheckBox;

namespace tb {

/// The five trust services categories as rows with a box and how many criteria each brings. Security is always in.
class CategoryTable final : public QWidget
{
    Q_OBJECT

public:
    explicit CategoryTable(const Catalog &catalog, QWidget *parent = nullptr);

    QStringList categories() const; ///< words of Category
    void setCategories(const QStringList &categories);

signals:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QCheckBox *> m_boxes; ///< children, in the order of Category
};

} // namespace tb
