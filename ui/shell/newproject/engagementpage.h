#pragma once

#include "model/making/projectmaking.h"
#include "ui/shell/newproject/assistantpage.h"

class QLineEdit;

namespace tb {

class CategoryTable;
class ChoiceCard;
class DateEdit;
class PeriodRuler;
class SegmentedControl;

/// First step: whose engagement, which report, which window of time, which categories.
class EngagementPage final : public AssistantPage
{
    Q_OBJECT

public:
    EngagementPage(const Catalog &catalog, QDate today, QWidget *parent = nullptr);

    /// Gives the fields of this page to @p engagement.
    void fill(Engagement &engagement) const;
    void setEngagement(const Engagement &engagement);

    QString hint() const override;
    QString summary() const override;
    void opened() override;
    bool check() override;

private:
    QWidget *makeNames();
    QWidget *makeReport();
    QWidget *makePeriod(QDate today);
    QWidget *makeCategories();
    ReportType reportType() const;
    void setLength(int months);
    void datesEdited();
    void showDates();
    void showCategories();
    void clearProblems();

    const Catalog &m_catalog;
    QLineEdit *m_organisation; // children from here on
    QLineEdit *m_service;
    QList<ChoiceCard *> m_reports; ///< in the order of the cards: Type I, Type II, Readiness
    QWidget *m_period;
    DateEdit *m_asOf;
    DateEdit *m_from;
    DateEdit *m_to;
    SegmentedControl *m_length;
    PeriodRuler *m_ruler;
    QLabel *m_days;
    CategoryTable *m_categories;
    QLabel *m_inScope;
    QHash<QString, LabelledField *> m_fields; ///< by the name of the engagement's field
};

} // namespace tb
