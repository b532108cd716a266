-- The course of talks that do not go straight on. What became of a refusal: the supervision case in which the letter of
-- reminder was written (提示函), and the order of the county government or its department to correct it (责令改正). And the
-- suspensions (中止): why, from when, when, where and on what the talks go on, and who of both sides agreed.

CREATE TABLE negotiation_warning (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  case_id TEXT NOT NULL REFERENCES supervision_case (id),
  written_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX negotiation_warning_of ON negotiation_warning (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_negotiation_warning AS SELECT * FROM negotiation_warning WHERE removed_at IS NULL;

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
) STRICT;
CREATE UNIQUE INDEX negotiation_order_one ON negotiation_order (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_negotiation_order AS SELECT * FROM negotiation_order WHERE removed_at IS NULL;

-- `meeting_id` is the round in which it was agreed, where it was one. The talks went on on `resumed_on`, or by the next meeting.
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
) STRICT;
CREATE INDEX negotiation_suspension_of ON negotiation_suspension (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_negotiation_suspension AS SELECT * FROM negotiation_suspension WHERE removed_at IS NULL;
