#pragma once

#include <array>

/// The text of the migrations. What stands here has been run on people's files: never change it, append.
namespace tb::schema {

// No CHECK on enumerations: an older version must be able to replay what a newer one wrote. No UNIQUE beside the keys:
// a changeset that swaps two codes would pass through a state that breaks it; the commands keep codes unique.
inline constexpr const char *first = R"sql(
CREATE TABLE engagement(
  id INTEGER PRIMARY KEY, organisation TEXT NOT NULL, service TEXT NOT NULL, report_type TEXT NOT NULL, as_of TEXT,
  period_from TEXT, period_to TEXT, categories TEXT NOT NULL, auditor TEXT NOT NULL, lead TEXT NOT NULL,
  confidentiality TEXT NOT NULL, retain_until TEXT, prior TEXT NOT NULL) STRICT;
CREATE TABLE person(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, role TEXT NOT NULL, team TEXT NOT NULL,
  active INTEGER NOT NULL) STRICT;
CREATE TABLE framework(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, revision TEXT NOT NULL) STRICT;
CREATE TABLE criterion(
  id INTEGER PRIMARY KEY, framework_id INTEGER NOT NULL REFERENCES framework(id), code TEXT NOT NULL,
  series TEXT NOT NULL, title TEXT NOT NULL, statement TEXT NOT NULL, category TEXT NOT NULL, coso_principle INTEGER,
  not_relevant INTEGER NOT NULL, not_relevant_reason TEXT NOT NULL,
  not_relevant_approver_id INTEGER REFERENCES person(id), rank TEXT NOT NULL, origin_key TEXT NOT NULL,
  origin_hash TEXT NOT NULL) STRICT;
CREATE TABLE control(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL,
  owner_id INTEGER REFERENCES person(id), kind TEXT NOT NULL, nature TEXT NOT NULL, frequency TEXT NOT NULL,
  work_status TEXT NOT NULL, not_applicable_reason TEXT NOT NULL,
  not_applicable_approver_id INTEGER REFERENCES person(id), target_on TEXT, implemented_on TEXT, retired_on TEXT,
  performer_id INTEGER REFERENCES person(id), signed_off_by_id INTEGER REFERENCES person(id), signed_off_on TEXT,
  signed_off_hash TEXT NOT NULL, anchor_on TEXT, calendar TEXT NOT NULL, grace_days INTEGER, tags TEXT NOT NULL,
  notes TEXT NOT NULL, rank TEXT NOT NULL, origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL) STRICT;
CREATE INDEX control_owner ON control(owner_id);
CREATE INDEX control_code ON control(code);
CREATE TABLE control_criterion(
  control_id INTEGER NOT NULL REFERENCES control(id), criterion_id INTEGER NOT NULL REFERENCES criterion(id),
  PRIMARY KEY(control_id, criterion_id)) STRICT, WITHOUT ROWID;
CREATE INDEX control_criterion_right ON control_criterion(criterion_id);
CREATE TABLE evidence(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, kind TEXT NOT NULL,
  file_name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, address TEXT NOT NULL,
  performed_on TEXT NOT NULL, covers_from TEXT, covers_to TEXT, collected_on TEXT, received_at INTEGER,
  collected_by_id INTEGER REFERENCES person(id), owner_id INTEGER REFERENCES person(id), source_system TEXT NOT NULL,
  procedure TEXT NOT NULL, sensitivity TEXT NOT NULL, shared INTEGER NOT NULL, withheld_reason TEXT NOT NULL,
  supersedes_id INTEGER REFERENCES evidence(id), erased_at INTEGER, tags TEXT NOT NULL) STRICT;
CREATE INDEX evidence_owner ON evidence(owner_id);
CREATE INDEX evidence_supersedes ON evidence(supersedes_id);
CREATE INDEX evidence_code ON evidence(code);
CREATE INDEX evidence_sha256 ON evidence(sha256);
CREATE TABLE evidence_control(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), control_id INTEGER NOT NULL REFERENCES control(id),
  PRIMARY KEY(evidence_id, control_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_control_right ON evidence_control(control_id);
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE blob(seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL) STRICT;
CREATE TABLE chunk(id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE activity(
  seq INTEGER PRIMARY KEY, at_utc INTEGER NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, target_seq INTEGER,
  other_head BLOB, labels TEXT NOT NULL, changeset BLOB NOT NULL, previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL) STRICT;
)sql";

// Every subject beside the first slice. Parts are found by their whole through an index. Other references have none: an
// index costs a page of 16 KiB however few rows there are, and these tables are short.
inline constexpr const char *everySubject = R"sql(
ALTER TABLE engagement ADD COLUMN privacy_role TEXT NOT NULL DEFAULT 'not_stated';
ALTER TABLE engagement ADD COLUMN due_soon_days INTEGER;
ALTER TABLE criterion ADD COLUMN origin_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE control ADD COLUMN origin_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE control ADD COLUMN revised_on TEXT;
ALTER TABLE evidence ADD COLUMN redacts_id INTEGER REFERENCES evidence(id);
ALTER TABLE evidence ADD COLUMN follows_id INTEGER REFERENCES evidence(id);
ALTER TABLE evidence ADD COLUMN ipe_query TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN ipe_rows INTEGER;
ALTER TABLE evidence ADD COLUMN ipe_run_by_id INTEGER REFERENCES person(id);
ALTER TABLE evidence ADD COLUMN ipe_completeness TEXT NOT NULL DEFAULT '';
CREATE INDEX evidence_redacts ON evidence(redacts_id);
CREATE INDEX evidence_follows ON evidence(follows_id);
CREATE TABLE milestone(
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, due_on TEXT, kind TEXT NOT NULL, reached_on TEXT) STRICT;
CREATE TABLE role(
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL,
  holder_id INTEGER REFERENCES person(id), origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL,
  origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE training_record(
  id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person(id), title TEXT NOT NULL,
  kind TEXT NOT NULL, completed_on TEXT, proof_id INTEGER REFERENCES evidence(id)) STRICT;
CREATE TABLE point_of_focus(
  id INTEGER PRIMARY KEY, criterion_id INTEGER NOT NULL REFERENCES criterion(id), code TEXT NOT NULL,
  text TEXT NOT NULL, category TEXT NOT NULL, rank TEXT NOT NULL, origin_key TEXT NOT NULL,
  origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE control_revision(
  id INTEGER PRIMARY KEY, control_id INTEGER NOT NULL REFERENCES control(id), from_on TEXT, to_on TEXT,
  title TEXT NOT NULL, description TEXT NOT NULL, frequency TEXT NOT NULL, anchor_on TEXT, calendar TEXT NOT NULL,
  grace_days INTEGER, hash TEXT NOT NULL) STRICT;
CREATE INDEX control_of_control_revision ON control_revision(control_id);
CREATE TABLE control_decision(
  id INTEGER PRIMARY KEY, control_id INTEGER NOT NULL REFERENCES control(id), rule INTEGER NOT NULL,
  text TEXT NOT NULL, decided_by_id INTEGER NOT NULL REFERENCES person(id), decided_on TEXT) STRICT;
CREATE INDEX control_of_control_decision ON control_decision(control_id);
CREATE TABLE attestation(
  id INTEGER PRIMARY KEY, control_id INTEGER NOT NULL REFERENCES control(id),
  person_id INTEGER NOT NULL REFERENCES person(id), attested_on TEXT, statement TEXT NOT NULL) STRICT;
CREATE INDEX control_of_attestation ON attestation(control_id);
CREATE TABLE system(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, product TEXT NOT NULL, in_scope INTEGER NOT NULL,
  owner_id INTEGER REFERENCES person(id), notes TEXT NOT NULL) STRICT;
CREATE TABLE location(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, purpose TEXT NOT NULL,
  in_scope INTEGER NOT NULL) STRICT;
CREATE TABLE commitment(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL,
  reference TEXT NOT NULL, categories TEXT NOT NULL) STRICT;
CREATE TABLE incident(
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, happened_on TEXT, what TEXT NOT NULL, effect TEXT NOT NULL,
  disclosed INTEGER NOT NULL, undisclosed_reason TEXT NOT NULL) STRICT;
CREATE TABLE significant_change(
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, happened_on TEXT, what TEXT NOT NULL, effect TEXT NOT NULL,
  disclosed INTEGER NOT NULL, undisclosed_reason TEXT NOT NULL) STRICT;
CREATE TABLE subsequent_event(
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, happened_on TEXT, what TEXT NOT NULL, effect TEXT NOT NULL,
  disclosed INTEGER NOT NULL, undisclosed_reason TEXT NOT NULL) STRICT;
CREATE TABLE policy(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL,
  owner_id INTEGER REFERENCES person(id), review_months INTEGER NOT NULL, next_review_on TEXT, retired_on TEXT,
  rank TEXT NOT NULL, origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE policy_version(
  id INTEGER PRIMARY KEY, policy_id INTEGER NOT NULL REFERENCES policy(id), number INTEGER NOT NULL,
  body TEXT NOT NULL, document_id INTEGER REFERENCES evidence(id), change_note TEXT NOT NULL,
  author_id INTEGER REFERENCES person(id), state TEXT NOT NULL, approved_by_id INTEGER REFERENCES person(id),
  approved_on TEXT, effective_on TEXT, text_hash TEXT NOT NULL, proof_id INTEGER REFERENCES evidence(id)) STRICT;
CREATE INDEX policy_of_policy_version ON policy_version(policy_id);
CREATE TABLE policy_requirement(
  id INTEGER PRIMARY KEY, policy_id INTEGER NOT NULL REFERENCES policy(id), number TEXT NOT NULL,
  title TEXT NOT NULL, rank TEXT NOT NULL) STRICT;
CREATE INDEX policy_of_policy_requirement ON policy_requirement(policy_id);
CREATE TABLE policy_parameter(
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, title TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL, unit_one TEXT NOT NULL,
  integer INTEGER NOT NULL, origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE acknowledgement(
  id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person(id),
  policy_version_id INTEGER NOT NULL REFERENCES policy_version(id), acknowledged_on TEXT) STRICT;
CREATE INDEX policy_version_of_acknowledgement ON acknowledgement(policy_version_id);
CREATE TABLE plan_item(
  id INTEGER PRIMARY KEY, control_id INTEGER NOT NULL REFERENCES control(id), due_on TEXT, expected TEXT NOT NULL,
  from_id INTEGER REFERENCES person(id), state TEXT NOT NULL) STRICT;
CREATE INDEX control_of_plan_item ON plan_item(control_id);
CREATE TABLE request(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, section TEXT NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
  complete_answer TEXT NOT NULL, assignee_id INTEGER REFERENCES person(id), due_on TEXT, state TEXT NOT NULL,
  rank TEXT NOT NULL, origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE request_note(
  id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL REFERENCES request(id), author TEXT NOT NULL,
  written_at INTEGER, text TEXT NOT NULL) STRICT;
CREATE INDEX request_of_request_note ON request_note(request_id);
CREATE TABLE vendor(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, service TEXT NOT NULL, owner_id INTEGER REFERENCES person(id),
  tier TEXT NOT NULL, data_shared TEXT NOT NULL, customer_data INTEGER NOT NULL, subservice TEXT NOT NULL,
  contract_from TEXT, contract_to TEXT, security_clauses TEXT NOT NULL, renewal_on TEXT, status TEXT NOT NULL,
  notes TEXT NOT NULL) STRICT;
CREATE TABLE questionnaire(
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, revision TEXT NOT NULL, description TEXT NOT NULL,
  origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE question(
  id INTEGER PRIMARY KEY, questionnaire_id INTEGER NOT NULL REFERENCES questionnaire(id), code TEXT NOT NULL,
  section TEXT NOT NULL, text TEXT NOT NULL, answer_type TEXT NOT NULL, weight INTEGER NOT NULL,
  guidance TEXT NOT NULL, bad_answer TEXT NOT NULL, options TEXT NOT NULL, unit TEXT NOT NULL,
  criteria TEXT NOT NULL, rank TEXT NOT NULL) STRICT;
CREATE INDEX questionnaire_of_question ON question(questionnaire_id);
CREATE TABLE assessment(
  id INTEGER PRIMARY KEY, vendor_id INTEGER NOT NULL REFERENCES vendor(id),
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaire(id), assessor_id INTEGER REFERENCES person(id),
  started_on TEXT, completed_on TEXT, outcome TEXT NOT NULL, conditions TEXT NOT NULL, next_due_on TEXT) STRICT;
CREATE INDEX vendor_of_assessment ON assessment(vendor_id);
CREATE TABLE answer(
  id INTEGER PRIMARY KEY, assessment_id INTEGER NOT NULL REFERENCES assessment(id),
  question_id INTEGER NOT NULL REFERENCES question(id), value TEXT NOT NULL, note TEXT NOT NULL) STRICT;
CREATE INDEX assessment_of_answer ON answer(assessment_id);
CREATE TABLE vendor_report(
  id INTEGER PRIMARY KEY, vendor_id INTEGER NOT NULL REFERENCES vendor(id), title TEXT NOT NULL,
  kind TEXT NOT NULL, covers_from TEXT, covers_to TEXT, issued_on TEXT, auditor TEXT NOT NULL,
  opinion TEXT NOT NULL, exceptions TEXT NOT NULL, reviewed_by_id INTEGER REFERENCES person(id), reviewed_on TEXT,
  evidence_id INTEGER REFERENCES evidence(id)) STRICT;
CREATE INDEX vendor_of_vendor_report ON vendor_report(vendor_id);
CREATE TABLE vendor_cuec(
  id INTEGER PRIMARY KEY, vendor_id INTEGER NOT NULL REFERENCES vendor(id),
  report_id INTEGER REFERENCES vendor_report(id), code TEXT NOT NULL, text TEXT NOT NULL, met TEXT NOT NULL,
  note TEXT NOT NULL) STRICT;
CREATE INDEX vendor_of_vendor_cuec ON vendor_cuec(vendor_id);
CREATE TABLE user_control(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, text TEXT NOT NULL, complementary INTEGER NOT NULL,
  note TEXT NOT NULL) STRICT;
CREATE TABLE csoc(
  id INTEGER PRIMARY KEY, vendor_id INTEGER NOT NULL REFERENCES vendor(id), code TEXT NOT NULL, text TEXT NOT NULL,
  report_id INTEGER REFERENCES vendor_report(id), monitoring_id INTEGER REFERENCES control(id)) STRICT;
CREATE INDEX vendor_of_csoc ON csoc(vendor_id);
CREATE TABLE checklist_item(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, section TEXT NOT NULL, text TEXT NOT NULL, guidance TEXT NOT NULL,
  done_when TEXT NOT NULL, state TEXT NOT NULL, blocked_by TEXT NOT NULL, reason TEXT NOT NULL,
  owner_id INTEGER REFERENCES person(id), due_on TEXT, note TEXT NOT NULL, rank TEXT NOT NULL,
  origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE risk(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, category TEXT NOT NULL, threat TEXT NOT NULL,
  vulnerability TEXT NOT NULL, inherent_likelihood INTEGER NOT NULL, inherent_impact INTEGER NOT NULL,
  residual_likelihood INTEGER, residual_impact INTEGER, appetite INTEGER, response TEXT NOT NULL,
  accepted_by_id INTEGER REFERENCES person(id), accepted_until TEXT, owner_id INTEGER REFERENCES person(id),
  review_on TEXT, origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE finding(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL, severity TEXT NOT NULL,
  what TEXT NOT NULL, cause TEXT NOT NULL, effect TEXT NOT NULL, compensating_id INTEGER REFERENCES control(id),
  response TEXT NOT NULL, plan TEXT NOT NULL, owner_id INTEGER REFERENCES person(id), due_on TEXT,
  state TEXT NOT NULL, found_on TEXT, retest TEXT NOT NULL, retested_on TEXT, closed_on TEXT,
  accepted_by_id INTEGER REFERENCES person(id), accepted_until TEXT, origin_key TEXT NOT NULL,
  origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE finding_occurrence(
  id INTEGER PRIMARY KEY, finding_id INTEGER NOT NULL REFERENCES finding(id),
  control_id INTEGER NOT NULL REFERENCES control(id), occurred_on TEXT, deviates INTEGER NOT NULL) STRICT;
CREATE INDEX finding_of_finding_occurrence ON finding_occurrence(finding_id);
CREATE TABLE sampling_profile(
  id INTEGER PRIMARY KEY, frequency TEXT NOT NULL, title TEXT NOT NULL, size INTEGER NOT NULL,
  test_all_up_to INTEGER NOT NULL, tolerable_rate INTEGER NOT NULL, grace_days INTEGER, origin_key TEXT NOT NULL,
  origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE population(
  id INTEGER PRIMARY KEY, control_id INTEGER NOT NULL REFERENCES control(id), title TEXT NOT NULL,
  evidence_id INTEGER REFERENCES evidence(id), covers_from TEXT, covers_to TEXT, count INTEGER NOT NULL,
  complete INTEGER NOT NULL, completeness TEXT NOT NULL, zero_statement_id INTEGER REFERENCES evidence(id),
  frozen_hash TEXT NOT NULL, frozen_on TEXT) STRICT;
CREATE TABLE test_procedure(
  id INTEGER PRIMARY KEY, control_id INTEGER NOT NULL REFERENCES control(id), code TEXT NOT NULL,
  methods TEXT NOT NULL, attributes TEXT NOT NULL, population TEXT NOT NULL, origin_key TEXT NOT NULL,
  origin_hash TEXT NOT NULL, origin_version INTEGER NOT NULL) STRICT;
CREATE INDEX control_of_test_procedure ON test_procedure(control_id);
CREATE TABLE test(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, procedure_id INTEGER NOT NULL REFERENCES test_procedure(id),
  population_id INTEGER REFERENCES population(id), tester_id INTEGER REFERENCES person(id),
  reviewer_id INTEGER REFERENCES person(id), tested_on TEXT, reviewed_on TEXT, tolerable_rate INTEGER NOT NULL,
  conclusion TEXT NOT NULL, remarks TEXT NOT NULL) STRICT;
CREATE TABLE draw(
  id INTEGER PRIMARY KEY, population_id INTEGER NOT NULL REFERENCES population(id), method TEXT NOT NULL,
  seed TEXT NOT NULL, size INTEGER NOT NULL, size_rule TEXT NOT NULL, drawn_on TEXT,
  drawn_by_id INTEGER REFERENCES person(id), population_hash TEXT NOT NULL, redraw_reason TEXT NOT NULL,
  superseded INTEGER NOT NULL) STRICT;
CREATE TABLE sampled_item(
  id INTEGER PRIMARY KEY, draw_id INTEGER NOT NULL REFERENCES draw(id), position INTEGER NOT NULL,
  reference TEXT NOT NULL, happened_on TEXT, results TEXT NOT NULL, deviates INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
CREATE INDEX draw_of_sampled_item ON sampled_item(draw_id);
CREATE TABLE description_section(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, guidance TEXT NOT NULL,
  done INTEGER NOT NULL, rank TEXT NOT NULL, origin_key TEXT NOT NULL, origin_hash TEXT NOT NULL,
  origin_version INTEGER NOT NULL) STRICT;
CREATE TABLE control_point_of_focus(
  control_id INTEGER NOT NULL REFERENCES control(id), point_of_focus_id INTEGER NOT NULL REFERENCES point_of_focus(id),
  PRIMARY KEY(control_id, point_of_focus_id)) STRICT, WITHOUT ROWID;
CREATE TABLE control_policy(
  control_id INTEGER NOT NULL REFERENCES control(id), policy_id INTEGER NOT NULL REFERENCES policy(id),
  PRIMARY KEY(control_id, policy_id)) STRICT, WITHOUT ROWID;
CREATE INDEX control_policy_right ON control_policy(policy_id);
CREATE TABLE control_system(
  control_id INTEGER NOT NULL REFERENCES control(id), system_id INTEGER NOT NULL REFERENCES system(id),
  PRIMARY KEY(control_id, system_id)) STRICT, WITHOUT ROWID;
CREATE INDEX control_system_right ON control_system(system_id);
CREATE TABLE risk_control(
  risk_id INTEGER NOT NULL REFERENCES risk(id), control_id INTEGER NOT NULL REFERENCES control(id),
  PRIMARY KEY(risk_id, control_id)) STRICT, WITHOUT ROWID;
CREATE INDEX risk_control_right ON risk_control(control_id);
CREATE TABLE risk_commitment(
  risk_id INTEGER NOT NULL REFERENCES risk(id), commitment_id INTEGER NOT NULL REFERENCES commitment(id),
  PRIMARY KEY(risk_id, commitment_id)) STRICT, WITHOUT ROWID;
CREATE INDEX risk_commitment_right ON risk_commitment(commitment_id);
CREATE TABLE policy_requirement_control(
  policy_requirement_id INTEGER NOT NULL REFERENCES policy_requirement(id), control_id INTEGER NOT NULL REFERENCES control(id),
  PRIMARY KEY(policy_requirement_id, control_id)) STRICT, WITHOUT ROWID;
CREATE INDEX policy_requirement_control_right ON policy_requirement_control(control_id);
CREATE TABLE test_procedure_policy_requirement(
  test_procedure_id INTEGER NOT NULL REFERENCES test_procedure(id), policy_requirement_id INTEGER NOT NULL REFERENCES policy_requirement(id),
  PRIMARY KEY(test_procedure_id, policy_requirement_id)) STRICT, WITHOUT ROWID;
CREATE INDEX test_procedure_policy_requirement_right ON test_procedure_policy_requirement(policy_requirement_id);
CREATE TABLE evidence_policy(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), policy_id INTEGER NOT NULL REFERENCES policy(id),
  PRIMARY KEY(evidence_id, policy_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_policy_right ON evidence_policy(policy_id);
CREATE TABLE evidence_vendor(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), vendor_id INTEGER NOT NULL REFERENCES vendor(id),
  PRIMARY KEY(evidence_id, vendor_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_vendor_right ON evidence_vendor(vendor_id);
CREATE TABLE evidence_request(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), request_id INTEGER NOT NULL REFERENCES request(id),
  PRIMARY KEY(evidence_id, request_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_request_right ON evidence_request(request_id);
CREATE TABLE evidence_test(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), test_id INTEGER NOT NULL REFERENCES test(id),
  PRIMARY KEY(evidence_id, test_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_test_right ON evidence_test(test_id);
CREATE TABLE evidence_checklist_item(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), checklist_item_id INTEGER NOT NULL REFERENCES checklist_item(id),
  PRIMARY KEY(evidence_id, checklist_item_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_checklist_item_right ON evidence_checklist_item(checklist_item_id);
CREATE TABLE evidence_system(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), system_id INTEGER NOT NULL REFERENCES system(id),
  PRIMARY KEY(evidence_id, system_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_system_right ON evidence_system(system_id);
CREATE TABLE evidence_plan_item(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), plan_item_id INTEGER NOT NULL REFERENCES plan_item(id),
  PRIMARY KEY(evidence_id, plan_item_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_plan_item_right ON evidence_plan_item(plan_item_id);
CREATE TABLE evidence_answer(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), answer_id INTEGER NOT NULL REFERENCES answer(id),
  PRIMARY KEY(evidence_id, answer_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_answer_right ON evidence_answer(answer_id);
CREATE TABLE evidence_sampled_item(
  evidence_id INTEGER NOT NULL REFERENCES evidence(id), sampled_item_id INTEGER NOT NULL REFERENCES sampled_item(id),
  PRIMARY KEY(evidence_id, sampled_item_id)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_sampled_item_right ON evidence_sampled_item(sampled_item_id);
CREATE TABLE request_criterion(
  request_id INTEGER NOT NULL REFERENCES request(id), criterion_id INTEGER NOT NULL REFERENCES criterion(id),
  PRIMARY KEY(request_id, criterion_id)) STRICT, WITHOUT ROWID;
CREATE INDEX request_criterion_right ON request_criterion(criterion_id);
CREATE TABLE request_control(
  request_id INTEGER NOT NULL REFERENCES request(id), control_id INTEGER NOT NULL REFERENCES control(id),
  PRIMARY KEY(request_id, control_id)) STRICT, WITHOUT ROWID;
CREATE INDEX request_control_right ON request_control(control_id);
CREATE TABLE checklist_item_criterion(
  checklist_item_id INTEGER NOT NULL REFERENCES checklist_item(id), criterion_id INTEGER NOT NULL REFERENCES criterion(id),
  PRIMARY KEY(checklist_item_id, criterion_id)) STRICT, WITHOUT ROWID;
CREATE INDEX checklist_item_criterion_right ON checklist_item_criterion(criterion_id);
CREATE TABLE vendor_cuec_control(
  vendor_cuec_id INTEGER NOT NULL REFERENCES vendor_cuec(id), control_id INTEGER NOT NULL REFERENCES control(id),
  PRIMARY KEY(vendor_cuec_id, control_id)) STRICT, WITHOUT ROWID;
CREATE INDEX vendor_cuec_control_right ON vendor_cuec_control(control_id);
CREATE TABLE csoc_criterion(
  csoc_id INTEGER NOT NULL REFERENCES csoc(id), criterion_id INTEGER NOT NULL REFERENCES criterion(id),
  PRIMARY KEY(csoc_id, criterion_id)) STRICT, WITHOUT ROWID;
CREATE INDEX csoc_criterion_right ON csoc_criterion(criterion_id);
CREATE TABLE user_control_criterion(
  user_control_id INTEGER NOT NULL REFERENCES user_control(id), criterion_id INTEGER NOT NULL REFERENCES criterion(id),
  PRIMARY KEY(user_control_id, criterion_id)) STRICT, WITHOUT ROWID;
CREATE INDEX user_control_criterion_right ON user_control_criterion(criterion_id);
CREATE TABLE finding_control(
  finding_id INTEGER NOT NULL REFERENCES finding(id), control_id INTEGER NOT NULL REFERENCES control(id),
  PRIMARY KEY(finding_id, control_id)) STRICT, WITHOUT ROWID;
CREATE INDEX finding_control_right ON finding_control(control_id);
CREATE TABLE significant_change_system(
  significant_change_id INTEGER NOT NULL REFERENCES significant_change(id), system_id INTEGER NOT NULL REFERENCES system(id),
  PRIMARY KEY(significant_change_id, system_id)) STRICT, WITHOUT ROWID;
CREATE INDEX significant_change_system_right ON significant_change_system(system_id);
)sql";

// Both search indexes. `secure-delete`: what is taken out of the text is gone at once, for evidence that is erased.
inline constexpr const char *search = R"sql(
CREATE TABLE search_record(
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL, record_id INTEGER NOT NULL, UNIQUE(subject, record_id)) STRICT;
CREATE VIRTUAL TABLE search_words USING fts5(head, body, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE TABLE search_document(
  seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, state TEXT NOT NULL, version INTEGER NOT NULL,
  detail TEXT NOT NULL) STRICT;
CREATE TABLE search_piece(id INTEGER PRIMARY KEY, text BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE search_text USING fts5(text, content='', columnsize=0,
  tokenize='unicode61 remove_diacritics 2', prefix='2 3 4');
INSERT INTO search_text(search_text, rank) VALUES('secure-delete', 1);
)sql";

// Since this version a control and its revisions may have no frequency yet, stored as no word; earlier ones would read
// it as the first.
inline constexpr const char *expectedEvidence = R"sql(
ALTER TABLE test_procedure ADD COLUMN expected_evidence TEXT NOT NULL DEFAULT '';
)sql";

} // namespace tb::schema
