#pragma once

#include "model/record/subject.h"
#include "model/vendors/vendorenums.h"

namespace tb {

/// One question; partly scores half, not applicable leaves the total, text, dates and numbers are unscored.
struct Question
{
    QuestionId id;
    QuestionnaireId questionnaire;
    QString code;
    QString section;
    QString text;
    AnswerType answerType = AnswerType::YesPartlyNo;
    qint64 weight = 0; ///< 0: not scored
    QString guidance;
    QString badAnswer;
    QString options; ///< one a line: percent of the weight, a space, the text
    QString unit;
    QStringList criteria; ///< codes
    QString rank;

    bool operator==(const Question &) const = default;
};

template <> struct Description<Question>
{
    static constexpr const char *table = "question";
    static constexpr const char *plural = "questions";
    static constexpr const char *label = "code";
    static constexpr const char *order = "rank";
    static constexpr std::array fields {
        field<&Question::questionnaire>("questionnaire_id", Required | Fixed | Part),
        field<&Question::code>("code", Required),
        field<&Question::section>("section"),
        field<&Question::text>("text", Required | Long | Searched),
        field<&Question::answerType>("answer_type", Required),
        field<&Question::weight>("weight"),
        field<&Question::guidance>("guidance", Long),
        field<&Question::badAnswer>("bad_answer", Long),
        field<&Question::options>("options", Long),
        field<&Question::unit>("unit"),
        field<&Question::criteria>("criteria"),
        field<&Question::rank>("rank", Fixed),
    };
};

} // namespace tb
