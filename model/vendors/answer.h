#pragma once

#include "model/record/subject.h"

namespace tb {

/// The answer to one question of an assessment.
struct Answer
{
    AnswerId id;
    AssessmentId assessment;
    QuestionId question;
    QString value; ///< yes, partly, no, not_applicable; the text of a choice; a number, date or text
    QString note;

    bool operator==(const Answer &) const = default;
};

template <> struct Description<Answer>
{
    static constexpr const char *table = "answer";
    static constexpr const char *plural = "answers";
    static constexpr const char *label = "value";
    static constexpr const char *order = "id";
    static constexpr std::array fields {
        field<&Answer::assessment>("assessment_id", Required | Fixed | Part),
        field<&Answer::question>("question_id", Required | Fixed),
        field<&Answer::value>("value", Long | Searched),
        field<&Answer::note>("note", Long | Searched),
    };
};

} // namespace tb
