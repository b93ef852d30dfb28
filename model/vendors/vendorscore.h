#pragma once

#include "model/commands.h"

namespace tb {

/// What the answers of an assessment come to.
struct VendorScore
{
    qint64 reached = 0; ///< hundredths of weight: "partly" scores half, a choice its percent
    qint64 possible = 0; ///< hundredths of the weight that can be reached: "not applicable" leaves it
    int answered = 0; ///< questions of any kind with an answer
    int questions = 0;
    QList<QuestionId> open; ///< without an answer, in the order of the questionnaire

    bool operator==(const VendorScore &) const = default;
    bool isComplete() const { return questions > 0 && answered == questions; }
    /// 0 to 100; nothing while nothing that scores has been answered.
    std::optional<int> percent() const;
};

/// Scores an assessment from its answers. A scored question without an answer counts as not reached.
VendorScore scoreOf(const Records &records, const Assessment &assessment);

/// What keeps an assessment from being complete: each open question, or a questionnaire that asks nothing.
QList<FieldProblem> checkComplete(const Records &records, const Assessment &assessment);

/// Sets the answer to one question, making it when it is not there yet; an empty value takes the answer back.
Result<ChangeSet> setAnswer(Project &project, AssessmentId assessment, QuestionId question, const QString &value,
                            const QString &note = {});

/// What a person decides at the end of an assessment.
struct AssessmentOutcome
{
    VendorOutcome outcome = VendorOutcome::Approved;
    QDate completedOn;
    QString conditions = {};
    QDate nextDueOn = {};
};
/// Completes an assessment; Invalid, naming each open question, while one has no answer.
Result<ChangeSet> completeAssessment(Project &project, AssessmentId id, const AssessmentOutcome &outcome);

/// The last completed assessment of a vendor; nullptr when there is none.
const Assessment *latestAssessment(const Records &records, VendorId vendor);

} // namespace tb
