#pragma once

#include "model/record/subject.h"

namespace tb {

/// A set of questions to vendors, or to the reviewer of a vendor's report.
struct Questionnaire
{
    QuestionnaireId id;
    QString title;
    QString revision;
    QString description;
    QString originKey;
    QString originHash;
    qint64 originVersion = 0;

    bool operator==(const Questionnaire &) const = default;
};

template <> struct Description<Questionnaire>
{
    static constexpr const char *table = "questionnaire";
    static constexpr const char *plural = "questionnaires";
    static constexpr const char *label = "title";
    static constexpr const char *order = "title";
    static constexpr std::array fields {
        field<&Questionnaire::title>("title", Required | Searched),
        field<&Questionnaire::revision>("revision"),
        field<&Questionnaire::description>("description", Long),
        field<&Questionnaire::originKey>("origin_key", Fixed),
        field<&Questionnaire::originHash>("origin_hash", Fixed),
        field<&Questionnaire::originVersion>("origin_version", Fixed),
    };
};

} // namespace tb
