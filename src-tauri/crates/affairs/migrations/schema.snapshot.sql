CREATE INDEX agreement_amended ON agreement (amends_id) WHERE removed_at IS NULL
;
CREATE INDEX agreement_change_of ON agreement_change (agreement_id) WHERE removed_at IS NULL
;
CREATE INDEX agreement_check_clause_of ON agreement_check_clause (check_id) WHERE removed_at IS NULL
;
CREATE INDEX agreement_check_of ON agreement_check (agreement_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX agreement_continued ON agreement (continues_id)
  WHERE removed_at IS NULL AND continues_id IS NOT NULL
;
CREATE UNIQUE INDEX agreement_kind ON agreement (negotiation_id, kind) WHERE removed_at IS NULL AND amends_id IS NULL
;
CREATE UNIQUE INDEX agreement_material_once ON agreement_material (agreement_id, item) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX appeal_serial ON appeal (year, serial)
;
CREATE INDEX application_by ON application (admission_id) WHERE removed_at IS NULL
;
CREATE INDEX application_of ON application (person_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX application_waiting ON application (person_id)
  WHERE removed_at IS NULL AND admission_id IS NULL AND refused_on IS NULL
;
CREATE INDEX attachment_content ON attachment (content)
;
CREATE INDEX attachment_of ON attachment (of_kind, of_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX calendar_holiday_name ON calendar_holiday (notice_id, name) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX calendar_notice_year ON calendar_notice (year) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX calendar_workday_once ON calendar_workday (notice_id, held_on) WHERE removed_at IS NULL
;
CREATE INDEX certificate_person ON certificate (person_id) WHERE removed_at IS NULL
;
CREATE INDEX certificate_until ON certificate (valid_until) WHERE removed_at IS NULL
;
CREATE INDEX change_of_name ON change (coalesce(before ->> '$.name', before ->> '$.worker'))
  WHERE coalesce(before ->> '$.name', before ->> '$.worker') IS NOT NULL
;
CREATE INDEX change_of_other ON change (coalesce(before ->> '$.gone_id', before ->> '$.other_id'))
  WHERE coalesce(before ->> '$.gone_id', before ->> '$.other_id') IS NOT NULL
;
CREATE INDEX change_of_person ON change
  (coalesce(before ->> '$.person_id', before ->> '$.leader_id', before ->> '$.kept_id', before ->> '$.one_id', before ->> '$.of_id'))
  WHERE coalesce(before ->> '$.person_id', before ->> '$.leader_id', before ->> '$.kept_id', before ->> '$.one_id',
    before ->> '$.of_id') IS NOT NULL
;
CREATE INDEX change_of_row ON change (substr(row_id, -8))
;
CREATE INDEX committee_attendance_of ON committee_attendance (meeting_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX committee_meeting_corrected ON committee_meeting (corrects_id)
  WHERE removed_at IS NULL AND corrects_id IS NOT NULL
;
CREATE UNIQUE INDEX committee_meeting_serial ON committee_meeting (body, year, serial)
;
CREATE INDEX committee_topic_of ON committee_topic (meeting_id) WHERE removed_at IS NULL
;
CREATE INDEX congress_delegate_of ON congress_delegate (term_id) WHERE removed_at IS NULL
;
CREATE INDEX congress_delegate_person ON congress_delegate (person_id) WHERE removed_at IS NULL
;
CREATE INDEX congress_matter_of ON congress_matter (meeting_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX congress_motion_serial ON congress_motion (year, serial)
;
CREATE INDEX congress_vote_of ON congress_vote (session_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX congress_vote_once ON congress_vote (session_id, agreement_id) WHERE removed_at IS NULL
;
CREATE INDEX consent_of ON consent (person_id) WHERE removed_at IS NULL
;
CREATE INDEX contract_clause_of ON contract_clause (agreement_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX contract_value_once ON contract_value (agreement_id, name) WHERE removed_at IS NULL
;
CREATE INDEX contract_version_clause_of ON contract_version_clause (version_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX contract_version_number ON contract_version (agreement_id, number) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX decision_use_once ON decision_use (of_id, act, topic_id) WHERE removed_at IS NULL
;
CREATE INDEX decision_use_topic ON decision_use (topic_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX desk_grant_one ON desk_grant (person_id, what) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX dismissal_check_once ON dismissal_check (dismissal_id, item) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX dismissal_serial ON dismissal (year, serial)
;
CREATE UNIQUE INDEX draft_of ON draft (person_id, form, ifnull(record, ''))
;
CREATE UNIQUE INDEX dues_base_of ON dues_base (person_id, from_month) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX dues_basis_month ON dues_basis (from_month) WHERE removed_at IS NULL
;
CREATE INDEX dues_entry_on ON dues_entry (paid_on)
;
CREATE INDEX dues_entry_reversed ON dues_entry (reverses_id) WHERE reverses_id IS NOT NULL
;
CREATE INDEX dues_payment_entry ON dues_payment (entry_id)
;
CREATE INDEX dues_payment_of ON dues_payment (person_id, month)
;
CREATE INDEX dues_talk_of ON dues_talk (person_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX election_ballot_round ON election_ballot (election_id, post, round) WHERE removed_at IS NULL
;
CREATE INDEX election_candidate_of ON election_candidate (election_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX election_event_once ON election_event (election_id, kind) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX election_session ON election (session) WHERE removed_at IS NULL
;
CREATE INDEX election_vote_of ON election_vote (ballot_id) WHERE removed_at IS NULL
;
CREATE INDEX employment_by_person ON employment (person_id) WHERE removed_at IS NULL
;
CREATE INDEX employment_by_shop ON employment (shop) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX expulsion_of ON expulsion (event_id) WHERE removed_at IS NULL
;
CREATE INDEX fee_payment_month ON fee_payment (month) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX fee_payroll_month ON fee_payroll (month) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX fee_share_month ON fee_share (from_month) WHERE removed_at IS NULL
;
CREATE INDEX form_filling_file ON form_filling (file_id)
;
CREATE INDEX form_filling_of ON form_filling (of_id) WHERE removed_at IS NULL
;
CREATE INDEX form_filling_of_form ON form_filling (form_id) WHERE removed_at IS NULL
;
CREATE INDEX hardship_file_of ON hardship_file (person_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX hardship_file_open ON hardship_file (person_id) WHERE removed_at IS NULL AND closed_on IS NULL
;
CREATE INDEX hazard_event_of ON hazard_event (hazard_id) WHERE removed_at IS NULL
;
CREATE INDEX hazard_found ON hazard (found_on) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX hazard_serial ON hazard (year, serial)
;
CREATE INDEX health_exam_person ON health_exam (person_id, examined_on) WHERE removed_at IS NULL
;
CREATE INDEX honour_kind ON honour (kind, person_id) WHERE removed_at IS NULL
;
CREATE INDEX honour_person ON honour (person_id, year) WHERE removed_at IS NULL
;
CREATE INDEX import_column_heading ON import_column (heading)
;
CREATE INDEX import_column_of ON import_column (batch_id, page, place)
;
CREATE INDEX import_row_batch ON import_row (batch_id)
;
CREATE INDEX import_row_of ON import_row (person_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX incoming_paper_once ON incoming_paper (source, their_number)
  WHERE removed_at IS NULL AND their_number IS NOT NULL
;
CREATE INDEX incoming_paper_open ON incoming_paper (due_on) WHERE removed_at IS NULL AND done_on IS NULL
;
CREATE UNIQUE INDEX incoming_paper_serial ON incoming_paper (year, serial)
;
CREATE INDEX injury_help_of ON injury_help (person_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX injury_help_serial ON injury_help (year, serial)
;
CREATE INDEX journal_turns ON journal (seq, target) WHERE target IS NOT NULL
;
CREATE INDEX labour_contract_ever ON labour_contract (person_id)
;
CREATE INDEX labour_contract_person ON labour_contract (person_id, from_on) WHERE removed_at IS NULL
;
CREATE INDEX labour_contract_until ON labour_contract (until_on) WHERE removed_at IS NULL AND ended_on IS NULL
;
CREATE UNIQUE INDEX law_pack_name ON law_pack (name) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX law_publisher_key ON law_publisher (public_key) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX leave_bar_one ON leave_bar (person_id, year, kind) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX leave_pay_one ON leave_pay (person_id, year) WHERE removed_at IS NULL
;
CREATE INDEX leave_period_person ON leave_period (person_id, year) WHERE removed_at IS NULL
;
CREATE INDEX leave_period_year ON leave_period (year) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX leave_schedule_one ON leave_schedule (year) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX leave_year_one ON leave_year (person_id, year) WHERE removed_at IS NULL
;
CREATE INDEX leave_year_year ON leave_year (year) WHERE removed_at IS NULL
;
CREATE INDEX letter_answers ON letter (answers_id) WHERE removed_at IS NULL AND answers_id IS NOT NULL
;
CREATE UNIQUE INDEX mediation_case_serial ON mediation_case (year, serial)
;
CREATE INDEX mediation_event_of ON mediation_event (case_id) WHERE removed_at IS NULL
;
CREATE INDEX meeting_attendance_of ON meeting_attendance (meeting_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX meeting_round ON meeting (negotiation_id, round) WHERE removed_at IS NULL
;
CREATE INDEX meeting_topic_of ON meeting_topic (meeting_id) WHERE removed_at IS NULL
;
CREATE INDEX meeting_undertaking_of ON meeting_undertaking (meeting_id) WHERE removed_at IS NULL
;
CREATE INDEX member_aid_of ON member_aid (person_id, given_on) WHERE removed_at IS NULL
;
CREATE INDEX member_line_birth ON member_line (birth, name_sort)
;
CREATE INDEX member_line_birth_year ON member_line (substr(birth, 1, 4), name_sort)
;
CREATE INDEX member_line_education ON member_line (education, name_sort)
;
CREATE INDEX member_line_event ON member_line (last_event, name_sort)
;
CREATE INDEX member_line_form ON member_line (form, name_sort)
;
CREATE INDEX member_line_group ON member_line (group_id, name_sort)
;
CREATE INDEX member_line_migrant ON member_line (migrant, name_sort)
;
CREATE INDEX member_line_name ON member_line (name_sort)
;
CREATE UNIQUE INDEX member_line_of ON member_line (id)
;
CREATE INDEX member_line_political ON member_line (political, name_sort)
;
CREATE INDEX member_line_post ON member_line (post, name_sort)
;
CREATE INDEX member_line_sex ON member_line (sex, name_sort)
;
CREATE INDEX member_line_shop ON member_line (shop, name_sort)
;
CREATE INDEX member_line_since ON member_line (since, name_sort)
;
CREATE INDEX member_line_skill ON member_line (skill, name_sort)
;
CREATE UNIQUE INDEX member_list_name ON member_list (name) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX member_number_of ON member_number (person_id) WHERE person_id IS NOT NULL
;
CREATE UNIQUE INDEX member_number_once ON member_number (number)
;
CREATE INDEX members_delegate_of ON members_delegate (session) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX members_meeting_round ON members_meeting (session, round) WHERE removed_at IS NULL
;
CREATE INDEX members_topic_of ON members_topic (meeting_id) WHERE removed_at IS NULL
;
CREATE INDEX membership_event_by_person ON membership_event (person_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_continued ON negotiation (continues_id)
  WHERE removed_at IS NULL AND continues_id IS NOT NULL
;
CREATE INDEX negotiation_event_of ON negotiation_event (negotiation_id) WHERE removed_at IS NULL
;
CREATE INDEX negotiation_information_of ON negotiation_information (negotiation_id) WHERE removed_at IS NULL
;
CREATE INDEX negotiation_mandate_of ON negotiation_mandate (negotiation_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_offer_one ON negotiation_offer (negotiation_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_order_one ON negotiation_order (negotiation_id) WHERE removed_at IS NULL
;
CREATE INDEX negotiation_paper_of ON negotiation_paper (negotiation_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_paper_once ON negotiation_paper (of_id, kind) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_party_sealed ON negotiation_party (negotiation_id)
  WHERE agreement_id IS NULL AND removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_party_signed ON negotiation_party (agreement_id)
  WHERE agreement_id IS NOT NULL AND removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_reply_day ON negotiation_reply (negotiation_id, replied_on) WHERE removed_at IS NULL
;
CREATE INDEX negotiation_representative_of ON negotiation_representative (negotiation_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_seal_once ON negotiation_seal (negotiation_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_secrecy_one ON negotiation_secrecy (representative_id) WHERE removed_at IS NULL
;
CREATE INDEX negotiation_suspension_of ON negotiation_suspension (negotiation_id) WHERE removed_at IS NULL
;
CREATE INDEX negotiation_warning_of ON negotiation_warning (negotiation_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX negotiation_year ON negotiation (year) WHERE removed_at IS NULL AND continues_id IS NULL
;
CREATE UNIQUE INDEX opinion_survey_once ON opinion_survey (negotiation_id) WHERE removed_at IS NULL
;
CREATE INDEX opinion_topic_of ON opinion_topic (survey_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX own_template_paper ON own_template (paper) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX paper_change_once ON paper_change (of_id, kind, block) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX paper_number ON paper (kind, year, number)
;
CREATE INDEX paper_of ON paper (of_id)
;
CREATE INDEX paper_sending_of ON paper_sending (paper_id) WHERE removed_at IS NULL
;
CREATE INDEX paper_year ON paper (year) WHERE removed_at IS NULL
;
CREATE INDEX pay_band_of ON pay_band (sheet_id, ord)
;
CREATE INDEX pay_column_of ON pay_column (sheet_id, place)
;
CREATE UNIQUE INDEX pay_insurance_one ON pay_insurance (name, from_on) WHERE removed_at IS NULL
;
CREATE INDEX pay_line_person ON pay_line (person_id) WHERE person_id IS NOT NULL
;
CREATE INDEX pay_line_points ON pay_line (sheet_id, place, person_id, gross, base, share_days, share_of, sex, front_line, form,
  skill, shop, post) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX pay_reference_one ON pay_reference (kind, region, period) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX pay_scenario_chosen ON pay_scenario (year) WHERE chosen = 1 AND removed_at IS NULL
;
CREATE UNIQUE INDEX pay_scenario_name ON pay_scenario (year, name) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX pay_sheet_period ON pay_sheet (period) WHERE removed_at IS NULL
;
CREATE INDEX pay_sheet_shape ON pay_sheet (shape) WHERE shape IS NOT NULL
;
CREATE INDEX pay_total_of ON pay_total (sheet_id, ord)
;
CREATE INDEX person_apart_other ON person_apart (other_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX person_apart_pair ON person_apart (one_id, other_id) WHERE removed_at IS NULL
;
CREATE INDEX person_by_card ON person (card_number) WHERE removed_at IS NULL AND card_number IS NOT NULL
;
CREATE INDEX person_by_key ON person (name_key) WHERE removed_at IS NULL
;
CREATE INDEX person_by_sort ON person (name_sort, id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX person_identity_number ON person_identity (number)
  WHERE removed_at IS NULL AND number IS NOT NULL
;
CREATE UNIQUE INDEX person_merge_gone ON person_merge (gone_id) WHERE removed_at IS NULL
;
CREATE INDEX person_merge_kept ON person_merge (kept_id) WHERE removed_at IS NULL
;
CREATE INDEX person_tag_kind ON person_tag (kind, person_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX person_tag_one ON person_tag (person_id, kind) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX petition_count_once ON petition_count (event_id) WHERE removed_at IS NULL
;
CREATE INDEX platform_cap_of ON platform_cap (firm_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX platform_firm_code ON platform_firm (credit_code) WHERE removed_at IS NULL AND credit_code IS NOT NULL
;
CREATE INDEX platform_meeting_of ON platform_meeting (talk_id) WHERE removed_at IS NULL
;
CREATE INDEX platform_position_of ON platform_position (meeting_id) WHERE removed_at IS NULL
;
CREATE INDEX platform_referral_of ON platform_referral (person_id) WHERE removed_at IS NULL
;
CREATE INDEX platform_talk_with ON platform_talk (firm_id) WHERE removed_at IS NULL
;
CREATE INDEX platform_work_at ON platform_work (firm_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX platform_work_one ON platform_work (person_id, firm_id) WHERE removed_at IS NULL AND until_on IS NULL
;
CREATE INDEX recuperation_batch_of ON recuperation_batch (plan_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX recuperation_place_one ON recuperation_place (batch_id, person_id) WHERE removed_at IS NULL
;
CREATE INDEX recuperation_place_person ON recuperation_place (person_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX recuperation_plan_one ON recuperation_plan (year) WHERE removed_at IS NULL
;
CREATE INDEX reform_measure_article ON reform_measure (article, year) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX reform_measure_serial ON reform_measure (year, serial)
;
CREATE INDEX report_photo_of ON report_photo (report_id) WHERE removed_at IS NULL
;
CREATE INDEX representative_candidate_of ON representative_candidate (election_id) WHERE removed_at IS NULL
;
CREATE INDEX representative_election_of ON representative_election (negotiation_id) WHERE removed_at IS NULL
;
CREATE INDEX safety_visit_item_of ON safety_visit_item (visit_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX safety_visit_serial ON safety_visit (year, serial)
;
CREATE INDEX skill_pay_form_of ON skill_pay_form (negotiation_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX skill_pay_level_once ON skill_pay_level (negotiation_id, trade, grade) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX supervision_case_serial ON supervision_case (year, serial)
;
CREATE INDEX supervision_event_of ON supervision_event (case_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX supervision_inspector_certificate ON supervision_inspector (certificate) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX supervision_letter_once ON supervision_letter (case_id, kind) WHERE removed_at IS NULL
;
CREATE INDEX training_person ON training (person_id, trained_on) WHERE removed_at IS NULL
;
CREATE INDEX union_group_person_of ON union_group_person (group_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX union_group_person_one ON union_group_person (person_id) WHERE removed_at IS NULL
;
CREATE INDEX union_seat_of ON union_seat (term_id) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX union_term_session ON union_term (body, session) WHERE removed_at IS NULL
;
CREATE UNIQUE INDEX workforce_day ON workforce (as_of) WHERE removed_at IS NULL
;
CREATE TABLE admission (
  id TEXT PRIMARY KEY,
  approved_on TEXT NOT NULL,
  late_entry TEXT,
  handed_on TEXT
) STRICT
;
CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  kind TEXT NOT NULL CHECK (kind IN ('collective', 'wage', 'women', 'safety')),
  title TEXT NOT NULL,
  term_from TEXT,
  term_to TEXT,
  removed_at TEXT
, continues_id TEXT REFERENCES agreement (id), amends_id TEXT REFERENCES agreement (id)) STRICT
;
CREATE TABLE agreement_amendment (
  id TEXT PRIMARY KEY REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  act TEXT NOT NULL CHECK (act IN ('change', 'rescind', 'end', 'renew')),
  proposed_by TEXT NOT NULL CHECK (proposed_by IN ('workers', 'employer')),
  proposed_on TEXT NOT NULL,
  ground_key TEXT,
  ground_text TEXT,
  reason TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  terms TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE agreement_change (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  ord INTEGER NOT NULL,
  clause TEXT NOT NULL,
  was TEXT NOT NULL,
  becomes TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE agreement_check (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  method TEXT NOT NULL,
  opinions TEXT,
  conclusion TEXT NOT NULL,
  workers TEXT NOT NULL,
  employer TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE agreement_check_clause (
  id TEXT PRIMARY KEY,
  check_id TEXT NOT NULL REFERENCES agreement_check (id),
  ord INTEGER NOT NULL,
  clause TEXT NOT NULL,
  target TEXT NOT NULL,
  actual TEXT NOT NULL,
  gap TEXT,
  cause TEXT,
  remedy TEXT,
  owner TEXT,
  due_on TEXT,
  done_on TEXT,
  removed_at TEXT
, award_on TEXT, sued_on TEXT) STRICT
;
CREATE TABLE agreement_filing (
  id TEXT PRIMARY KEY REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  department TEXT NOT NULL,
  filer TEXT NOT NULL,
  phone TEXT,
  enterprise_kind TEXT,
  trade TEXT,
  covered INTEGER,
  business TEXT,
  previous TEXT,
  disputed TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE agreement_material (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  item TEXT NOT NULL,
  ready_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE appeal (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  worker TEXT NOT NULL CHECK (worker IN ('member', 'non_member', 'new_form', 'anonymous')),
  kind TEXT NOT NULL CHECK (kind IN ('wages', 'hours', 'insurance', 'safety', 'women', 'contract', 'discipline',
    'welfare', 'other')),
  channel TEXT NOT NULL CHECK (channel IN ('visit', 'phone', 'message', 'letter', 'group', 'meeting')),
  raised_on TEXT NOT NULL,
  matter TEXT NOT NULL,
  details TEXT,
  handler TEXT,
  promised_on TEXT,
  answered_on TEXT,
  answer TEXT,
  onward TEXT CHECK (onward IN ('supervision', 'mediation', 'committee', 'negotiation')),
  onward_id TEXT,
  onward_words TEXT,
  onward_on TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE appeal_person (
  id TEXT PRIMARY KEY REFERENCES appeal (id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  contact TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE application (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  applied_on TEXT NOT NULL,
  signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
  group_on TEXT,
  group_by TEXT,
  group_text TEXT,
  admission_id TEXT REFERENCES admission (id),
  event_id TEXT REFERENCES membership_event (id),
  refused_on TEXT,
  refused_why TEXT,
  removed_at TEXT
, agreement TEXT CHECK (agreement IN ('agreed', 'not_agreed'))) STRICT
;
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  of_kind TEXT NOT NULL,
  of_id TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media TEXT NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('none', 'removed', 'kept')),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  removed_at TEXT
, small_sha256 TEXT) STRICT
;
CREATE TABLE calendar_holiday (
  id TEXT PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES calendar_notice (id),
  name TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  first_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE calendar_notice (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  basis TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE calendar_workday (
  id TEXT PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES calendar_notice (id),
  name TEXT NOT NULL,
  held_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE certificate (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('skill', 'operation', 'title', 'other')),
  name TEXT NOT NULL,
  grade TEXT,
  number TEXT,
  issuer TEXT,
  issued_on TEXT,
  valid_until TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE change (
  place  INTEGER PRIMARY KEY,
  tbl    TEXT NOT NULL,
  row_id TEXT NOT NULL,
  act    TEXT NOT NULL,
  before TEXT,
  after  TEXT,
  salt   BLOB,
  digest BLOB NOT NULL,
  seq    INTEGER NOT NULL GENERATED ALWAYS AS (place >> 32) VIRTUAL,
  ord    INTEGER NOT NULL GENERATED ALWAYS AS (place & 0xFFFFFFFF) VIRTUAL
, erased_by INTEGER) STRICT
;
CREATE TABLE committee_attendance (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES committee_meeting (id),
  ord INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  post TEXT,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  reason TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE committee_meeting (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (body IN ('committee', 'standing', 'audit', 'women', 'group')),
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  begins TEXT,
  ends TEXT,
  place TEXT NOT NULL,
  chair TEXT NOT NULL,
  recorder TEXT NOT NULL,
  observers TEXT,
  note TEXT,
  corrects_id TEXT REFERENCES committee_meeting (id),
  signed_on TEXT,
  quorum INTEGER,
  quorum_rule TEXT,
  vote_rule TEXT,
  law_pack TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE committee_topic (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES committee_meeting (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  said TEXT,
  votes_for INTEGER,
  votes_against INTEGER,
  votes_abstained INTEGER,
  decision TEXT,
  decision_number INTEGER,
  needed INTEGER,
  passed INTEGER CHECK (passed IN (0, 1)),
  removed_at TEXT,
  CHECK ((votes_for IS NULL) = (votes_against IS NULL) AND (votes_for IS NULL) = (votes_abstained IS NULL))
) STRICT
;
CREATE TABLE congress_delegate (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES congress_term (id),
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  woman INTEGER NOT NULL CHECK (woman IN (0, 1)),
  unit TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('front', 'staff', 'manager')),
  dispatched INTEGER NOT NULL CHECK (dispatched IN (0, 1)),
  elected_on TEXT NOT NULL,
  unit_workers INTEGER,
  voters INTEGER,
  votes_for INTEGER,
  ended_on TEXT,
  ended_how TEXT CHECK (ended_how IN ('left', 'moved', 'resigned', 'recalled', 'other')),
  ended_why TEXT,
  recall_voters INTEGER,
  recall_votes INTEGER,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE congress_matter (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES congress_meeting (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('hear', 'pass', 'elect', 'assess')),
  secret INTEGER NOT NULL CHECK (secret IN (0, 1)),
  votes_for INTEGER,
  votes_against INTEGER,
  abstained INTEGER,
  decision TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE congress_meeting (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES congress_term (id),
  name TEXT NOT NULL,
  held_on TEXT NOT NULL,
  place TEXT NOT NULL,
  host TEXT,
  agreed_on TEXT,
  reported_on TEXT,
  noticed_on TEXT,
  papers_on TEXT,
  due INTEGER NOT NULL,
  present INTEGER,
  published_on TEXT,
  upper_on TEXT,
  note TEXT,
  law_pack TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE congress_motion (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  term_id TEXT NOT NULL REFERENCES congress_term (id),
  matter TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('production', 'pay', 'hours', 'safety', 'welfare', 'training', 'rules', 'other')),
  proposer TEXT NOT NULL,
  seconders TEXT,
  reasons TEXT,
  advice TEXT NOT NULL,
  collected_on TEXT NOT NULL,
  review TEXT CHECK (review IN ('filed', 'merged', 'opinion', 'returned')),
  reviewed_on TEXT,
  review_note TEXT,
  department TEXT,
  handed_on TEXT,
  due_on TEXT,
  answered_on TEXT,
  answer TEXT,
  feedback TEXT CHECK (feedback IN ('satisfied', 'mostly', 'unsatisfied')),
  feedback_on TEXT,
  feedback_note TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE congress_session (
  id TEXT PRIMARY KEY,
  form TEXT NOT NULL CHECK (form IN ('congress', 'general')),
  name TEXT NOT NULL,
  held_on TEXT NOT NULL,
  due INTEGER NOT NULL,
  present INTEGER NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('secret', 'open')),
  given INTEGER,
  returned INTEGER,
  chair TEXT NOT NULL,
  chair_post TEXT,
  heard TEXT,
  tellers TEXT NOT NULL,
  scrutineers TEXT NOT NULL,
  law_pack TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE congress_term (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  began_on TEXT NOT NULL,
  years INTEGER NOT NULL,
  seats INTEGER NOT NULL,
  workers INTEGER NOT NULL,
  women_workers INTEGER,
  dispatched_workers INTEGER,
  posted_on TEXT,
  note TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE congress_vote (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES congress_session (id),
  ord INTEGER NOT NULL,
  matter TEXT NOT NULL,
  agreement_id TEXT REFERENCES agreement (id),
  votes_for INTEGER NOT NULL,
  votes_against INTEGER NOT NULL,
  abstained INTEGER NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('sensitive', 'provide', 'publish', 'abroad')),
  about TEXT NOT NULL,
  recipient TEXT,
  given_on TEXT NOT NULL,
  given_how TEXT NOT NULL CHECK (given_how IN ('paper', 'message', 'meeting')),
  withdrawn_on TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE contract_clause (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  item TEXT NOT NULL,
  ord INTEGER NOT NULL,
  group_key TEXT,
  library TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('library', 'agreed', 'last_year', 'typed')),
  round INTEGER,
  topic_id TEXT REFERENCES negotiation_topic (id),
  text TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE contract_value (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  name TEXT NOT NULL,
  kept TEXT NOT NULL,
  shown TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE contract_version (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  number INTEGER,
  source TEXT NOT NULL CHECK (source IN ('draft', 'pasted')),
  kept_on TEXT NOT NULL,
  note TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE contract_version_clause (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES contract_version (id),
  ord INTEGER NOT NULL,
  clause_id TEXT REFERENCES contract_clause (id),
  item TEXT,
  library TEXT,
  chapter TEXT NOT NULL,
  text TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE custody (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('seal', 'account', 'certificate', 'archive', 'key', 'other')),
  name TEXT NOT NULL,
  number TEXT,
  holder TEXT NOT NULL,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE "decision_use" (
  id TEXT PRIMARY KEY,
  topic_id TEXT NOT NULL REFERENCES committee_topic (id),
  act TEXT NOT NULL,
  of_id TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE desk_grant (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES desk_person (id),
  what TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE desk_person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'officer', 'auditor')),
  removed_at TEXT
) STRICT
;
CREATE TABLE dismissal (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('fault', 'no_fault', 'layoff', 'discipline')),
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  employer TEXT NOT NULL,
  received_on TEXT NOT NULL,
  written INTEGER NOT NULL CHECK (written IN (0, 1)),
  reasons TEXT NOT NULL,
  grounds TEXT,
  planned_on TEXT,
  stance TEXT CHECK (stance IN ('none', 'object')),
  opined_on TEXT,
  findings TEXT,
  articles TEXT,
  request TEXT,
  answer_by TEXT,
  contact TEXT,
  delivered_on TEXT,
  delivered_to TEXT,
  answered_on TEXT,
  answer TEXT,
  result TEXT CHECK (result IN ('withdrawn', 'changed', 'kept')),
  due_on TEXT,
  due_rule TEXT,
  law_pack TEXT,
  help TEXT CHECK (help IN ('not_wanted', 'mediation', 'arbitration')),
  known_on TEXT,
  mediation_id TEXT REFERENCES mediation_case (id),
  closed_on TEXT,
  outcome TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE dismissal_check (
  id TEXT PRIMARY KEY,
  dismissal_id TEXT NOT NULL REFERENCES dismissal (id),
  item TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  form TEXT NOT NULL,
  record TEXT,
  person_id TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT
;
CREATE TABLE dues_base (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  from_month TEXT NOT NULL,
  base INTEGER NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE dues_basis (
  id TEXT PRIMARY KEY,
  from_month TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('lawful', 'rate', 'flat')),
  rate INTEGER,
  flat INTEGER,
  ground TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE dues_entry (
  id TEXT PRIMARY KEY,
  paid_on TEXT NOT NULL,
  payer TEXT,
  note TEXT,
  reverses_id TEXT REFERENCES dues_entry (id)
) STRICT
;
CREATE TABLE dues_payment (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL REFERENCES dues_entry (id),
  person_id TEXT REFERENCES person (id),
  month TEXT NOT NULL,
  amount INTEGER NOT NULL
, erased TEXT) STRICT
;
CREATE TABLE dues_talk (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  talked_on TEXT NOT NULL,
  talked_by TEXT NOT NULL,
  said TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('promised', 'excused', 'active', 'refused')),
  until_on TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE election (
  id TEXT PRIMARY KEY,
  session INTEGER NOT NULL,
  years INTEGER NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('whole', 'delegates')),
  direct INTEGER NOT NULL CHECK (direct IN (0, 1)),
  members INTEGER NOT NULL,
  committee_seats INTEGER NOT NULL,
  standing_seats INTEGER NOT NULL,
  vice_seats INTEGER NOT NULL,
  audit_seats INTEGER NOT NULL,
  women_seats INTEGER NOT NULL,
  planned_on TEXT NOT NULL,
  place TEXT,
  note TEXT,
  removed_at TEXT
, women_way TEXT NOT NULL DEFAULT 'meeting'
  CHECK (women_way IN ('meeting', 'women', 'agreed'))) STRICT
;
CREATE TABLE election_ballot (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id),
  post TEXT NOT NULL CHECK (post IN ('committee', 'standing', 'chair', 'vice', 'audit', 'audit_chair', 'women',
    'women_chair')),
  round INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  due INTEGER NOT NULL,
  present INTEGER NOT NULL,
  given INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  valid INTEGER NOT NULL,
  tellers TEXT,
  scrutineers TEXT,
  law_pack TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE election_candidate (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id),
  post TEXT NOT NULL CHECK (post IN ('committee', 'standing', 'chair', 'vice', 'audit', 'audit_chair', 'women',
    'women_chair')),
  ord INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  work TEXT,
  cleared INTEGER NOT NULL CHECK (cleared IN (0, 1)),
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE election_event (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id),
  kind TEXT NOT NULL CHECK (kind IN ('requested', 'approved', 'delegates', 'qualified', 'proposed', 'consented', 'posted',
    'reported', 'confirmed', 'registered', 'audited', 'handed_over')),
  happened_on TEXT NOT NULL,
  until_on TEXT,
  number TEXT,
  text TEXT,
  law_pack TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE election_term (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id),
  term_id TEXT NOT NULL REFERENCES union_term (id),
  ended_id TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE election_vote (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id),
  ballot_id TEXT NOT NULL REFERENCES election_ballot (id),
  ord INTEGER NOT NULL,
  candidate_id TEXT REFERENCES election_candidate (id),
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  votes_for INTEGER NOT NULL,
  votes_against INTEGER NOT NULL,
  abstained INTEGER NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE employment (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  employer TEXT,
  shop TEXT,
  post TEXT,
  work_number TEXT,
  form TEXT NOT NULL CHECK (form IN ('contract', 'dispatched', 'part_time', 'outsourced', 'intern', 'rehired', 'other')),
  status TEXT,
  hired_on TEXT,
  hired_precision TEXT CHECK (hired_precision IN ('day', 'month', 'year')),
  left_on TEXT,
  removed_at TEXT
, employer_code TEXT, team TEXT) STRICT
;
CREATE TABLE expulsion (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  event_id TEXT NOT NULL REFERENCES membership_event (id),
  group_on TEXT NOT NULL,
  group_by TEXT NOT NULL,
  group_text TEXT NOT NULL,
  court TEXT NOT NULL,
  judgement TEXT NOT NULL,
  judged_on TEXT NOT NULL,
  upper TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE fee_demand (
  id TEXT PRIMARY KEY,
  from_month TEXT NOT NULL,
  to_month TEXT NOT NULL,
  addressee TEXT NOT NULL,
  pay_by TEXT,
  pay_to TEXT,
  contact TEXT,
  written_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE fee_payment (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('paid', 'returned')),
  paid_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE fee_payroll (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  payroll INTEGER NOT NULL,
  source TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE fee_share (
  id TEXT PRIMARY KEY,
  from_month TEXT NOT NULL,
  share INTEGER,
  ground TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE "form" (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  program TEXT NOT NULL CHECK (program IN ('docx', 'xlsx')),
  about TEXT NOT NULL CHECK (about IN ('union', 'person', 'roster', 'negotiation', 'supervision')),
  file_id TEXT NOT NULL,
  added_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE form_filling (
  id TEXT PRIMARY KEY,
  form_id TEXT NOT NULL REFERENCES form (id),
  of_id TEXT,
  purpose TEXT NOT NULL CHECK (purpose IN ('submit', 'notice')),
  in_full INTEGER NOT NULL CHECK (in_full IN (0, 1)),
  lines INTEGER NOT NULL,
  filled_on TEXT NOT NULL,
  filled_by TEXT NOT NULL,
  file_id TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE hardship_file (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  opened_on TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('deep', 'relative', 'sudden', 'own')),
  cause TEXT CHECK (cause IN ('own_illness', 'family_illness', 'disability', 'schooling', 'accident', 'low_income', 'other')),
  details TEXT,
  household INTEGER CHECK (household > 0),
  income INTEGER CHECK (income >= 0),
  source TEXT,
  decided_on TEXT,
  visit_on TEXT,
  closed_on TEXT,
  ended TEXT CHECK (ended IN ('lifted', 'left', 'other')),
  removed_at TEXT
) STRICT
;
CREATE TABLE hazard (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  found_on TEXT NOT NULL,
  found_at TEXT,
  finder TEXT,
  found_how TEXT NOT NULL CHECK (found_how IN ('snapshot', 'inspection', 'report', 'employer', 'other')),
  unit TEXT,
  place TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('machine', 'electric', 'fire', 'height', 'lifting', 'chemical', 'space', 'dust', 'gear',
    'site', 'rules', 'other')),
  matter TEXT NOT NULL,
  details TEXT,
  basis TEXT,
  grade TEXT CHECK (grade IN ('general', 'major')),
  grade_reason TEXT,
  danger INTEGER NOT NULL CHECK (danger IN (0, 1)),
  evacuees TEXT,
  advice TEXT,
  advised_by TEXT,
  contact TEXT,
  assured_by TEXT,
  measures TEXT,
  funds TEXT,
  due_on TEXT,
  plan TEXT,
  late_entry TEXT,
  removed_at TEXT
, visit_id TEXT REFERENCES safety_visit (id)) STRICT
;
CREATE TABLE hazard_event (
  id TEXT PRIMARY KEY,
  hazard_id TEXT NOT NULL REFERENCES hazard (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('evacuation', 'decided', 'proposed', 'replied', 'extended', 'escalated', 'rectified',
    'passed', 'failed', 'closed', 'reopened', 'posted', 'reported', 'congress')),
  happened_on TEXT NOT NULL,
  happened_at TEXT,
  text TEXT NOT NULL,
  who TEXT,
  answer TEXT CHECK (answer IN ('agreed', 'partly', 'refused')),
  level TEXT CHECK (level IN ('team', 'shop', 'employer', 'upper', 'authority')),
  until_on TEXT,
  due_on TEXT,
  due_rule TEXT,
  law_pack TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE health_exam (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('before', 'during', 'leaving', 'emergency')),
  examined_on TEXT NOT NULL,
  institution TEXT,
  hazards TEXT NOT NULL,
  conclusion TEXT CHECK (conclusion IN ('normal', 'recheck', 'suspected', 'contraindication', 'other')),
  next_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE honour (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('model_worker', 'may_day_medal', 'craftsman', 'union_activist', 'other')),
  level TEXT NOT NULL CHECK (level IN ('national', 'province', 'city', 'county', 'unit')),
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  issuer TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  page TEXT NOT NULL,
  people INTEGER NOT NULL,
  imported_at TEXT NOT NULL
, pasted INTEGER NOT NULL DEFAULT 0 CHECK (pasted IN (0, 1))) STRICT
;
CREATE TABLE import_column (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  page TEXT NOT NULL,
  place INTEGER NOT NULL,
  heading TEXT NOT NULL,
  field TEXT
) STRICT
;
CREATE TABLE import_row (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  page TEXT NOT NULL,
  place INTEGER NOT NULL,
  cells TEXT NOT NULL,
  removed_at TEXT
, filled TEXT) STRICT
;
CREATE TABLE incoming_paper (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('notice', 'letter', 'circular', 'decision', 'opinion', 'reply', 'minutes', 'other')),
  source TEXT NOT NULL,
  their_number TEXT,
  title TEXT NOT NULL,
  received_on TEXT NOT NULL,
  asked TEXT NOT NULL,
  due_on TEXT,
  due_time TEXT,
  wants_answer INTEGER NOT NULL CHECK (wants_answer IN (0, 1)),
  handler TEXT,
  note TEXT,
  done_on TEXT,
  done_how TEXT,
  done_paper_id TEXT REFERENCES paper (id),
  removed_at TEXT
) STRICT
;
CREATE TABLE "injury_help" (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  work_id TEXT REFERENCES platform_work (id),
  accident_on TEXT NOT NULL,
  place TEXT,
  order_number TEXT,
  asked TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  papers TEXT,
  reported_on TEXT,
  applied_on TEXT,
  accepted_on TEXT,
  concluded_on TEXT,
  outcome TEXT CHECK (outcome IN ('confirmed', 'refused', 'withdrawn')),
  result TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE journal (
  seq        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  at         TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  op         TEXT NOT NULL,
  label      TEXT NOT NULL,
  final      INTEGER NOT NULL CHECK (final IN (0, 1)),
  kind       TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target     INTEGER,
  prev_hash  BLOB NOT NULL,
  hash       BLOB NOT NULL
) STRICT
;
CREATE TABLE labour_contract (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  term TEXT NOT NULL CHECK (term IN ('fixed', 'open', 'task')),
  from_on TEXT NOT NULL,
  until_on TEXT,
  probation_until TEXT,
  ended_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE law_pack (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  signer TEXT,
  taken_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE law_publisher (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE leave_bar (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('school', 'personal', 'sick', 'idle')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE leave_pay (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  halves INTEGER NOT NULL CHECK (halves > 0),
  average INTEGER,
  daily INTEGER,
  paid INTEGER,
  paid_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE leave_period (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('planned', 'taken')),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  halves INTEGER CHECK (halves > 0),
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE leave_schedule (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  crossing TEXT CHECK (crossing IN ('year', 'ratio')),
  extra_days INTEGER CHECK (extra_days > 0),
  extra_source TEXT,
  asked_on TEXT,
  made_on TEXT,
  posted_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE leave_year (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  own_days INTEGER CHECK (own_days > 0),
  own_source TEXT,
  worked_before INTEGER CHECK (worked_before IN (0, 1)),
  opening INTEGER CHECK (opening > 0),
  carried INTEGER CHECK (carried > 0),
  carry_consent_on TEXT,
  unarranged_on TEXT,
  waived INTEGER CHECK (waived > 0),
  waived_on TEXT,
  waived_reason TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE ledger_meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID
;
CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  answers_id TEXT,
  addressee TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  enclosures TEXT,
  copies TEXT,
  contact TEXT,
  written_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE mediation_case (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  topic TEXT NOT NULL CHECK (topic IN ('wages', 'hours', 'insurance', 'safety', 'women', 'contract', 'discipline',
    'welfare', 'other')),
  person_id TEXT REFERENCES person (id),
  worker TEXT NOT NULL,
  employer TEXT NOT NULL,
  applicant TEXT NOT NULL CHECK (applicant IN ('worker', 'employer')),
  oral INTEGER NOT NULL CHECK (oral IN (0, 1)),
  talks_on TEXT,
  applied_on TEXT,
  known_on TEXT,
  facts TEXT NOT NULL,
  claims TEXT NOT NULL,
  mediator_id TEXT REFERENCES mediator (id),
  removed_at TEXT
) STRICT
;
CREATE TABLE "mediation_event" (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES mediation_case (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('answered', 'settled', 'given_up', 'accepted', 'refused', 'met', 'extended', 'agreed',
    'signed', 'failed', 'withdrawn', 'reviewed', 'performed', 'unperformed', 'told')),
  happened_on TEXT NOT NULL,
  text TEXT NOT NULL,
  until_on TEXT,
  manner TEXT,
  due_on TEXT,
  due_rule TEXT,
  law_pack TEXT,
  removed_at TEXT
, late_entry TEXT) STRICT
;
CREATE TABLE mediator (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('workers', 'employer')),
  office TEXT NOT NULL CHECK (office IN ('chair', 'vice', 'member')),
  chosen TEXT NOT NULL CHECK (chosen IN ('union', 'elected', 'named', 'jointly')),
  from_on TEXT NOT NULL,
  until_on TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  round INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  begins TEXT NOT NULL,
  ends TEXT,
  place TEXT NOT NULL,
  chair_id TEXT NOT NULL REFERENCES negotiation_representative (id),
  recorder_name TEXT NOT NULL,
  recorder_post TEXT NOT NULL,
  agenda TEXT NOT NULL,
  next_on TEXT,
  next_place TEXT,
  late_entry TEXT,
  removed_at TEXT
, noted TEXT) STRICT
;
CREATE TABLE meeting_attendance (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  representative_id TEXT NOT NULL REFERENCES negotiation_representative (id),
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  reason TEXT,
  removed_at TEXT
, chief INTEGER CHECK (chief IN (0, 1))) STRICT
;
CREATE TABLE meeting_topic (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  topic_id TEXT NOT NULL REFERENCES negotiation_topic (id),
  ord INTEGER NOT NULL,
  workers_position TEXT NOT NULL,
  employer_position TEXT NOT NULL,
  evidence TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('agreed', 'disputed', 'deferred')),
  agreed_text TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE meeting_undertaking (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  ord INTEGER NOT NULL,
  what TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('workers', 'employer')),
  owner TEXT NOT NULL,
  due_on TEXT,
  done_on TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE "member_aid" (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  given_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'living', 'medical', 'schooling', 'job', 'legal', 'festival', 'wedding', 'birth', 'hospital', 'funeral', 'retiring', 'other')),
  amount INTEGER CHECK (amount > 0),
  source TEXT NOT NULL CHECK (source IN ('union', 'upper', 'employer', 'donated', 'none')),
  what TEXT,
  who TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE member_line (
  line INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name_sort TEXT NOT NULL,
  sex TEXT NOT NULL,
  birth TEXT,
  migrant INTEGER,
  skill INTEGER,
  education TEXT,
  political TEXT,
  shop TEXT,
  post TEXT,
  form TEXT,
  group_id TEXT,
  since TEXT,
  last_event TEXT
) STRICT
;
CREATE TABLE member_list (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  list_view TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE member_number (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  number INTEGER NOT NULL,
  given_on TEXT NOT NULL
) STRICT
;
CREATE TABLE members_delegate (
  id TEXT PRIMARY KEY,
  session INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  unit TEXT,
  manager INTEGER NOT NULL CHECK (manager IN (0, 1)),
  certificate TEXT,
  elected_on TEXT,
  ended_on TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE members_meeting (
  id TEXT PRIMARY KEY,
  session INTEGER NOT NULL,
  round INTEGER NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('whole', 'delegates')),
  noticed_on TEXT,
  held_on TEXT NOT NULL,
  place TEXT NOT NULL,
  host TEXT,
  recorder TEXT,
  due INTEGER NOT NULL,
  present INTEGER,
  askers INTEGER,
  course TEXT,
  law_pack TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE members_topic (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES members_meeting (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  decision TEXT,
  votes_for INTEGER,
  votes_against INTEGER,
  abstained INTEGER,
  removed_at TEXT
) STRICT
;
CREATE TABLE "membership_event" (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('joined', 'moved_in', 'resumed', 'retained', 'moved_out', 'withdrawn', 'expelled',
    'died')),
  happened_on TEXT,
  happened_precision TEXT CHECK (happened_precision IN ('day', 'month', 'year')),
  reason TEXT,
  note TEXT,
  other_union TEXT,
  until_on TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE negotiation (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  title TEXT NOT NULL,
  started_on TEXT NOT NULL,
  province TEXT NOT NULL,
  city TEXT,
  late_entry TEXT,
  removed_at TEXT
, continues_id TEXT REFERENCES negotiation (id)) STRICT
;
CREATE TABLE "negotiation_event" (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  agreement_id TEXT REFERENCES agreement (id),
  representative_id TEXT REFERENCES negotiation_representative (id),
  kind TEXT NOT NULL CHECK (kind IN ('petitioned', 'posted', 'vacated', 'replaced', 'promised', 'suspended', 'resumed',
    'reminded', 'warned', 'reported', 'applied', 'accepted', 'extended', 'coordinated', 'drafted', 'notified', 'signed',
    'filed', 'received', 'returned', 'in_effect', 'published', 'sent_up', 'explained', 'changed', 'renewed', 'rescinded',
    'rescission_filed', 'ended', 'noted')),
  happened_on TEXT NOT NULL,
  until_on TEXT,
  text TEXT NOT NULL,
  workers_chief TEXT,
  employer_chief TEXT,
  receiver TEXT,
  number TEXT,
  copies INTEGER,
  people INTEGER,
  how TEXT CHECK (how IN ('silence', 'opinion')),
  valid_until TEXT,
  late_entry TEXT,
  removed_at TEXT
, side TEXT CHECK (side IN ('workers', 'employer'))) STRICT
;
CREATE TABLE negotiation_information (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  ord INTEGER NOT NULL,
  of_side TEXT NOT NULL CHECK (of_side IN ('workers', 'employer')),
  name TEXT NOT NULL,
  period TEXT,
  secret INTEGER NOT NULL CHECK (secret IN (0, 1)),
  asked_on TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  received_on TEXT,
  received_from TEXT,
  form TEXT,
  pages INTEGER,
  refused_on TEXT,
  refused_reason TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE negotiation_mandate (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  kind TEXT NOT NULL CHECK (kind IN ('chief', 'adviser')),
  side TEXT NOT NULL CHECK (side IN ('workers', 'employer')),
  representative_id TEXT REFERENCES negotiation_representative (id),
  name TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'unspecified')),
  unit TEXT,
  profession TEXT,
  certificate TEXT,
  id_last4 TEXT,
  principal TEXT NOT NULL,
  principal_post TEXT,
  reason TEXT,
  scope TEXT NOT NULL,
  given_on TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,
  late_entry TEXT,
  removed_at TEXT
, secrecy_on TEXT) STRICT
;
CREATE TABLE negotiation_offer (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  by_side TEXT NOT NULL CHECK (by_side IN ('workers', 'employer')),
  addressee TEXT NOT NULL,
  reasons TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  received_on TEXT,
  received_by TEXT,
  proposed_on TEXT,
  proposed_place TEXT,
  contact TEXT NOT NULL,
  information TEXT NOT NULL,
  reply_due TEXT,
  reply_rule TEXT,
  law_pack TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE negotiation_order (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  department TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  ordered_on TEXT,
  number TEXT,
  correct_by TEXT,
  note TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE negotiation_paper (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  kind TEXT NOT NULL,
  of_id TEXT NOT NULL,
  title TEXT NOT NULL,
  dated TEXT,
  missing TEXT,
  facts TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE negotiation_party (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  agreement_id TEXT REFERENCES agreement (id),
  employer TEXT NOT NULL,
  union_name TEXT NOT NULL,
  removed_at TEXT
, employer_code TEXT, union_code TEXT) STRICT
;
CREATE TABLE negotiation_reply (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  kind TEXT NOT NULL CHECK (kind IN ('agreed', 'partly', 'refused')),
  replied_on TEXT NOT NULL,
  replied_by TEXT NOT NULL,
  text TEXT NOT NULL,
  meets_on TEXT,
  meets_place TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE negotiation_representative (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  side TEXT NOT NULL CHECK (side IN ('workers', 'employer')),
  ord INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'unspecified')),
  post TEXT NOT NULL,
  chief INTEGER NOT NULL CHECK (chief IN (0, 1)),
  outside INTEGER NOT NULL CHECK (outside IN (0, 1)),
  front_line INTEGER NOT NULL CHECK (front_line IN (0, 1)),
  personnel_manager INTEGER NOT NULL CHECK (personnel_manager IN (0, 1)),
  chosen_how TEXT NOT NULL,
  chosen_on TEXT,
  removed_at TEXT
, replaces_id TEXT REFERENCES negotiation_representative (id)) STRICT
;
CREATE TABLE negotiation_seal (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  sealed_on TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'abandoned')),
  reason TEXT,
  law_pack TEXT NOT NULL,
  removed_at TEXT
, plan TEXT) STRICT
;
CREATE TABLE negotiation_secrecy (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  representative_id TEXT NOT NULL REFERENCES negotiation_representative (id),
  signed_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE negotiation_suspension (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  meeting_id TEXT REFERENCES meeting (id),
  reason TEXT NOT NULL,
  force_majeure INTEGER NOT NULL CHECK (force_majeure IN (0, 1)),
  from_on TEXT NOT NULL,
  resume_on TEXT NOT NULL,
  resume_place TEXT NOT NULL,
  resume_subject TEXT NOT NULL,
  workers_agreed TEXT NOT NULL,
  employer_agreed TEXT NOT NULL,
  resumed_on TEXT,
  resumed_note TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE negotiation_topic (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  proposal TEXT NOT NULL,
  removed_at TEXT
, kinds TEXT, aside TEXT CHECK (aside IN ('withdrawn', 'carried')), aside_why TEXT) STRICT
;
CREATE TABLE negotiation_warning (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  case_id TEXT NOT NULL REFERENCES supervision_case (id),
  written_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE opinion_survey (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  how TEXT,
  handed_out INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE opinion_topic (
  id TEXT PRIMARY KEY,
  survey_id TEXT NOT NULL REFERENCES opinion_survey (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  people INTEGER NOT NULL,
  gist TEXT NOT NULL,
  topic_id TEXT REFERENCES negotiation_topic (id),
  removed_at TEXT
) STRICT
;
CREATE TABLE own_rule (
  id TEXT PRIMARY KEY,
  rule_id TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  contract TEXT NOT NULL,
  article TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE own_template (
  id TEXT PRIMARY KEY,
  paper TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  base TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE paper (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  of_id TEXT NOT NULL,
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  corrects_id TEXT REFERENCES paper (id),
  removed_at TEXT
, source_sha256 TEXT, filed_on TEXT, file_number TEXT, file_place TEXT) STRICT
;
CREATE TABLE paper_bytes (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT
;
CREATE TABLE paper_change (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  of_id TEXT NOT NULL,
  block TEXT NOT NULL,
  replaced TEXT NOT NULL,
  text TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE paper_sending (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  receiver TEXT NOT NULL,
  manner TEXT NOT NULL CHECK (manner IN ('handed', 'posted', 'electronic')),
  sent_on TEXT NOT NULL,
  signed_by TEXT,
  signed_on TEXT,
  note TEXT,
  removed_at TEXT,
  CHECK ((signed_by IS NULL) = (signed_on IS NULL))
) STRICT
;
CREATE TABLE paper_source (
  sha256 TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT
;
CREATE TABLE pay_band (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  ord INTEGER NOT NULL,
  name TEXT,
  from_sum INTEGER NOT NULL,
  to_sum INTEGER,
  middle INTEGER,
  headcount INTEGER NOT NULL,
  sum INTEGER,
  removed_at TEXT
) STRICT
;
CREATE TABLE pay_column (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  place INTEGER NOT NULL,
  heading TEXT NOT NULL,
  field TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE pay_insurance (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  rate INTEGER NOT NULL,
  base_floor INTEGER,
  base_ceiling INTEGER,
  from_on TEXT NOT NULL,
  source TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE pay_line (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  place INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  work_number TEXT,
  shop TEXT,
  post TEXT,
  form TEXT,
  front_line INTEGER CHECK (front_line IN (0, 1)),
  skill TEXT,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'unspecified')),
  gross INTEGER NOT NULL,
  base INTEGER,
  post_pay INTEGER,
  performance INTEGER,
  overtime INTEGER,
  allowance INTEGER,
  bonus INTEGER,
  half_days INTEGER,
  share_days INTEGER,
  share_of INTEGER,
  cells TEXT,
  removed_at TEXT
, erased TEXT, certificates TEXT, back_pay INTEGER) STRICT
;
CREATE TABLE pay_reference (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('minimum', 'minimum_hour', 'cpi', 'productivity', 'line_base', 'line_upper',
    'line_lower', 'average')),
  region TEXT NOT NULL,
  period TEXT NOT NULL,
  value INTEGER NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('yuan_month', 'yuan_year', 'yuan_hour', 'percent')),
  source TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE pay_scenario (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  year INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('workers', 'employer')),
  name TEXT NOT NULL,
  steps TEXT NOT NULL,
  said TEXT NOT NULL,
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 12),
  people INTEGER NOT NULL,
  before_average INTEGER,
  target_average INTEGER,
  target_floor INTEGER,
  wages INTEGER,
  insurance INTEGER,
  fee INTEGER,
  total INTEGER,
  chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)),
  kept_on TEXT NOT NULL,
  removed_at TEXT
, bounds TEXT) STRICT
;
CREATE TABLE pay_sheet (
  id TEXT PRIMARY KEY,
  period TEXT NOT NULL,
  depth TEXT NOT NULL CHECK (depth IN ('total', 'bands', 'single')),
  divided INTEGER NOT NULL CHECK (divided IN (0, 1)),
  headcount INTEGER NOT NULL,
  sum INTEGER,
  file_name TEXT,
  file_sha256 TEXT,
  page TEXT,
  pasted INTEGER NOT NULL CHECK (pasted IN (0, 1)),
  taken_at TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  given_by TEXT,
  note TEXT,
  shape TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE pay_total (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  ord INTEGER NOT NULL,
  shop TEXT NOT NULL,
  headcount INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name_sort TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'unspecified')),
  birth TEXT,
  birth_precision TEXT CHECK (birth_precision IN ('day', 'month', 'year')),
  ethnicity TEXT,
  education TEXT,
  political TEXT,
  skill_grade TEXT,
  household TEXT,
  native_place TEXT,
  migrant INTEGER CHECK (migrant IN (0, 1)),
  note TEXT,
  batch_id TEXT REFERENCES import_batch (id),
  batch_row INTEGER,
  removed_at TEXT
, card_number TEXT, household_place TEXT, started_on TEXT, started_precision TEXT CHECK (started_precision IN ('day', 'month', 'year')), title TEXT) STRICT
;
CREATE TABLE person_apart (
  id TEXT PRIMARY KEY,
  one_id TEXT NOT NULL REFERENCES person (id),
  other_id TEXT NOT NULL REFERENCES person (id),
  reason TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  facts TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE person_identity (
  id TEXT PRIMARY KEY REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT,
  number TEXT,
  phone TEXT,
  other_phones TEXT,
  removed_at TEXT
, email TEXT) STRICT
;
CREATE TABLE person_merge (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES person (id),
  gone_id TEXT NOT NULL REFERENCES person (id),
  merged_on TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE person_tag (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('model_worker', 'hardship', 'staff_post')),
  since TEXT,
  until_on TEXT,
  source TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE petition_count (
  id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES negotiation_event (id),
  asked_by TEXT NOT NULL CHECK (asked_by IN ('workers', 'delegates')),
  whole INTEGER NOT NULL,
  larger INTEGER NOT NULL CHECK (larger IN (0, 1)),
  removed_at TEXT
) STRICT
;
CREATE TABLE platform_cap (
  id TEXT PRIMARY KEY,
  firm_id TEXT NOT NULL REFERENCES platform_firm (id),
  talk_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('continuous', 'daily', 'pause', 'remind')),
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  source TEXT,
  since_on TEXT NOT NULL,
  until_on TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE platform_firm (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('platform', 'partner')),
  name TEXT NOT NULL,
  credit_code TEXT,
  trade TEXT NOT NULL,
  city TEXT,
  partner_of TEXT REFERENCES platform_firm (id),
  headcount INTEGER,
  union_members INTEGER,
  own_union TEXT,
  trade_union TEXT,
  local_union TEXT,
  injury TEXT NOT NULL CHECK (injury IN ('covered', 'not_covered', 'unknown')),
  injury_since TEXT,
  injury_source TEXT,
  insurance TEXT NOT NULL,
  contact TEXT,
  ended_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE platform_meeting (
  id TEXT PRIMARY KEY,
  talk_id TEXT NOT NULL REFERENCES platform_talk (id),
  held_on TEXT NOT NULL,
  place TEXT NOT NULL,
  chair TEXT,
  recorder TEXT,
  workers TEXT NOT NULL,
  employers TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE platform_position (
  id TEXT PRIMARY KEY,
  talk_id TEXT NOT NULL REFERENCES platform_talk (id),
  meeting_id TEXT NOT NULL REFERENCES platform_meeting (id),
  ord INTEGER NOT NULL,
  topic TEXT NOT NULL CHECK (topic IN ('orders', 'pay', 'hours', 'routes', 'rewards', 'other')),
  title TEXT,
  workers TEXT,
  employers TEXT,
  result TEXT NOT NULL CHECK (result IN ('agreed', 'disputed', 'deferred')),
  agreed TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE "platform_referral" (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  work_id TEXT REFERENCES platform_work (id),
  to_kind TEXT NOT NULL CHECK (to_kind IN ('employer', 'platform', 'trade', 'township')),
  to_union TEXT NOT NULL,
  referred_on TEXT NOT NULL,
  consent_on TEXT,
  reply_by TEXT,
  note TEXT,
  replied_on TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'declined', 'unwilling')),
  reply TEXT,
  late_entry TEXT,
  erased TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE platform_talk (
  id TEXT PRIMARY KEY,
  firm_id TEXT NOT NULL REFERENCES platform_firm (id),
  year INTEGER NOT NULL,
  asked_on TEXT,
  reply_by TEXT,
  replied_on TEXT,
  covers INTEGER,
  workers_seats INTEGER,
  employers_seats INTEGER,
  agreed_on TEXT,
  agreed TEXT,
  effective_on TEXT,
  posted_on TEXT,
  posted_where TEXT,
  feedback_by TEXT,
  feedback_on TEXT,
  feedback TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE platform_work (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  firm_id TEXT NOT NULL REFERENCES platform_firm (id),
  class TEXT NOT NULL CHECK (class IN ('labour', 'partial', 'civil')),
  basis TEXT,
  station TEXT,
  channel TEXT,
  since_on TEXT,
  until_on TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE recuperation_batch (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES recuperation_plan (id),
  name TEXT NOT NULL,
  base TEXT NOT NULL,
  outside INTEGER NOT NULL CHECK (outside IN (0, 1)),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  quota INTEGER CHECK (quota > 0),
  person_cost INTEGER CHECK (person_cost > 0),
  bought TEXT,
  insurer TEXT,
  posted_from TEXT,
  posted_until TEXT,
  spent INTEGER,
  settled_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE "recuperation_place" (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES recuperation_batch (id),
  person_id TEXT REFERENCES person (id),
  front_line INTEGER NOT NULL CHECK (front_line IN (0, 1)),
  reasons TEXT,
  room TEXT,
  meals TEXT,
  emergency TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE recuperation_plan (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  policy TEXT NOT NULL,
  days_inside INTEGER CHECK (days_inside > 0),
  days_outside INTEGER CHECK (days_outside > 0),
  day_cap INTEGER CHECK (day_cap > 0),
  year_cap INTEGER CHECK (year_cap > 0),
  front_share INTEGER CHECK (front_share > 0),
  gap_years INTEGER CHECK (gap_years > 0),
  gap_out_only INTEGER NOT NULL CHECK (gap_out_only IN (0, 1)),
  counts_leave TEXT NOT NULL CHECK (counts_leave IN ('no', 'yes', 'unsettled')),
  welfare_budget INTEGER,
  union_budget INTEGER,
  own_budget INTEGER,
  decided_on TEXT,
  decided_by TEXT,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE reform_article (
  id TEXT PRIMARY KEY,
  article INTEGER NOT NULL,
  words TEXT,
  handler TEXT
) STRICT
;
CREATE TABLE reform_measure (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  article INTEGER NOT NULL,
  measure TEXT NOT NULL,
  target TEXT,
  side TEXT NOT NULL CHECK (side IN ('union', 'employer', 'both', 'upper')),
  unit TEXT,
  handler TEXT,
  due_on TEXT,
  outcome TEXT CHECK (outcome IN ('done', 'stopped')),
  ended_on TEXT,
  result TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE reform_note (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  article INTEGER NOT NULL,
  note TEXT
) STRICT
;
CREATE TABLE report_photo (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES year_report (id),
  attachment_id TEXT NOT NULL,
  caption TEXT NOT NULL,
  ord INTEGER NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE representative_candidate (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES representative_election (id),
  ord INTEGER NOT NULL,
  representative_id TEXT REFERENCES negotiation_representative (id),
  name TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'unspecified')),
  post TEXT,
  front_line INTEGER NOT NULL CHECK (front_line IN (0, 1)),
  votes_for INTEGER NOT NULL,
  votes_against INTEGER NOT NULL,
  abstained INTEGER NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE representative_election (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  meeting TEXT NOT NULL,
  held_on TEXT NOT NULL,
  begins TEXT,
  place TEXT,
  chair TEXT,
  chair_post TEXT,
  recorder TEXT,
  recorder_post TEXT,
  due INTEGER NOT NULL,
  present INTEGER NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('secret', 'open')),
  proposed_by TEXT,
  given INTEGER,
  returned INTEGER,
  valid INTEGER,
  tellers TEXT NOT NULL,
  scrutineers TEXT NOT NULL,
  remarks TEXT,
  post_from TEXT,
  post_to TEXT,
  post_places TEXT,
  objections_who TEXT,
  objections_office TEXT,
  objections_phone TEXT,
  law_pack TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
, objections TEXT
  CHECK (objections IN ('none_raised', 'settled', 'upheld')), objections_said TEXT, objections_settled TEXT) STRICT
;
CREATE TABLE safety_report (
  id TEXT PRIMARY KEY,
  filed_on TEXT,
  training TEXT,
  funds TEXT,
  problems TEXT,
  plans TEXT
) STRICT
;
CREATE TABLE safety_visit (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  visited_on TEXT NOT NULL,
  topic TEXT NOT NULL,
  places TEXT NOT NULL,
  people TEXT NOT NULL,
  accompanied TEXT,
  summary TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE safety_visit_item (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES safety_visit (id),
  ord INTEGER NOT NULL,
  item TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('right', 'wrong', 'skipped')),
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE search_doc (
  doc INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL UNIQUE
) STRICT
;
CREATE VIRTUAL TABLE search_index USING fts5 (
  body, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '1 2 3'
)
;
CREATE TABLE 'search_index_config'(k PRIMARY KEY, v) WITHOUT ROWID
;
CREATE TABLE 'search_index_data'(id INTEGER PRIMARY KEY, block BLOB)
;
CREATE TABLE 'search_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)
;
CREATE TABLE 'search_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID
;
CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT
;
CREATE TABLE skill_pay_form (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('yearly', 'agreed', 'equity', 'dividend', 'project', 'other')),
  who TEXT NOT NULL,
  people INTEGER NOT NULL,
  terms TEXT NOT NULL,
  since TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE skill_pay_level (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  ord INTEGER NOT NULL,
  trade TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('学徒工', '初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师')),
  from_fen INTEGER NOT NULL,
  to_fen INTEGER NOT NULL,
  allowance_fen INTEGER,
  people INTEGER,
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE supervision_case (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('complaint', 'inspection', 'warning')),
  topic TEXT NOT NULL CHECK (topic IN ('wages', 'safety', 'hours', 'women', 'other')),
  received_on TEXT NOT NULL,
  employer TEXT NOT NULL,
  matter TEXT NOT NULL,
  details TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE supervision_event (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES supervision_case (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('accepted', 'refused', 'inquired', 'talked', 'reminder_answered',
    'opinion_answered', 'recommended', 'filed', 'decided', 'closed', 'told')),
  happened_on TEXT NOT NULL,
  text TEXT NOT NULL,
  place TEXT,
  asked TEXT,
  inspector_one_id TEXT REFERENCES supervision_inspector (id),
  inspector_two_id TEXT REFERENCES supervision_inspector (id),
  finding TEXT CHECK (finding IN ('violation', 'none')),
  signed_on TEXT,
  outcome TEXT CHECK (outcome IN ('mended', 'partly', 'refused')),
  number TEXT,
  department TEXT,
  due_on TEXT,
  due_rule TEXT,
  law_pack TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE supervision_informer (
  id TEXT PRIMARY KEY REFERENCES supervision_case (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  contact TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE supervision_inspector (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  certificate TEXT NOT NULL,
  valid_until TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE supervision_letter (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES supervision_case (id),
  kind TEXT NOT NULL CHECK (kind IN ('reminder', 'opinion', 'request')),
  dated_on TEXT NOT NULL,
  addressee TEXT NOT NULL,
  facts TEXT,
  evidence TEXT,
  articles TEXT,
  request TEXT,
  answer_by TEXT,
  contact TEXT,
  number TEXT,
  received_on TEXT,
  received_by TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE thumbnail (
  content TEXT PRIMARY KEY,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  jpeg BLOB NOT NULL
) STRICT
;
CREATE TABLE training (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  course TEXT NOT NULL,
  trained_on TEXT NOT NULL,
  hours INTEGER,
  provider TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE union_enterprise (
  id TEXT PRIMARY KEY,
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  credit_code TEXT,
  removed_at TEXT
, representative TEXT) STRICT
;
CREATE TABLE union_group (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES union_group (id),
  kind TEXT NOT NULL CHECK (kind IN ('branch', 'group')),
  name TEXT NOT NULL,
  leader_id TEXT REFERENCES person (id),
  leader_name TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE union_group_person (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  group_id TEXT NOT NULL REFERENCES union_group (id),
  removed_at TEXT
) STRICT
;
CREATE TABLE union_record (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  credit_code TEXT NOT NULL,
  employer TEXT NOT NULL,
  province TEXT NOT NULL,
  city TEXT,
  named_day TEXT,
  founded_at TEXT NOT NULL
, kind TEXT, form TEXT, employer_code TEXT, established_on TEXT, approval_number TEXT, upper_union TEXT, bank TEXT, bank_account TEXT, certificate_number TEXT, certificate_until TEXT, seal INTEGER CHECK (seal IN (0, 1)), employer_representative TEXT) STRICT
;
CREATE TABLE union_seat (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES union_term (id),
  ord INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  office TEXT NOT NULL CHECK (office IN ('chair', 'vice', 'standing', 'women', 'member')),
  duty TEXT,
  from_on TEXT,
  to_on TEXT,
  certificate_number TEXT,
  certificate_until TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE union_term (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (body IN ('committee', 'audit', 'women', 'supervision')),
  session INTEGER NOT NULL,
  started_on TEXT NOT NULL,
  years INTEGER NOT NULL,
  approval_number TEXT,
  ended_on TEXT,
  cleared INTEGER NOT NULL CHECK (cleared IN (0, 1)),
  note TEXT,
  removed_at TEXT
) STRICT
;
CREATE TABLE workforce (
  id TEXT PRIMARY KEY,
  as_of TEXT NOT NULL,
  workers INTEGER NOT NULL CHECK (workers > 0),
  source TEXT NOT NULL,
  removed_at TEXT
) STRICT
;
CREATE TABLE year_report (
  id TEXT PRIMARY KEY,
  guidance TEXT,
  merit TEXT,
  quality TEXT,
  standing TEXT,
  growth TEXT,
  problems TEXT,
  plans TEXT,
  filled_by TEXT,
  responsible TEXT
, addressee TEXT) STRICT
;
CREATE TRIGGER change_is_append_only_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
;
CREATE TRIGGER change_is_append_only_update BEFORE UPDATE ON change
WHEN change_purging() IS NULL OR OLD.erased_by IS NOT NULL OR NEW.erased_by IS NOT change_purging()
  OR NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.salt IS NOT NULL
  OR NEW.place <> OLD.place OR NEW.tbl <> OLD.tbl OR NEW.row_id <> OLD.row_id OR NEW.act <> OLD.act
  OR NEW.digest <> OLD.digest
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
;
CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
;
CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
;
-- generated trigger journal_of_admission_delete
-- generated trigger journal_of_admission_id
-- generated trigger journal_of_admission_insert
-- generated trigger journal_of_admission_update
-- generated trigger journal_of_agreement_amendment_delete
-- generated trigger journal_of_agreement_amendment_id
-- generated trigger journal_of_agreement_amendment_insert
-- generated trigger journal_of_agreement_amendment_update
-- generated trigger journal_of_agreement_change_delete
-- generated trigger journal_of_agreement_change_id
-- generated trigger journal_of_agreement_change_insert
-- generated trigger journal_of_agreement_change_update
-- generated trigger journal_of_agreement_check_clause_delete
-- generated trigger journal_of_agreement_check_clause_id
-- generated trigger journal_of_agreement_check_clause_insert
-- generated trigger journal_of_agreement_check_clause_update
-- generated trigger journal_of_agreement_check_delete
-- generated trigger journal_of_agreement_check_id
-- generated trigger journal_of_agreement_check_insert
-- generated trigger journal_of_agreement_check_update
-- generated trigger journal_of_agreement_delete
-- generated trigger journal_of_agreement_filing_delete
-- generated trigger journal_of_agreement_filing_id
-- generated trigger journal_of_agreement_filing_insert
-- generated trigger journal_of_agreement_filing_update
-- generated trigger journal_of_agreement_id
-- generated trigger journal_of_agreement_insert
-- generated trigger journal_of_agreement_material_delete
-- generated trigger journal_of_agreement_material_id
-- generated trigger journal_of_agreement_material_insert
-- generated trigger journal_of_agreement_material_update
-- generated trigger journal_of_agreement_update
-- generated trigger journal_of_appeal_delete
-- generated trigger journal_of_appeal_id
-- generated trigger journal_of_appeal_insert
-- generated trigger journal_of_appeal_person_delete
-- generated trigger journal_of_appeal_person_id
-- generated trigger journal_of_appeal_person_insert
-- generated trigger journal_of_appeal_person_update
-- generated trigger journal_of_appeal_update
-- generated trigger journal_of_application_delete
-- generated trigger journal_of_application_id
-- generated trigger journal_of_application_insert
-- generated trigger journal_of_application_update
-- generated trigger journal_of_attachment_delete
-- generated trigger journal_of_attachment_id
-- generated trigger journal_of_attachment_insert
-- generated trigger journal_of_attachment_update
-- generated trigger journal_of_calendar_holiday_delete
-- generated trigger journal_of_calendar_holiday_id
-- generated trigger journal_of_calendar_holiday_insert
-- generated trigger journal_of_calendar_holiday_update
-- generated trigger journal_of_calendar_notice_delete
-- generated trigger journal_of_calendar_notice_id
-- generated trigger journal_of_calendar_notice_insert
-- generated trigger journal_of_calendar_notice_update
-- generated trigger journal_of_calendar_workday_delete
-- generated trigger journal_of_calendar_workday_id
-- generated trigger journal_of_calendar_workday_insert
-- generated trigger journal_of_calendar_workday_update
-- generated trigger journal_of_certificate_delete
-- generated trigger journal_of_certificate_id
-- generated trigger journal_of_certificate_insert
-- generated trigger journal_of_certificate_update
-- generated trigger journal_of_committee_attendance_delete
-- generated trigger journal_of_committee_attendance_id
-- generated trigger journal_of_committee_attendance_insert
-- generated trigger journal_of_committee_attendance_update
-- generated trigger journal_of_committee_meeting_delete
-- generated trigger journal_of_committee_meeting_id
-- generated trigger journal_of_committee_meeting_insert
-- generated trigger journal_of_committee_meeting_update
-- generated trigger journal_of_committee_topic_delete
-- generated trigger journal_of_committee_topic_id
-- generated trigger journal_of_committee_topic_insert
-- generated trigger journal_of_committee_topic_update
-- generated trigger journal_of_congress_delegate_delete
-- generated trigger journal_of_congress_delegate_id
-- generated trigger journal_of_congress_delegate_insert
-- generated trigger journal_of_congress_delegate_update
-- generated trigger journal_of_congress_matter_delete
-- generated trigger journal_of_congress_matter_id
-- generated trigger journal_of_congress_matter_insert
-- generated trigger journal_of_congress_matter_update
-- generated trigger journal_of_congress_meeting_delete
-- generated trigger journal_of_congress_meeting_id
-- generated trigger journal_of_congress_meeting_insert
-- generated trigger journal_of_congress_meeting_update
-- generated trigger journal_of_congress_motion_delete
-- generated trigger journal_of_congress_motion_id
-- generated trigger journal_of_congress_motion_insert
-- generated trigger journal_of_congress_motion_update
-- generated trigger journal_of_congress_session_delete
-- generated trigger journal_of_congress_session_id
-- generated trigger journal_of_congress_session_insert
-- generated trigger journal_of_congress_session_update
-- generated trigger journal_of_congress_term_delete
-- generated trigger journal_of_congress_term_id
-- generated trigger journal_of_congress_term_insert
-- generated trigger journal_of_congress_term_update
-- generated trigger journal_of_congress_vote_delete
-- generated trigger journal_of_congress_vote_id
-- generated trigger journal_of_congress_vote_insert
-- generated trigger journal_of_congress_vote_update
-- generated trigger journal_of_consent_delete
-- generated trigger journal_of_consent_id
-- generated trigger journal_of_consent_insert
-- generated trigger journal_of_consent_update
-- generated trigger journal_of_contract_clause_delete
-- generated trigger journal_of_contract_clause_id
-- generated trigger journal_of_contract_clause_insert
-- generated trigger journal_of_contract_clause_update
-- generated trigger journal_of_contract_value_delete
-- generated trigger journal_of_contract_value_id
-- generated trigger journal_of_contract_value_insert
-- generated trigger journal_of_contract_value_update
-- generated trigger journal_of_contract_version_clause_delete
-- generated trigger journal_of_contract_version_clause_id
-- generated trigger journal_of_contract_version_clause_insert
-- generated trigger journal_of_contract_version_clause_update
-- generated trigger journal_of_contract_version_delete
-- generated trigger journal_of_contract_version_id
-- generated trigger journal_of_contract_version_insert
-- generated trigger journal_of_contract_version_update
-- generated trigger journal_of_custody_delete
-- generated trigger journal_of_custody_id
-- generated trigger journal_of_custody_insert
-- generated trigger journal_of_custody_update
-- generated trigger journal_of_decision_use_delete
-- generated trigger journal_of_decision_use_id
-- generated trigger journal_of_decision_use_insert
-- generated trigger journal_of_decision_use_update
-- generated trigger journal_of_desk_grant_delete
-- generated trigger journal_of_desk_grant_id
-- generated trigger journal_of_desk_grant_insert
-- generated trigger journal_of_desk_grant_update
-- generated trigger journal_of_desk_person_delete
-- generated trigger journal_of_desk_person_id
-- generated trigger journal_of_desk_person_insert
-- generated trigger journal_of_desk_person_update
-- generated trigger journal_of_dismissal_check_delete
-- generated trigger journal_of_dismissal_check_id
-- generated trigger journal_of_dismissal_check_insert
-- generated trigger journal_of_dismissal_check_update
-- generated trigger journal_of_dismissal_delete
-- generated trigger journal_of_dismissal_id
-- generated trigger journal_of_dismissal_insert
-- generated trigger journal_of_dismissal_update
-- generated trigger journal_of_dues_base_delete
-- generated trigger journal_of_dues_base_id
-- generated trigger journal_of_dues_base_insert
-- generated trigger journal_of_dues_base_update
-- generated trigger journal_of_dues_basis_delete
-- generated trigger journal_of_dues_basis_id
-- generated trigger journal_of_dues_basis_insert
-- generated trigger journal_of_dues_basis_update
-- generated trigger journal_of_dues_entry_delete
-- generated trigger journal_of_dues_entry_id
-- generated trigger journal_of_dues_entry_insert
-- generated trigger journal_of_dues_entry_update
-- generated trigger journal_of_dues_payment_delete
-- generated trigger journal_of_dues_payment_id
-- generated trigger journal_of_dues_payment_insert
-- generated trigger journal_of_dues_payment_update
-- generated trigger journal_of_dues_talk_delete
-- generated trigger journal_of_dues_talk_id
-- generated trigger journal_of_dues_talk_insert
-- generated trigger journal_of_dues_talk_update
-- generated trigger journal_of_election_ballot_delete
-- generated trigger journal_of_election_ballot_id
-- generated trigger journal_of_election_ballot_insert
-- generated trigger journal_of_election_ballot_update
-- generated trigger journal_of_election_candidate_delete
-- generated trigger journal_of_election_candidate_id
-- generated trigger journal_of_election_candidate_insert
-- generated trigger journal_of_election_candidate_update
-- generated trigger journal_of_election_delete
-- generated trigger journal_of_election_event_delete
-- generated trigger journal_of_election_event_id
-- generated trigger journal_of_election_event_insert
-- generated trigger journal_of_election_event_update
-- generated trigger journal_of_election_id
-- generated trigger journal_of_election_insert
-- generated trigger journal_of_election_term_delete
-- generated trigger journal_of_election_term_id
-- generated trigger journal_of_election_term_insert
-- generated trigger journal_of_election_term_update
-- generated trigger journal_of_election_update
-- generated trigger journal_of_election_vote_delete
-- generated trigger journal_of_election_vote_id
-- generated trigger journal_of_election_vote_insert
-- generated trigger journal_of_election_vote_update
-- generated trigger journal_of_employment_delete
-- generated trigger journal_of_employment_id
-- generated trigger journal_of_employment_insert
-- generated trigger journal_of_employment_update
-- generated trigger journal_of_expulsion_delete
-- generated trigger journal_of_expulsion_id
-- generated trigger journal_of_expulsion_insert
-- generated trigger journal_of_expulsion_update
-- generated trigger journal_of_fee_demand_delete
-- generated trigger journal_of_fee_demand_id
-- generated trigger journal_of_fee_demand_insert
-- generated trigger journal_of_fee_demand_update
-- generated trigger journal_of_fee_payment_delete
-- generated trigger journal_of_fee_payment_id
-- generated trigger journal_of_fee_payment_insert
-- generated trigger journal_of_fee_payment_update
-- generated trigger journal_of_fee_payroll_delete
-- generated trigger journal_of_fee_payroll_id
-- generated trigger journal_of_fee_payroll_insert
-- generated trigger journal_of_fee_payroll_update
-- generated trigger journal_of_fee_share_delete
-- generated trigger journal_of_fee_share_id
-- generated trigger journal_of_fee_share_insert
-- generated trigger journal_of_fee_share_update
-- generated trigger journal_of_form_delete
-- generated trigger journal_of_form_filling_delete
-- generated trigger journal_of_form_filling_id
-- generated trigger journal_of_form_filling_insert
-- generated trigger journal_of_form_filling_update
-- generated trigger journal_of_form_id
-- generated trigger journal_of_form_insert
-- generated trigger journal_of_form_update
-- generated trigger journal_of_hardship_file_delete
-- generated trigger journal_of_hardship_file_id
-- generated trigger journal_of_hardship_file_insert
-- generated trigger journal_of_hardship_file_update
-- generated trigger journal_of_hazard_delete
-- generated trigger journal_of_hazard_event_delete
-- generated trigger journal_of_hazard_event_id
-- generated trigger journal_of_hazard_event_insert
-- generated trigger journal_of_hazard_event_update
-- generated trigger journal_of_hazard_id
-- generated trigger journal_of_hazard_insert
-- generated trigger journal_of_hazard_update
-- generated trigger journal_of_health_exam_delete
-- generated trigger journal_of_health_exam_id
-- generated trigger journal_of_health_exam_insert
-- generated trigger journal_of_health_exam_update
-- generated trigger journal_of_honour_delete
-- generated trigger journal_of_honour_id
-- generated trigger journal_of_honour_insert
-- generated trigger journal_of_honour_update
-- generated trigger journal_of_import_batch_delete
-- generated trigger journal_of_import_batch_id
-- generated trigger journal_of_import_batch_insert
-- generated trigger journal_of_import_batch_update
-- generated trigger journal_of_import_column_delete
-- generated trigger journal_of_import_column_id
-- generated trigger journal_of_import_column_insert
-- generated trigger journal_of_import_column_update
-- generated trigger journal_of_import_row_delete
-- generated trigger journal_of_import_row_id
-- generated trigger journal_of_import_row_insert
-- generated trigger journal_of_import_row_update
-- generated trigger journal_of_incoming_paper_delete
-- generated trigger journal_of_incoming_paper_id
-- generated trigger journal_of_incoming_paper_insert
-- generated trigger journal_of_incoming_paper_update
-- generated trigger journal_of_injury_help_delete
-- generated trigger journal_of_injury_help_id
-- generated trigger journal_of_injury_help_insert
-- generated trigger journal_of_injury_help_update
-- generated trigger journal_of_labour_contract_delete
-- generated trigger journal_of_labour_contract_id
-- generated trigger journal_of_labour_contract_insert
-- generated trigger journal_of_labour_contract_update
-- generated trigger journal_of_law_pack_delete
-- generated trigger journal_of_law_pack_id
-- generated trigger journal_of_law_pack_insert
-- generated trigger journal_of_law_pack_update
-- generated trigger journal_of_law_publisher_delete
-- generated trigger journal_of_law_publisher_id
-- generated trigger journal_of_law_publisher_insert
-- generated trigger journal_of_law_publisher_update
-- generated trigger journal_of_leave_bar_delete
-- generated trigger journal_of_leave_bar_id
-- generated trigger journal_of_leave_bar_insert
-- generated trigger journal_of_leave_bar_update
-- generated trigger journal_of_leave_pay_delete
-- generated trigger journal_of_leave_pay_id
-- generated trigger journal_of_leave_pay_insert
-- generated trigger journal_of_leave_pay_update
-- generated trigger journal_of_leave_period_delete
-- generated trigger journal_of_leave_period_id
-- generated trigger journal_of_leave_period_insert
-- generated trigger journal_of_leave_period_update
-- generated trigger journal_of_leave_schedule_delete
-- generated trigger journal_of_leave_schedule_id
-- generated trigger journal_of_leave_schedule_insert
-- generated trigger journal_of_leave_schedule_update
-- generated trigger journal_of_leave_year_delete
-- generated trigger journal_of_leave_year_id
-- generated trigger journal_of_leave_year_insert
-- generated trigger journal_of_leave_year_update
-- generated trigger journal_of_letter_delete
-- generated trigger journal_of_letter_id
-- generated trigger journal_of_letter_insert
-- generated trigger journal_of_letter_update
-- generated trigger journal_of_mediation_case_delete
-- generated trigger journal_of_mediation_case_id
-- generated trigger journal_of_mediation_case_insert
-- generated trigger journal_of_mediation_case_update
-- generated trigger journal_of_mediation_event_delete
-- generated trigger journal_of_mediation_event_id
-- generated trigger journal_of_mediation_event_insert
-- generated trigger journal_of_mediation_event_update
-- generated trigger journal_of_mediator_delete
-- generated trigger journal_of_mediator_id
-- generated trigger journal_of_mediator_insert
-- generated trigger journal_of_mediator_update
-- generated trigger journal_of_meeting_attendance_delete
-- generated trigger journal_of_meeting_attendance_id
-- generated trigger journal_of_meeting_attendance_insert
-- generated trigger journal_of_meeting_attendance_update
-- generated trigger journal_of_meeting_delete
-- generated trigger journal_of_meeting_id
-- generated trigger journal_of_meeting_insert
-- generated trigger journal_of_meeting_topic_delete
-- generated trigger journal_of_meeting_topic_id
-- generated trigger journal_of_meeting_topic_insert
-- generated trigger journal_of_meeting_topic_update
-- generated trigger journal_of_meeting_undertaking_delete
-- generated trigger journal_of_meeting_undertaking_id
-- generated trigger journal_of_meeting_undertaking_insert
-- generated trigger journal_of_meeting_undertaking_update
-- generated trigger journal_of_meeting_update
-- generated trigger journal_of_member_aid_delete
-- generated trigger journal_of_member_aid_id
-- generated trigger journal_of_member_aid_insert
-- generated trigger journal_of_member_aid_update
-- generated trigger journal_of_member_list_delete
-- generated trigger journal_of_member_list_id
-- generated trigger journal_of_member_list_insert
-- generated trigger journal_of_member_list_update
-- generated trigger journal_of_member_number_delete
-- generated trigger journal_of_member_number_id
-- generated trigger journal_of_member_number_insert
-- generated trigger journal_of_member_number_update
-- generated trigger journal_of_members_delegate_delete
-- generated trigger journal_of_members_delegate_id
-- generated trigger journal_of_members_delegate_insert
-- generated trigger journal_of_members_delegate_update
-- generated trigger journal_of_members_meeting_delete
-- generated trigger journal_of_members_meeting_id
-- generated trigger journal_of_members_meeting_insert
-- generated trigger journal_of_members_meeting_update
-- generated trigger journal_of_members_topic_delete
-- generated trigger journal_of_members_topic_id
-- generated trigger journal_of_members_topic_insert
-- generated trigger journal_of_members_topic_update
-- generated trigger journal_of_membership_event_delete
-- generated trigger journal_of_membership_event_id
-- generated trigger journal_of_membership_event_insert
-- generated trigger journal_of_membership_event_update
-- generated trigger journal_of_negotiation_delete
-- generated trigger journal_of_negotiation_event_delete
-- generated trigger journal_of_negotiation_event_id
-- generated trigger journal_of_negotiation_event_insert
-- generated trigger journal_of_negotiation_event_update
-- generated trigger journal_of_negotiation_id
-- generated trigger journal_of_negotiation_information_delete
-- generated trigger journal_of_negotiation_information_id
-- generated trigger journal_of_negotiation_information_insert
-- generated trigger journal_of_negotiation_information_update
-- generated trigger journal_of_negotiation_insert
-- generated trigger journal_of_negotiation_mandate_delete
-- generated trigger journal_of_negotiation_mandate_id
-- generated trigger journal_of_negotiation_mandate_insert
-- generated trigger journal_of_negotiation_mandate_update
-- generated trigger journal_of_negotiation_offer_delete
-- generated trigger journal_of_negotiation_offer_id
-- generated trigger journal_of_negotiation_offer_insert
-- generated trigger journal_of_negotiation_offer_update
-- generated trigger journal_of_negotiation_order_delete
-- generated trigger journal_of_negotiation_order_id
-- generated trigger journal_of_negotiation_order_insert
-- generated trigger journal_of_negotiation_order_update
-- generated trigger journal_of_negotiation_paper_delete
-- generated trigger journal_of_negotiation_paper_id
-- generated trigger journal_of_negotiation_paper_insert
-- generated trigger journal_of_negotiation_paper_update
-- generated trigger journal_of_negotiation_party_delete
-- generated trigger journal_of_negotiation_party_id
-- generated trigger journal_of_negotiation_party_insert
-- generated trigger journal_of_negotiation_party_update
-- generated trigger journal_of_negotiation_reply_delete
-- generated trigger journal_of_negotiation_reply_id
-- generated trigger journal_of_negotiation_reply_insert
-- generated trigger journal_of_negotiation_reply_update
-- generated trigger journal_of_negotiation_representative_delete
-- generated trigger journal_of_negotiation_representative_id
-- generated trigger journal_of_negotiation_representative_insert
-- generated trigger journal_of_negotiation_representative_update
-- generated trigger journal_of_negotiation_seal_delete
-- generated trigger journal_of_negotiation_seal_id
-- generated trigger journal_of_negotiation_seal_insert
-- generated trigger journal_of_negotiation_seal_update
-- generated trigger journal_of_negotiation_secrecy_delete
-- generated trigger journal_of_negotiation_secrecy_id
-- generated trigger journal_of_negotiation_secrecy_insert
-- generated trigger journal_of_negotiation_secrecy_update
-- generated trigger journal_of_negotiation_suspension_delete
-- generated trigger journal_of_negotiation_suspension_id
-- generated trigger journal_of_negotiation_suspension_insert
-- generated trigger journal_of_negotiation_suspension_update
-- generated trigger journal_of_negotiation_topic_delete
-- generated trigger journal_of_negotiation_topic_id
-- generated trigger journal_of_negotiation_topic_insert
-- generated trigger journal_of_negotiation_topic_update
-- generated trigger journal_of_negotiation_update
-- generated trigger journal_of_negotiation_warning_delete
-- generated trigger journal_of_negotiation_warning_id
-- generated trigger journal_of_negotiation_warning_insert
-- generated trigger journal_of_negotiation_warning_update
-- generated trigger journal_of_opinion_survey_delete
-- generated trigger journal_of_opinion_survey_id
-- generated trigger journal_of_opinion_survey_insert
-- generated trigger journal_of_opinion_survey_update
-- generated trigger journal_of_opinion_topic_delete
-- generated trigger journal_of_opinion_topic_id
-- generated trigger journal_of_opinion_topic_insert
-- generated trigger journal_of_opinion_topic_update
-- generated trigger journal_of_own_rule_delete
-- generated trigger journal_of_own_rule_id
-- generated trigger journal_of_own_rule_insert
-- generated trigger journal_of_own_rule_update
-- generated trigger journal_of_own_template_delete
-- generated trigger journal_of_own_template_id
-- generated trigger journal_of_own_template_insert
-- generated trigger journal_of_own_template_update
-- generated trigger journal_of_paper_change_delete
-- generated trigger journal_of_paper_change_id
-- generated trigger journal_of_paper_change_insert
-- generated trigger journal_of_paper_change_update
-- generated trigger journal_of_paper_delete
-- generated trigger journal_of_paper_id
-- generated trigger journal_of_paper_insert
-- generated trigger journal_of_paper_sending_delete
-- generated trigger journal_of_paper_sending_id
-- generated trigger journal_of_paper_sending_insert
-- generated trigger journal_of_paper_sending_update
-- generated trigger journal_of_paper_update
-- generated trigger journal_of_pay_band_delete
-- generated trigger journal_of_pay_band_id
-- generated trigger journal_of_pay_band_insert
-- generated trigger journal_of_pay_band_update
-- generated trigger journal_of_pay_column_delete
-- generated trigger journal_of_pay_column_id
-- generated trigger journal_of_pay_column_insert
-- generated trigger journal_of_pay_column_update
-- generated trigger journal_of_pay_insurance_delete
-- generated trigger journal_of_pay_insurance_id
-- generated trigger journal_of_pay_insurance_insert
-- generated trigger journal_of_pay_insurance_update
-- generated trigger journal_of_pay_line_delete
-- generated trigger journal_of_pay_line_id
-- generated trigger journal_of_pay_line_insert
-- generated trigger journal_of_pay_line_update
-- generated trigger journal_of_pay_reference_delete
-- generated trigger journal_of_pay_reference_id
-- generated trigger journal_of_pay_reference_insert
-- generated trigger journal_of_pay_reference_update
-- generated trigger journal_of_pay_scenario_delete
-- generated trigger journal_of_pay_scenario_id
-- generated trigger journal_of_pay_scenario_insert
-- generated trigger journal_of_pay_scenario_update
-- generated trigger journal_of_pay_sheet_delete
-- generated trigger journal_of_pay_sheet_id
-- generated trigger journal_of_pay_sheet_insert
-- generated trigger journal_of_pay_sheet_update
-- generated trigger journal_of_pay_total_delete
-- generated trigger journal_of_pay_total_id
-- generated trigger journal_of_pay_total_insert
-- generated trigger journal_of_pay_total_update
-- generated trigger journal_of_person_apart_delete
-- generated trigger journal_of_person_apart_id
-- generated trigger journal_of_person_apart_insert
-- generated trigger journal_of_person_apart_update
-- generated trigger journal_of_person_delete
-- generated trigger journal_of_person_id
-- generated trigger journal_of_person_identity_delete
-- generated trigger journal_of_person_identity_id
-- generated trigger journal_of_person_identity_insert
-- generated trigger journal_of_person_identity_update
-- generated trigger journal_of_person_insert
-- generated trigger journal_of_person_merge_delete
-- generated trigger journal_of_person_merge_id
-- generated trigger journal_of_person_merge_insert
-- generated trigger journal_of_person_merge_update
-- generated trigger journal_of_person_tag_delete
-- generated trigger journal_of_person_tag_id
-- generated trigger journal_of_person_tag_insert
-- generated trigger journal_of_person_tag_update
-- generated trigger journal_of_person_update
-- generated trigger journal_of_petition_count_delete
-- generated trigger journal_of_petition_count_id
-- generated trigger journal_of_petition_count_insert
-- generated trigger journal_of_petition_count_update
-- generated trigger journal_of_platform_cap_delete
-- generated trigger journal_of_platform_cap_id
-- generated trigger journal_of_platform_cap_insert
-- generated trigger journal_of_platform_cap_update
-- generated trigger journal_of_platform_firm_delete
-- generated trigger journal_of_platform_firm_id
-- generated trigger journal_of_platform_firm_insert
-- generated trigger journal_of_platform_firm_update
-- generated trigger journal_of_platform_meeting_delete
-- generated trigger journal_of_platform_meeting_id
-- generated trigger journal_of_platform_meeting_insert
-- generated trigger journal_of_platform_meeting_update
-- generated trigger journal_of_platform_position_delete
-- generated trigger journal_of_platform_position_id
-- generated trigger journal_of_platform_position_insert
-- generated trigger journal_of_platform_position_update
-- generated trigger journal_of_platform_referral_delete
-- generated trigger journal_of_platform_referral_id
-- generated trigger journal_of_platform_referral_insert
-- generated trigger journal_of_platform_referral_update
-- generated trigger journal_of_platform_talk_delete
-- generated trigger journal_of_platform_talk_id
-- generated trigger journal_of_platform_talk_insert
-- generated trigger journal_of_platform_talk_update
-- generated trigger journal_of_platform_work_delete
-- generated trigger journal_of_platform_work_id
-- generated trigger journal_of_platform_work_insert
-- generated trigger journal_of_platform_work_update
-- generated trigger journal_of_recuperation_batch_delete
-- generated trigger journal_of_recuperation_batch_id
-- generated trigger journal_of_recuperation_batch_insert
-- generated trigger journal_of_recuperation_batch_update
-- generated trigger journal_of_recuperation_place_delete
-- generated trigger journal_of_recuperation_place_id
-- generated trigger journal_of_recuperation_place_insert
-- generated trigger journal_of_recuperation_place_update
-- generated trigger journal_of_recuperation_plan_delete
-- generated trigger journal_of_recuperation_plan_id
-- generated trigger journal_of_recuperation_plan_insert
-- generated trigger journal_of_recuperation_plan_update
-- generated trigger journal_of_reform_article_delete
-- generated trigger journal_of_reform_article_id
-- generated trigger journal_of_reform_article_insert
-- generated trigger journal_of_reform_article_update
-- generated trigger journal_of_reform_measure_delete
-- generated trigger journal_of_reform_measure_id
-- generated trigger journal_of_reform_measure_insert
-- generated trigger journal_of_reform_measure_update
-- generated trigger journal_of_reform_note_delete
-- generated trigger journal_of_reform_note_id
-- generated trigger journal_of_reform_note_insert
-- generated trigger journal_of_reform_note_update
-- generated trigger journal_of_report_photo_delete
-- generated trigger journal_of_report_photo_id
-- generated trigger journal_of_report_photo_insert
-- generated trigger journal_of_report_photo_update
-- generated trigger journal_of_representative_candidate_delete
-- generated trigger journal_of_representative_candidate_id
-- generated trigger journal_of_representative_candidate_insert
-- generated trigger journal_of_representative_candidate_update
-- generated trigger journal_of_representative_election_delete
-- generated trigger journal_of_representative_election_id
-- generated trigger journal_of_representative_election_insert
-- generated trigger journal_of_representative_election_update
-- generated trigger journal_of_safety_report_delete
-- generated trigger journal_of_safety_report_id
-- generated trigger journal_of_safety_report_insert
-- generated trigger journal_of_safety_report_update
-- generated trigger journal_of_safety_visit_delete
-- generated trigger journal_of_safety_visit_id
-- generated trigger journal_of_safety_visit_insert
-- generated trigger journal_of_safety_visit_item_delete
-- generated trigger journal_of_safety_visit_item_id
-- generated trigger journal_of_safety_visit_item_insert
-- generated trigger journal_of_safety_visit_item_update
-- generated trigger journal_of_safety_visit_update
-- generated trigger journal_of_setting_delete
-- generated trigger journal_of_setting_id
-- generated trigger journal_of_setting_insert
-- generated trigger journal_of_setting_update
-- generated trigger journal_of_skill_pay_form_delete
-- generated trigger journal_of_skill_pay_form_id
-- generated trigger journal_of_skill_pay_form_insert
-- generated trigger journal_of_skill_pay_form_update
-- generated trigger journal_of_skill_pay_level_delete
-- generated trigger journal_of_skill_pay_level_id
-- generated trigger journal_of_skill_pay_level_insert
-- generated trigger journal_of_skill_pay_level_update
-- generated trigger journal_of_supervision_case_delete
-- generated trigger journal_of_supervision_case_id
-- generated trigger journal_of_supervision_case_insert
-- generated trigger journal_of_supervision_case_update
-- generated trigger journal_of_supervision_event_delete
-- generated trigger journal_of_supervision_event_id
-- generated trigger journal_of_supervision_event_insert
-- generated trigger journal_of_supervision_event_update
-- generated trigger journal_of_supervision_informer_delete
-- generated trigger journal_of_supervision_informer_id
-- generated trigger journal_of_supervision_informer_insert
-- generated trigger journal_of_supervision_informer_update
-- generated trigger journal_of_supervision_inspector_delete
-- generated trigger journal_of_supervision_inspector_id
-- generated trigger journal_of_supervision_inspector_insert
-- generated trigger journal_of_supervision_inspector_update
-- generated trigger journal_of_supervision_letter_delete
-- generated trigger journal_of_supervision_letter_id
-- generated trigger journal_of_supervision_letter_insert
-- generated trigger journal_of_supervision_letter_update
-- generated trigger journal_of_training_delete
-- generated trigger journal_of_training_id
-- generated trigger journal_of_training_insert
-- generated trigger journal_of_training_update
-- generated trigger journal_of_union_enterprise_delete
-- generated trigger journal_of_union_enterprise_id
-- generated trigger journal_of_union_enterprise_insert
-- generated trigger journal_of_union_enterprise_update
-- generated trigger journal_of_union_group_delete
-- generated trigger journal_of_union_group_id
-- generated trigger journal_of_union_group_insert
-- generated trigger journal_of_union_group_person_delete
-- generated trigger journal_of_union_group_person_id
-- generated trigger journal_of_union_group_person_insert
-- generated trigger journal_of_union_group_person_update
-- generated trigger journal_of_union_group_update
-- generated trigger journal_of_union_record_delete
-- generated trigger journal_of_union_record_id
-- generated trigger journal_of_union_record_insert
-- generated trigger journal_of_union_record_update
-- generated trigger journal_of_union_seat_delete
-- generated trigger journal_of_union_seat_id
-- generated trigger journal_of_union_seat_insert
-- generated trigger journal_of_union_seat_update
-- generated trigger journal_of_union_term_delete
-- generated trigger journal_of_union_term_id
-- generated trigger journal_of_union_term_insert
-- generated trigger journal_of_union_term_update
-- generated trigger journal_of_workforce_delete
-- generated trigger journal_of_workforce_id
-- generated trigger journal_of_workforce_insert
-- generated trigger journal_of_workforce_update
-- generated trigger journal_of_year_report_delete
-- generated trigger journal_of_year_report_id
-- generated trigger journal_of_year_report_insert
-- generated trigger journal_of_year_report_update
CREATE TRIGGER member_line_event_added AFTER INSERT ON membership_event BEGIN
  UPDATE member_line SET since = (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = member_line.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    last_event = (SELECT m.kind FROM membership_event m WHERE m.person_id = member_line.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  WHERE id = NEW.person_id;
END
;
CREATE TRIGGER member_line_event_changed AFTER UPDATE ON membership_event BEGIN
  UPDATE member_line SET since = (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = member_line.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    last_event = (SELECT m.kind FROM membership_event m WHERE m.person_id = member_line.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  WHERE id IN (OLD.person_id, NEW.person_id);
END
;
CREATE TRIGGER member_line_event_gone AFTER DELETE ON membership_event BEGIN
  UPDATE member_line SET since = (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = member_line.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    last_event = (SELECT m.kind FROM membership_event m WHERE m.person_id = member_line.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  WHERE id = OLD.person_id;
END
;
CREATE TRIGGER member_line_group_added AFTER INSERT ON union_group_person BEGIN
  UPDATE member_line SET group_id = (SELECT g.group_id FROM union_group_person g WHERE g.person_id = member_line.id AND g.removed_at IS NULL)
  WHERE id = NEW.person_id;
END
;
CREATE TRIGGER member_line_group_changed AFTER UPDATE ON union_group_person BEGIN
  UPDATE member_line SET group_id = (SELECT g.group_id FROM union_group_person g WHERE g.person_id = member_line.id AND g.removed_at IS NULL)
  WHERE id IN (OLD.person_id, NEW.person_id);
END
;
CREATE TRIGGER member_line_group_gone AFTER DELETE ON union_group_person BEGIN
  UPDATE member_line SET group_id = (SELECT g.group_id FROM union_group_person g WHERE g.person_id = member_line.id AND g.removed_at IS NULL)
  WHERE id = OLD.person_id;
END
;
CREATE TRIGGER member_line_job_added AFTER INSERT ON employment BEGIN
  UPDATE member_line SET shop = (SELECT e.shop FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    post = (SELECT e.post FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    form = (SELECT e.form FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = NEW.person_id;
END
;
CREATE TRIGGER member_line_job_form AFTER UPDATE OF form ON employment BEGIN
  UPDATE member_line SET form = (SELECT e.form FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = NEW.person_id;
END
;
CREATE TRIGGER member_line_job_gone AFTER DELETE ON employment BEGIN
  UPDATE member_line SET shop = (SELECT e.shop FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    post = (SELECT e.post FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    form = (SELECT e.form FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = OLD.person_id;
END
;
CREATE TRIGGER member_line_job_moved AFTER UPDATE OF person_id, left_on, removed_at ON employment BEGIN
  UPDATE member_line SET shop = (SELECT e.shop FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    post = (SELECT e.post FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    form = (SELECT e.form FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id IN (OLD.person_id, NEW.person_id);
END
;
CREATE TRIGGER member_line_job_post AFTER UPDATE OF post ON employment BEGIN
  UPDATE member_line SET post = (SELECT e.post FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = NEW.person_id;
END
;
CREATE TRIGGER member_line_job_shop AFTER UPDATE OF shop ON employment BEGIN
  UPDATE member_line SET shop = (SELECT e.shop FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = NEW.person_id;
END
;
CREATE TRIGGER member_line_person_added AFTER INSERT ON person BEGIN
  INSERT INTO member_line (id, name_sort, sex, birth, migrant, skill, education, political, shop, post, form, group_id, since,
    last_event)
  SELECT p.id, p.name_sort, p.sex, p.birth, p.migrant, skill_place(p.skill_grade), p.education, p.political,
    e.shop, e.post, e.form,
    (SELECT g.group_id FROM union_group_person g WHERE g.person_id = p.id AND g.removed_at IS NULL),
    (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = p.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    (SELECT m.kind FROM membership_event m WHERE m.person_id = p.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  FROM person p
  LEFT JOIN employment e ON e.id = (SELECT x.id FROM employment x
    WHERE x.person_id = p.id AND x.removed_at IS NULL AND x.left_on IS NULL ORDER BY x.id LIMIT 1)
  WHERE p.removed_at IS NULL AND p.id = NEW.id;
END
;
CREATE TRIGGER member_line_person_changed
AFTER UPDATE OF name_sort, sex, birth, migrant, education, political ON person BEGIN
  UPDATE member_line SET name_sort = NEW.name_sort, sex = NEW.sex, birth = NEW.birth, migrant = NEW.migrant,
    education = NEW.education, political = NEW.political WHERE id = OLD.id;
END
;
CREATE TRIGGER member_line_person_gone AFTER DELETE ON person BEGIN
  DELETE FROM member_line WHERE id = OLD.id;
END
;
CREATE TRIGGER member_line_person_hidden
AFTER UPDATE OF removed_at ON person WHEN (OLD.removed_at IS NULL) <> (NEW.removed_at IS NULL) BEGIN
  DELETE FROM member_line WHERE id = OLD.id;
  INSERT INTO member_line (id, name_sort, sex, birth, migrant, skill, education, political, shop, post, form, group_id, since,
    last_event)
  SELECT p.id, p.name_sort, p.sex, p.birth, p.migrant, skill_place(p.skill_grade), p.education, p.political,
    e.shop, e.post, e.form,
    (SELECT g.group_id FROM union_group_person g WHERE g.person_id = p.id AND g.removed_at IS NULL),
    (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = p.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    (SELECT m.kind FROM membership_event m WHERE m.person_id = p.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  FROM person p
  LEFT JOIN employment e ON e.id = (SELECT x.id FROM employment x
    WHERE x.person_id = p.id AND x.removed_at IS NULL AND x.left_on IS NULL ORDER BY x.id LIMIT 1)
  WHERE p.removed_at IS NULL AND p.id = NEW.id;
END
;
CREATE TRIGGER member_line_person_skilled AFTER UPDATE OF skill_grade ON person BEGIN
  UPDATE member_line SET skill = skill_place(NEW.skill_grade) WHERE id = OLD.id;
END
;
CREATE TRIGGER search_appeal_added AFTER INSERT ON appeal WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('appeal', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('appeal', NEW.year, NEW.serial) || ' ' || NEW.matter, NULL));
END
;
CREATE TRIGGER search_appeal_changed
AFTER UPDATE OF year, serial, matter, removed_at ON appeal BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'appeal', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('appeal', NEW.year, NEW.serial) || ' ' || NEW.matter, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_appeal_gone AFTER DELETE ON appeal BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_committee_added AFTER INSERT ON committee_meeting WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('committee', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inpapers ' ||
    search_text(committee_number(NEW.body, NEW.year, NEW.serial) || ' ' || NEW.held_on || ' ' || NEW.place, NULL));
END
;
CREATE TRIGGER search_committee_changed
AFTER UPDATE OF body, year, serial, held_on, place, removed_at ON committee_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'committee', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inpapers ' ||
    search_text(committee_number(NEW.body, NEW.year, NEW.serial) || ' ' || NEW.held_on || ' ' || NEW.place, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_committee_gone AFTER DELETE ON committee_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_congress_meeting_added AFTER INSERT ON congress_meeting WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('congressMeeting', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.name || ' ' || NEW.place, NULL));
END
;
CREATE TRIGGER search_congress_meeting_changed AFTER UPDATE OF name, place, removed_at ON congress_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'congressMeeting', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.name || ' ' || NEW.place, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_congress_meeting_gone AFTER DELETE ON congress_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_congress_motion_added AFTER INSERT ON congress_motion WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('congressMotion', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('congressMotion', NEW.year, NEW.serial) || ' ' || NEW.matter, NULL));
END
;
CREATE TRIGGER search_congress_motion_changed AFTER UPDATE OF year, serial, matter, removed_at ON congress_motion BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'congressMotion', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('congressMotion', NEW.year, NEW.serial) || ' ' || NEW.matter, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_congress_motion_gone AFTER DELETE ON congress_motion BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_congress_term_added AFTER INSERT ON congress_term WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('congressTerm', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' || search_text(NEW.name, NULL));
END
;
CREATE TRIGGER search_congress_term_changed AFTER UPDATE OF name, removed_at ON congress_term BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'congressTerm', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.name, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_congress_term_gone AFTER DELETE ON congress_term BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_decision_added AFTER INSERT ON committee_topic WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('decision', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inpapers ' ||
    search_text(NEW.title || ' ' || ifnull(NEW.decision, ''), NULL));
END
;
CREATE TRIGGER search_decision_changed AFTER UPDATE OF title, decision, removed_at ON committee_topic BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'decision', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inpapers ' ||
    search_text(NEW.title || ' ' || ifnull(NEW.decision, ''), NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_decision_gone AFTER DELETE ON committee_topic BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_dismissal_added AFTER INSERT ON dismissal WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('dismissal', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('dismissal', NEW.year, NEW.serial) || ' ' || NEW.name || ' ' || NEW.reasons, NULL));
END
;
CREATE TRIGGER search_dismissal_changed
AFTER UPDATE OF year, serial, name, reasons, removed_at ON dismissal BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'dismissal', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('dismissal', NEW.year, NEW.serial) || ' ' || NEW.name || ' ' || NEW.reasons, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_dismissal_gone AFTER DELETE ON dismissal BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_election_added AFTER INSERT ON election WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('election', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(union_term_name('committee', NEW.session) || '换届选举', NULL));
END
;
CREATE TRIGGER search_election_changed AFTER UPDATE OF session, removed_at ON election BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'election', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(union_term_name('committee', NEW.session) || '换届选举', NULL) FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_election_gone AFTER DELETE ON election BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_hazard_added AFTER INSERT ON hazard WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('hazard', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('hazard', NEW.year, NEW.serial) || ' ' || NEW.matter || ' ' || NEW.place, NULL));
END
;
CREATE TRIGGER search_hazard_changed
AFTER UPDATE OF year, serial, matter, place, removed_at ON hazard BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'hazard', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('hazard', NEW.year, NEW.serial) || ' ' || NEW.matter || ' ' || NEW.place, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_hazard_gone AFTER DELETE ON hazard BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_identity_added AFTER INSERT ON person_identity BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = NEW.id);
  INSERT INTO search_index (rowid, body) SELECT doc, search_text((SELECT name FROM person WHERE id = NEW.id),
    NEW.number) FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_identity_changed AFTER UPDATE OF number ON person_identity BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = NEW.id);
  INSERT INTO search_index (rowid, body) SELECT doc, search_text((SELECT name FROM person WHERE id = NEW.id),
    NEW.number) FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_identity_gone AFTER DELETE ON person_identity BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  INSERT INTO search_index (rowid, body) SELECT doc, search_text((SELECT name FROM person WHERE id = OLD.id),
    NULL) FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_incoming_added AFTER INSERT ON incoming_paper WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('incoming', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inpapers ' ||
    search_text(NEW.title || ' ' || NEW.source || ' ' || ifnull(NEW.their_number, '') || ' ' || NEW.asked || ' ' ||
      paper_number('incoming', NEW.year, NEW.serial), NULL));
END
;
CREATE TRIGGER search_incoming_changed
AFTER UPDATE OF title, source, their_number, asked, year, serial, removed_at ON incoming_paper BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'incoming', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inpapers ' ||
    search_text(NEW.title || ' ' || NEW.source || ' ' || ifnull(NEW.their_number, '') || ' ' || NEW.asked || ' ' ||
      paper_number('incoming', NEW.year, NEW.serial), NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_incoming_gone AFTER DELETE ON incoming_paper BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_mediation_added AFTER INSERT ON mediation_case WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('mediation', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('mediation', NEW.year, NEW.serial) || ' ' || NEW.worker || ' ' || NEW.claims, NULL));
END
;
CREATE TRIGGER search_mediation_changed
AFTER UPDATE OF year, serial, worker, claims, removed_at ON mediation_case BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'mediation', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('mediation', NEW.year, NEW.serial) || ' ' || NEW.worker || ' ' || NEW.claims, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_mediation_gone AFTER DELETE ON mediation_case BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_meeting_added AFTER INSERT ON meeting WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('meeting', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text('第' || NEW.round || '轮协商会议 ' || NEW.held_on || ' ' || NEW.place, NULL));
END
;
CREATE TRIGGER search_meeting_changed AFTER UPDATE OF round, held_on, place, removed_at ON meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'meeting', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text('第' || NEW.round || '轮协商会议 ' || NEW.held_on || ' ' || NEW.place, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_meeting_gone AFTER DELETE ON meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_members_meeting_added AFTER INSERT ON members_meeting WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('membersMeeting', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(members_meeting_name(NEW.form, NEW.session, NEW.round) || ' ' || ifnull(NEW.course, ''), NULL));
END
;
CREATE TRIGGER search_members_meeting_changed
AFTER UPDATE OF session, round, form, course, removed_at ON members_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'membersMeeting', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(members_meeting_name(NEW.form, NEW.session, NEW.round) || ' ' || ifnull(NEW.course, ''), NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_members_meeting_gone AFTER DELETE ON members_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_negotiation_added AFTER INSERT ON negotiation WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('negotiation', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' || search_text(NEW.title, NULL));
END
;
CREATE TRIGGER search_negotiation_changed AFTER UPDATE OF title, removed_at ON negotiation BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'negotiation', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.title, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_negotiation_gone AFTER DELETE ON negotiation BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_paper_added AFTER INSERT ON paper WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('paper', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inpapers ' ||
    search_text(NEW.title || ' ' || paper_number(NEW.kind, NEW.year, NEW.number), NULL));
END
;
CREATE TRIGGER search_paper_changed AFTER UPDATE OF title, removed_at ON paper BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'paper', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inpapers ' ||
    search_text(NEW.title || ' ' || paper_number(NEW.kind, NEW.year, NEW.number), NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_paper_gone AFTER DELETE ON paper BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_person_added AFTER INSERT ON person WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('person', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), search_text(NEW.name,
    (SELECT number FROM person_identity WHERE id = NEW.id)));
END
;
CREATE TRIGGER search_person_changed AFTER UPDATE OF name, removed_at ON person BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'person', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, search_text(NEW.name,
    (SELECT number FROM person_identity WHERE id = NEW.id)) FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_person_gone AFTER DELETE ON person BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_platform_added AFTER INSERT ON platform_firm WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('platform', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.name || ' ' || ifnull(NEW.credit_code, ''), NULL));
END
;
CREATE TRIGGER search_platform_changed AFTER UPDATE OF name, credit_code, removed_at ON platform_firm BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'platform', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(NEW.name || ' ' || ifnull(NEW.credit_code, ''), NULL) FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_platform_gone AFTER DELETE ON platform_firm BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_recuperation_added AFTER INSERT ON recuperation_batch WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('recuperation', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.name || ' 疗休养 ' || NEW.base, NULL));
END
;
CREATE TRIGGER search_recuperation_changed AFTER UPDATE OF name, base, removed_at ON recuperation_batch BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'recuperation', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(NEW.name || ' 疗休养 ' || NEW.base, NULL) FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_recuperation_gone AFTER DELETE ON recuperation_batch BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_reform_measure_added AFTER INSERT ON reform_measure WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('reformMeasure', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('reformMeasure', NEW.year, NEW.serial) || ' ' || NEW.measure || ' ' || ifnull(NEW.unit, ''), NULL));
END
;
CREATE TRIGGER search_reform_measure_changed
AFTER UPDATE OF year, serial, measure, unit, removed_at ON reform_measure BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'reformMeasure', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('reformMeasure', NEW.year, NEW.serial) || ' ' || NEW.measure || ' ' || ifnull(NEW.unit, ''), NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_reform_measure_gone AFTER DELETE ON reform_measure BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_safety_visit_added AFTER INSERT ON safety_visit WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('safetyVisit', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('safetyVisit', NEW.year, NEW.serial) || ' ' || NEW.topic || ' ' || NEW.places, NULL));
END
;
CREATE TRIGGER search_safety_visit_changed
AFTER UPDATE OF year, serial, topic, places, removed_at ON safety_visit BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'safetyVisit', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('safetyVisit', NEW.year, NEW.serial) || ' ' || NEW.topic || ' ' || NEW.places, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_safety_visit_gone AFTER DELETE ON safety_visit BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_supervision_added AFTER INSERT ON supervision_case WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('supervision', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('supervision', NEW.year, NEW.serial) || ' ' || NEW.matter || ' ' || NEW.employer, NULL));
END
;
CREATE TRIGGER search_supervision_changed
AFTER UPDATE OF year, serial, matter, employer, removed_at ON supervision_case BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'supervision', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('supervision', NEW.year, NEW.serial) || ' ' || NEW.matter || ' ' || NEW.employer, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_supervision_gone AFTER DELETE ON supervision_case BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_topic_added AFTER INSERT ON negotiation_topic WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('topic', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' || search_text(NEW.title, NULL));
END
;
CREATE TRIGGER search_topic_changed AFTER UPDATE OF title, removed_at ON negotiation_topic BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'topic', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.title, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_topic_gone AFTER DELETE ON negotiation_topic BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_undertaking_added AFTER INSERT ON meeting_undertaking WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('undertaking', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.what || ' ' || NEW.owner, NULL));
END
;
CREATE TRIGGER search_undertaking_changed AFTER UPDATE OF what, owner, removed_at ON meeting_undertaking BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'undertaking', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.what || ' ' || NEW.owner, NULL)
    FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_undertaking_gone AFTER DELETE ON meeting_undertaking BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_union_group_added AFTER INSERT ON union_group WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('unionGroup', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.name || ' ' || ifnull(NEW.leader_name, ''), NULL));
END
;
CREATE TRIGGER search_union_group_changed AFTER UPDATE OF name, leader_name, removed_at ON union_group BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'unionGroup', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(NEW.name || ' ' || ifnull(NEW.leader_name, ''), NULL) FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_union_group_gone AFTER DELETE ON union_group BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE TRIGGER search_union_term_added AFTER INSERT ON union_term WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('unionTerm', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(union_term_name(NEW.body, NEW.session), NULL));
END
;
CREATE TRIGGER search_union_term_changed AFTER UPDATE OF body, session, removed_at ON union_term BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'unionTerm', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(union_term_name(NEW.body, NEW.session), NULL) FROM search_doc WHERE ref = NEW.id;
END
;
CREATE TRIGGER search_union_term_gone AFTER DELETE ON union_term BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END
;
CREATE VIEW live_agreement AS SELECT * FROM agreement WHERE removed_at IS NULL
;
CREATE VIEW live_agreement_amendment AS SELECT * FROM agreement_amendment WHERE removed_at IS NULL
;
CREATE VIEW live_agreement_change AS SELECT * FROM agreement_change WHERE removed_at IS NULL
;
CREATE VIEW live_agreement_check AS SELECT * FROM agreement_check WHERE removed_at IS NULL
;
CREATE VIEW live_agreement_check_clause AS SELECT * FROM agreement_check_clause WHERE removed_at IS NULL
;
CREATE VIEW live_agreement_filing AS SELECT * FROM agreement_filing WHERE removed_at IS NULL
;
CREATE VIEW live_agreement_material AS SELECT * FROM agreement_material WHERE removed_at IS NULL
;
CREATE VIEW live_appeal AS SELECT * FROM appeal WHERE removed_at IS NULL
;
CREATE VIEW live_appeal_person AS SELECT * FROM appeal_person WHERE removed_at IS NULL
;
CREATE VIEW live_application AS SELECT * FROM application WHERE removed_at IS NULL
;
CREATE VIEW live_attachment AS SELECT * FROM attachment WHERE removed_at IS NULL
;
CREATE VIEW live_calendar_holiday AS SELECT * FROM calendar_holiday WHERE removed_at IS NULL
;
CREATE VIEW live_calendar_notice AS SELECT * FROM calendar_notice WHERE removed_at IS NULL
;
CREATE VIEW live_calendar_workday AS SELECT * FROM calendar_workday WHERE removed_at IS NULL
;
CREATE VIEW live_certificate AS SELECT * FROM certificate WHERE removed_at IS NULL
;
CREATE VIEW live_committee_attendance AS SELECT * FROM committee_attendance WHERE removed_at IS NULL
;
CREATE VIEW live_committee_meeting AS SELECT * FROM committee_meeting WHERE removed_at IS NULL
;
CREATE VIEW live_committee_topic AS SELECT * FROM committee_topic WHERE removed_at IS NULL
;
CREATE VIEW live_congress_delegate AS SELECT * FROM congress_delegate WHERE removed_at IS NULL
;
CREATE VIEW live_congress_matter AS SELECT * FROM congress_matter WHERE removed_at IS NULL
;
CREATE VIEW live_congress_meeting AS SELECT * FROM congress_meeting WHERE removed_at IS NULL
;
CREATE VIEW live_congress_motion AS SELECT * FROM congress_motion WHERE removed_at IS NULL
;
CREATE VIEW live_congress_session AS SELECT * FROM congress_session WHERE removed_at IS NULL
;
CREATE VIEW live_congress_term AS SELECT * FROM congress_term WHERE removed_at IS NULL
;
CREATE VIEW live_congress_vote AS SELECT * FROM congress_vote WHERE removed_at IS NULL
;
CREATE VIEW live_consent AS SELECT * FROM consent WHERE removed_at IS NULL
;
CREATE VIEW live_contract_clause AS SELECT * FROM contract_clause WHERE removed_at IS NULL
;
CREATE VIEW live_contract_value AS SELECT * FROM contract_value WHERE removed_at IS NULL
;
CREATE VIEW live_contract_version AS SELECT * FROM contract_version WHERE removed_at IS NULL
;
CREATE VIEW live_contract_version_clause AS SELECT * FROM contract_version_clause WHERE removed_at IS NULL
;
CREATE VIEW live_custody AS SELECT * FROM custody WHERE removed_at IS NULL
;
CREATE VIEW live_decision_use AS SELECT * FROM decision_use WHERE removed_at IS NULL
;
CREATE VIEW live_desk_grant AS SELECT * FROM desk_grant WHERE removed_at IS NULL
;
CREATE VIEW live_desk_person AS SELECT * FROM desk_person WHERE removed_at IS NULL
;
CREATE VIEW live_dismissal AS SELECT * FROM dismissal WHERE removed_at IS NULL
;
CREATE VIEW live_dismissal_check AS SELECT * FROM dismissal_check WHERE removed_at IS NULL
;
CREATE VIEW live_dues_base AS SELECT * FROM dues_base WHERE removed_at IS NULL
;
CREATE VIEW live_dues_basis AS SELECT * FROM dues_basis WHERE removed_at IS NULL
;
CREATE VIEW live_dues_talk AS SELECT * FROM dues_talk WHERE removed_at IS NULL
;
CREATE VIEW live_election AS SELECT * FROM election WHERE removed_at IS NULL
;
CREATE VIEW live_election_ballot AS SELECT * FROM election_ballot WHERE removed_at IS NULL
;
CREATE VIEW live_election_candidate AS SELECT * FROM election_candidate WHERE removed_at IS NULL
;
CREATE VIEW live_election_event AS SELECT * FROM election_event WHERE removed_at IS NULL
;
CREATE VIEW live_election_term AS SELECT * FROM election_term WHERE removed_at IS NULL
;
CREATE VIEW live_election_vote AS SELECT * FROM election_vote WHERE removed_at IS NULL
;
CREATE VIEW live_employment AS SELECT * FROM employment WHERE removed_at IS NULL
;
CREATE VIEW live_expulsion AS SELECT * FROM expulsion WHERE removed_at IS NULL
;
CREATE VIEW live_fee_demand AS SELECT * FROM fee_demand WHERE removed_at IS NULL
;
CREATE VIEW live_fee_payment AS SELECT * FROM fee_payment WHERE removed_at IS NULL
;
CREATE VIEW live_fee_payroll AS SELECT * FROM fee_payroll WHERE removed_at IS NULL
;
CREATE VIEW live_fee_share AS SELECT * FROM fee_share WHERE removed_at IS NULL
;
CREATE VIEW live_form AS SELECT * FROM form WHERE removed_at IS NULL
;
CREATE VIEW live_form_filling AS SELECT * FROM form_filling WHERE removed_at IS NULL
;
CREATE VIEW live_hardship_file AS SELECT * FROM hardship_file WHERE removed_at IS NULL
;
CREATE VIEW live_hazard AS SELECT * FROM hazard WHERE removed_at IS NULL
;
CREATE VIEW live_hazard_event AS SELECT * FROM hazard_event WHERE removed_at IS NULL
;
CREATE VIEW live_health_exam AS SELECT * FROM health_exam WHERE removed_at IS NULL
;
CREATE VIEW live_honour AS SELECT * FROM honour WHERE removed_at IS NULL
;
CREATE VIEW live_import_row AS SELECT * FROM import_row WHERE removed_at IS NULL
;
CREATE VIEW live_incoming_paper AS SELECT * FROM incoming_paper WHERE removed_at IS NULL
;
CREATE VIEW live_injury_help AS SELECT * FROM injury_help WHERE removed_at IS NULL
;
CREATE VIEW live_labour_contract AS SELECT * FROM labour_contract WHERE removed_at IS NULL
;
CREATE VIEW live_law_pack AS SELECT * FROM law_pack WHERE removed_at IS NULL
;
CREATE VIEW live_law_publisher AS SELECT * FROM law_publisher WHERE removed_at IS NULL
;
CREATE VIEW live_leave_bar AS SELECT * FROM leave_bar WHERE removed_at IS NULL
;
CREATE VIEW live_leave_pay AS SELECT * FROM leave_pay WHERE removed_at IS NULL
;
CREATE VIEW live_leave_period AS SELECT * FROM leave_period WHERE removed_at IS NULL
;
CREATE VIEW live_leave_schedule AS SELECT * FROM leave_schedule WHERE removed_at IS NULL
;
CREATE VIEW live_leave_year AS SELECT * FROM leave_year WHERE removed_at IS NULL
;
CREATE VIEW live_letter AS SELECT * FROM letter WHERE removed_at IS NULL
;
CREATE VIEW live_mediation_case AS SELECT * FROM mediation_case WHERE removed_at IS NULL
;
CREATE VIEW live_mediation_event AS SELECT * FROM mediation_event WHERE removed_at IS NULL
;
CREATE VIEW live_mediator AS SELECT * FROM mediator WHERE removed_at IS NULL
;
CREATE VIEW live_meeting AS SELECT * FROM meeting WHERE removed_at IS NULL
;
CREATE VIEW live_meeting_attendance AS SELECT * FROM meeting_attendance WHERE removed_at IS NULL
;
CREATE VIEW live_meeting_topic AS SELECT * FROM meeting_topic WHERE removed_at IS NULL
;
CREATE VIEW live_meeting_undertaking AS SELECT * FROM meeting_undertaking WHERE removed_at IS NULL
;
CREATE VIEW live_member_aid AS SELECT * FROM member_aid WHERE removed_at IS NULL
;
CREATE VIEW live_member_list AS SELECT * FROM member_list WHERE removed_at IS NULL
;
CREATE VIEW live_members_delegate AS SELECT * FROM members_delegate WHERE removed_at IS NULL
;
CREATE VIEW live_members_meeting AS SELECT * FROM members_meeting WHERE removed_at IS NULL
;
CREATE VIEW live_members_topic AS SELECT * FROM members_topic WHERE removed_at IS NULL
;
CREATE VIEW live_membership_event AS SELECT * FROM membership_event WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation AS SELECT * FROM negotiation WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_event AS
  SELECT e.id, e.negotiation_id,
    coalesce(e.agreement_id, iif(e.kind IN ('signed', 'filed', 'returned', 'in_effect', 'published'),
      (SELECT a.id FROM agreement a WHERE a.negotiation_id = e.negotiation_id AND a.kind = 'wage' AND a.removed_at IS NULL),
      NULL)) AS agreement_id,
    e.representative_id, e.kind, e.happened_on, e.until_on, e.text, e.workers_chief, e.employer_chief, e.receiver, e.number,
    e.copies, e.people, e.how, e.valid_until, e.side,
    coalesce(e.late_entry, iif(e.agreement_id IS NULL
      AND e.kind IN ('signed', 'filed', 'returned', 'in_effect', 'published'), '程序升级以前的登记', NULL)) AS late_entry,
    e.removed_at
  FROM negotiation_event e WHERE e.removed_at IS NULL
;
CREATE VIEW live_negotiation_information AS SELECT * FROM negotiation_information WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_mandate AS SELECT * FROM negotiation_mandate WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_offer AS SELECT * FROM negotiation_offer WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_order AS SELECT * FROM negotiation_order WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_paper AS SELECT * FROM negotiation_paper WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_party AS SELECT * FROM negotiation_party WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_reply AS SELECT * FROM negotiation_reply WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_representative AS SELECT * FROM negotiation_representative WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_seal AS SELECT * FROM negotiation_seal WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_secrecy AS SELECT * FROM negotiation_secrecy WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_suspension AS SELECT * FROM negotiation_suspension WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_topic AS SELECT * FROM negotiation_topic WHERE removed_at IS NULL
;
CREATE VIEW live_negotiation_warning AS SELECT * FROM negotiation_warning WHERE removed_at IS NULL
;
CREATE VIEW live_opinion_survey AS SELECT * FROM opinion_survey WHERE removed_at IS NULL
;
CREATE VIEW live_opinion_topic AS SELECT * FROM opinion_topic WHERE removed_at IS NULL
;
CREATE VIEW live_own_rule AS SELECT * FROM own_rule WHERE removed_at IS NULL
;
CREATE VIEW live_own_template AS SELECT * FROM own_template WHERE removed_at IS NULL
;
CREATE VIEW live_paper AS SELECT * FROM paper WHERE removed_at IS NULL
;
CREATE VIEW live_paper_change AS SELECT * FROM paper_change WHERE removed_at IS NULL
;
CREATE VIEW live_paper_sending AS SELECT * FROM paper_sending WHERE removed_at IS NULL
;
CREATE VIEW live_pay_insurance AS SELECT * FROM pay_insurance WHERE removed_at IS NULL
;
CREATE VIEW live_pay_line AS SELECT * FROM pay_line WHERE removed_at IS NULL
;
CREATE VIEW live_pay_reference AS SELECT * FROM pay_reference WHERE removed_at IS NULL
;
CREATE VIEW live_pay_scenario AS SELECT * FROM pay_scenario WHERE removed_at IS NULL
;
CREATE VIEW live_pay_sheet AS SELECT * FROM pay_sheet WHERE removed_at IS NULL
;
CREATE VIEW live_person AS SELECT * FROM person WHERE removed_at IS NULL
;
CREATE VIEW live_person_apart AS SELECT * FROM person_apart WHERE removed_at IS NULL
;
CREATE VIEW live_person_identity AS SELECT * FROM person_identity WHERE removed_at IS NULL
;
CREATE VIEW live_person_merge AS SELECT * FROM person_merge WHERE removed_at IS NULL
;
CREATE VIEW live_person_tag AS SELECT * FROM person_tag WHERE removed_at IS NULL
;
CREATE VIEW live_petition_count AS SELECT * FROM petition_count WHERE removed_at IS NULL
;
CREATE VIEW live_platform_cap AS SELECT * FROM platform_cap WHERE removed_at IS NULL
;
CREATE VIEW live_platform_firm AS SELECT * FROM platform_firm WHERE removed_at IS NULL
;
CREATE VIEW live_platform_meeting AS SELECT * FROM platform_meeting WHERE removed_at IS NULL
;
CREATE VIEW live_platform_position AS SELECT * FROM platform_position WHERE removed_at IS NULL
;
CREATE VIEW live_platform_referral AS SELECT * FROM platform_referral WHERE removed_at IS NULL
;
CREATE VIEW live_platform_talk AS SELECT * FROM platform_talk WHERE removed_at IS NULL
;
CREATE VIEW live_platform_work AS SELECT * FROM platform_work WHERE removed_at IS NULL
;
CREATE VIEW live_recuperation_batch AS SELECT * FROM recuperation_batch WHERE removed_at IS NULL
;
CREATE VIEW live_recuperation_place AS SELECT * FROM recuperation_place WHERE removed_at IS NULL
;
CREATE VIEW live_recuperation_plan AS SELECT * FROM recuperation_plan WHERE removed_at IS NULL
;
CREATE VIEW live_reform_measure AS SELECT * FROM reform_measure WHERE removed_at IS NULL
;
CREATE VIEW live_report_photo AS SELECT * FROM report_photo WHERE removed_at IS NULL
;
CREATE VIEW live_representative_candidate AS SELECT * FROM representative_candidate WHERE removed_at IS NULL
;
CREATE VIEW live_representative_election AS SELECT * FROM representative_election WHERE removed_at IS NULL
;
CREATE VIEW live_safety_visit AS SELECT * FROM safety_visit WHERE removed_at IS NULL
;
CREATE VIEW live_safety_visit_item AS SELECT * FROM safety_visit_item WHERE removed_at IS NULL
;
CREATE VIEW live_skill_pay_form AS SELECT * FROM skill_pay_form WHERE removed_at IS NULL
;
CREATE VIEW live_skill_pay_level AS SELECT * FROM skill_pay_level WHERE removed_at IS NULL
;
CREATE VIEW live_supervision_case AS SELECT * FROM supervision_case WHERE removed_at IS NULL
;
CREATE VIEW live_supervision_event AS SELECT * FROM supervision_event WHERE removed_at IS NULL
;
CREATE VIEW live_supervision_informer AS SELECT * FROM supervision_informer WHERE removed_at IS NULL
;
CREATE VIEW live_supervision_inspector AS SELECT * FROM supervision_inspector WHERE removed_at IS NULL
;
CREATE VIEW live_supervision_letter AS SELECT * FROM supervision_letter WHERE removed_at IS NULL
;
CREATE VIEW live_training AS SELECT * FROM training WHERE removed_at IS NULL
;
CREATE VIEW live_union_enterprise AS SELECT * FROM union_enterprise WHERE removed_at IS NULL
;
CREATE VIEW live_union_group AS SELECT * FROM union_group WHERE removed_at IS NULL
;
CREATE VIEW live_union_group_person AS SELECT * FROM union_group_person WHERE removed_at IS NULL
;
CREATE VIEW live_union_seat AS SELECT * FROM union_seat WHERE removed_at IS NULL
;
CREATE VIEW live_union_term AS SELECT * FROM union_term WHERE removed_at IS NULL
;
CREATE VIEW live_workforce AS SELECT * FROM workforce WHERE removed_at IS NULL
;
