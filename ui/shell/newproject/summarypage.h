#pragma once

#include "ui/shell/newproject/assistantpage.h"
#include "ui/shell/newproject/newprojectplan.h"

class QFormLayout;
class QLineEdit;

namespace tb {

/// Last step: everything at a glance, and where the file goes.
class SummaryPage final : public AssistantPage
{
    Q_OBJECT

public:
    explicit SummaryPage(QWidget *parent = nullptr);

    /// @p folder: proposed for the file, whose name is made from the organisation.
    void setPlan(const NewProjectPlan &plan, int criteria, int controls, const QString &folder);
    QString path() const;
    void setPath(const QString &path);

    QString hint() const override;
    QString summary() const override { return {}; }
    bool check() override;

signals:
    void chooseAsked();

private:
    QLineEdit *m_path; // children
    LabelledField *m_field;
    QFormLayout *m_facts;
    bool m_chosen = false; ///< the person gave a place: keep it
};

} // namespace tb
