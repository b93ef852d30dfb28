#pragma once

#include "model/change.h"
#include "model/checklist/checklistitem.h"
#include "model/commitments/commitment.h"
#include "model/controls/attestation.h"
#include "model/controls/controldecision.h"
#include "model/controls/controlrevision.h"
#include "model/criteria/pointoffocus.h"
#include "model/description/descriptionsection.h"
#include "model/engagement/engagement.h"
#include "model/engagement/milestone.h"
#include "model/evidence/evidence.h"
#include "model/evidence/planitem.h"
#include "model/findings/finding.h"
#include "model/findings/findingoccurrence.h"
#include "model/incidents/incident.h"
#include "model/incidents/significantchange.h"
#include "model/incidents/subsequentevent.h"
#include "model/people/role.h"
#include "model/people/trainingrecord.h"
#include "model/policies/acknowledgement.h"
#include "model/policies/policy.h"
#include "model/policies/policyparameter.h"
#include "model/policies/policyrequirement.h"
#include "model/policies/policyversion.h"
#include "model/record/recordlist.h"
#include "model/requests/request.h"
#include "model/requests/requestnote.h"
#include "model/risks/risk.h"
#include "model/systems/location.h"
#include "model/systems/system.h"
#include "model/testing/draw.h"
#include "model/testing/population.h"
#include "model/testing/sampleditem.h"
#include "model/testing/samplingprofile.h"
#include "model/testing/test.h"
#include "model/testing/testprocedure.h"
#include "model/vendors/answer.h"
#include "model/vendors/assessment.h"
#include "model/vendors/csoc.h"
#include "model/vendors/question.h"
#include "model/vendors/questionnaire.h"
#include "model/vendors/usercontrol.h"
#include "model/vendors/vendor.h"
#include "model/vendors/vendorcuec.h"
#include "model/vendors/vendorreport.h"

#include <tuple>

namespace tb {

/// Everything an engagement holds except evidence bytes, in memory. A plain value: its lists are shared until changed,
/// so that a job may take a copy and see one state throughout.
struct Records
{
    RecordList<Engagement> engagements;
    RecordList<Person> people;
    RecordList<Framework> frameworks;
    RecordList<Criterion> criteria;
    RecordList<Control> controls;
    RecordList<Evidence> evidence;
    RecordList<Milestone> milestones;
    RecordList<Role> roles;
    RecordList<TrainingRecord> trainingRecords;
    RecordList<PointOfFocus> pointsOfFocus;
    RecordList<ControlRevision> controlRevisions;
    RecordList<ControlDecision> controlDecisions;
    RecordList<Attestation> attestations;
    RecordList<System> systems;
    RecordList<Location> locations;
    RecordList<Commitment> commitments;
    RecordList<Incident> incidents;
    RecordList<SignificantChange> significantChanges;
    RecordList<SubsequentEvent> subsequentEvents;
    RecordList<Policy> policies;
    RecordList<PolicyVersion> policyVersions;
    RecordList<PolicyRequirement> policyRequirements;
    RecordList<PolicyParameter> policyParameters;
    RecordList<Acknowledgement> acknowledgements;
    RecordList<PlanItem> planItems;
    RecordList<Request> requests;
    RecordList<RequestNote> requestNotes;
    RecordList<Vendor> vendors;
    RecordList<Questionnaire> questionnaires;
    RecordList<Question> questions;
    RecordList<Assessment> assessments;
    RecordList<Answer> answers;
    RecordList<VendorReport> vendorReports;
    RecordList<VendorCuec> vendorCuecs;
    RecordList<UserControl> userControls;
    RecordList<Csoc> csocs;
    RecordList<ChecklistItem> checklistItems;
    RecordList<Risk> risks;
    RecordList<Finding> findings;
    RecordList<FindingOccurrence> findingOccurrences;
    RecordList<SamplingProfile> samplingProfiles;
    RecordList<Population> populations;
    RecordList<TestProcedure> testProcedures;
    RecordList<Test> tests;
    RecordList<Draw> draws;
    RecordList<SampledItem> sampledItems;
    RecordList<DescriptionSection> descriptionSections;
    LinkMap controlCriteria; ///< control → criterion
    LinkMap evidenceControls; ///< evidence → control
    LinkMap controlPointsOfFocus; ///< control → point of focus
    LinkMap controlPolicies; ///< control → policy
    LinkMap controlSystems; ///< control → system
    LinkMap riskControls; ///< risk → control
    LinkMap riskCommitments; ///< risk → commitment
    LinkMap policyRequirementControls; ///< policy requirement → control
    LinkMap testProcedurePolicyRequirements; ///< test procedure → policy requirement
    LinkMap evidencePolicies; ///< evidence → policy
    LinkMap evidenceVendors; ///< evidence → vendor
    LinkMap evidenceRequests; ///< evidence → request
    LinkMap evidenceTests; ///< evidence → test
    LinkMap evidenceChecklistItems; ///< evidence → checklist item
    LinkMap evidenceSystems; ///< evidence → system
    LinkMap evidencePlanItems; ///< evidence → plan item
    LinkMap evidenceAnswers; ///< evidence → answer
    LinkMap evidenceSampledItems; ///< evidence → sampled item
    LinkMap requestCriteria; ///< request → criterion
    LinkMap requestControls; ///< request → control
    LinkMap checklistItemCriteria; ///< checklist item → criterion
    LinkMap vendorCuecControls; ///< vendor cuec → control
    LinkMap csocCriteria; ///< csoc → criterion
    LinkMap userControlCriteria; ///< user control → criterion
    LinkMap findingControls; ///< finding → control
    LinkMap significantChangeSystems; ///< significant change → system

    /// The one row; a default one while the project is being made.
    const Engagement &engagement() const;
    QString personName(PersonId id) const;

    static Result<Records> load(Connection &connection);
    /// Re-reads the rows that @p changes touched.
    Status refresh(Connection &connection, const ChangeSet &changes);
};

/// Every list, once: loading, following changes, listing by name and checking references all go over these.
inline constexpr std::tuple recordLists { &Records::engagements,
                                          &Records::people,
                                          &Records::frameworks,
                                          &Records::criteria,
                                          &Records::controls,
                                          &Records::evidence,
                                          &Records::milestones,
                                          &Records::roles,
                                          &Records::trainingRecords,
                                          &Records::pointsOfFocus,
                                          &Records::controlRevisions,
                                          &Records::controlDecisions,
                                          &Records::attestations,
                                          &Records::systems,
                                          &Records::locations,
                                          &Records::commitments,
                                          &Records::incidents,
                                          &Records::significantChanges,
                                          &Records::subsequentEvents,
                                          &Records::policies,
                                          &Records::policyVersions,
                                          &Records::policyRequirements,
                                          &Records::policyParameters,
                                          &Records::acknowledgements,
                                          &Records::planItems,
                                          &Records::requests,
                                          &Records::requestNotes,
                                          &Records::vendors,
                                          &Records::questionnaires,
                                          &Records::questions,
                                          &Records::assessments,
                                          &Records::answers,
                                          &Records::vendorReports,
                                          &Records::vendorCuecs,
                                          &Records::userControls,
                                          &Records::csocs,
                                          &Records::checklistItems,
                                          &Records::risks,
                                          &Records::findings,
                                          &Records::findingOccurrences,
                                          &Records::samplingProfiles,
                                          &Records::populations,
                                          &Records::testProcedures,
                                          &Records::tests,
                                          &Records::draws,
                                          &Records::sampledItems,
                                          &Records::descriptionSections };

/// A relation and where its pairs are kept.
struct LinkList
{
    const LinkSpec *spec;
    LinkMap Records::*map;
};
inline constexpr LinkList linkLists[] { { &controlCriterion, &Records::controlCriteria },
                                        { &evidenceControl, &Records::evidenceControls },
                                        { &controlPointOfFocus, &Records::controlPointsOfFocus },
                                        { &controlPolicy, &Records::controlPolicies },
                                        { &controlSystem, &Records::controlSystems },
                                        { &riskControl, &Records::riskControls },
                                        { &riskCommitment, &Records::riskCommitments },
                                        { &policyRequirementControl, &Records::policyRequirementControls },
                                        { &testProcedurePolicyRequirement, &Records::testProcedurePolicyRequirements },
                                        { &evidencePolicy, &Records::evidencePolicies },
                                        { &evidenceVendor, &Records::evidenceVendors },
                                        { &evidenceRequest, &Records::evidenceRequests },
                                        { &evidenceTest, &Records::evidenceTests },
                                        { &evidenceChecklistItem, &Records::evidenceChecklistItems },
                                        { &evidenceSystem, &Records::evidenceSystems },
                                        { &evidencePlanItem, &Records::evidencePlanItems },
                                        { &evidenceAnswer, &Records::evidenceAnswers },
                                        { &evidenceSampledItem, &Records::evidenceSampledItems },
                                        { &requestCriterion, &Records::requestCriteria },
                                        { &requestControl, &Records::requestControls },
                                        { &checklistItemCriterion, &Records::checklistItemCriteria },
                                        { &vendorCuecControl, &Records::vendorCuecControls },
                                        { &csocCriterion, &Records::csocCriteria },
                                        { &userControlCriterion, &Records::userControlCriteria },
                                        { &findingControl, &Records::findingControls },
                                        { &significantChangeSystem, &Records::significantChangeSystems } };

/// The list of R.
template <class R> const RecordList<R> &listOf(const Records &records)
{
    return records.*std::get<RecordList<R> Records::*>(recordLists);
}

} // namespace tb
