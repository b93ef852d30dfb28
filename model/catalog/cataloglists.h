#pragma once

#include "model/catalog/catalogentries.h"

namespace tb {

/// One step of the readiness checklist.
struct CatalogChecklistItem
{
    CatalogOrigin origin;
    QString key;
    QString section;
    QString category;
    QString text;
    QString guidance;
    QStringList doneWhen;
    QStringList criteria;
    QStringList phrases; ///< keys of coverage.json that it answers
};

/// A phrase that the library must answer, with the checklist items that do.
struct CatalogPhrase
{
    CatalogOrigin origin;
    QString key;
    QString phrase;
    QStringList checklist;
};

/// A live field of a description section and what it shows.
struct CatalogLiveField
{
    QString field; ///< as written between the braces, "list:locations"
    QString shows;
};

/// A section of the system description (DC 1 to DC 9, AICPA description criteria).
struct CatalogDescriptionSection
{
    CatalogOrigin origin;
    QString key;
    QString title;
    QStringList appliesTo; ///< report types
    QString guidance;
    QStringList commonMistakes;
    QString body; ///< Markdown with live fields
    QList<CatalogLiveField> fields;
};

/// A finding in the words of its four parts, to start one from.
struct CatalogFinding
{
    CatalogOrigin origin;
    QString key;
    QString source; ///< gap, test, vendor or review
    QString severity;
    QString title;
    QString condition;
    QString cause;
    QString effect;
    QString remediation;
    QStringList criteria;
    QStringList controls;
};

/// A term of the field, shown as a tool tip and in help.
struct CatalogTerm
{
    CatalogOrigin origin;
    QString key;
    QString term;
    QString definition;
    QStringList see;
};

/// One answer of a choice.
struct CatalogOption
{
    QString text;
    int points = 0; ///< percent of the question's weight
    QString effect; ///< in the report review: what the answer does to reliance on the report
};

/// A question to a vendor, or to the reviewer of a vendor's report.
struct CatalogQuestion
{
    CatalogOrigin origin;
    QString key;
    QString section;
    QString text;
    QString answerType; ///< yes_partly_no, choice, number, date or text
    int weight = 0; ///< 0 is not scored
    QString guidance;
    QString badAnswer; ///< what a bad answer means
    QStringList criteria;
    QList<CatalogOption> options;
    QString unit;
};

/// A set of questions for vendors of certain tiers.
struct CatalogQuestionnaire
{
    CatalogOrigin origin;
    QString key;
    QString title;
    QString description;
    QStringList appliesTo; ///< vendor tiers
    QList<CatalogQuestion> questions; ///< their origin is the questionnaire's
};

/// An item of the auditor's information request list.
struct CatalogRequest
{
    CatalogOrigin origin;
    QString key;
    QString section;
    QString category;
    QString text;
    QStringList criteria;
    QStringList controls;
    QString completeAnswer; ///< what a complete answer holds
    QString requestKind; ///< document, population or sample
};

/// A risk to start the register from; likelihood and impact are inherent, 1 to 5.
struct CatalogRisk
{
    CatalogOrigin origin;
    QString key;
    QString category;
    QString title;
    QString threat;
    QString vulnerability;
    int likelihood = 0;
    int impact = 0;
    QStringList controls;
};

/// Sample sizes for controls of one frequency; conventions, the AICPA sets none.
struct CatalogSampling
{
    CatalogOrigin origin;
    QString key; ///< a Frequency's word
    QString title;
    int size = 0;
    int smallest = 0;
    int largest = 0;
    int testAllUpTo = 0; ///< populations up to this are tested in full
    int tolerableRate = 0; ///< percent of deviations
    QString guidance;
    QString population;
};

} // namespace tb
