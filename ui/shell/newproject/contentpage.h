#pragma once

#include "model/making/projectmaking.h"
#include "ui/shell/newproject/assistantpage.h"

namespace tb {

class ChoiceCard;

/// Second step: how much of the control library the project starts with.
class ContentPage final : public AssistantPage
{
    Q_OBJECT

public:
    explicit ContentPage(const Catalog &catalog, QWidget *parent = nullptr);

    void setCategories(const QStringList &categories); ///< the counts follow them
    StartingSet startingSet() const;
    int controlCount() const;

    QString hint() const override;
    QString summary() const override;
    bool check() override { return true; }

private:
    int countOf(StartingSet set) const;
    static QString explanation(StartingSet set, int count);

    const Catalog &m_catalog;
    QStringList m_categories;
    QList<ChoiceCard *> m_cards; ///< children, in the order of StartingSet
};

} // namespace tb
