-- What was counted of a person stays counted when the person is erased by law: money that was given, who went with a batch, referrals,
-- help after an accident, the lines of a payroll. Such a row then names nobody, as a payment of dues does since it was first kept. NOT
-- NULL cannot be taken from a column, so these tables are built anew with the same rows.

DROP VIEW live_member_aid;
CREATE TABLE member_aid_new (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  given_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'living', 'medical', 'schooling', 'job', 'legal', 'festival', 'wedding', 'birth', 'hospital', 'funeral', 'retiring', 'other')),
  amount INTEGER CHECK (amount > 0),
  source TEXT NOT NULL CHECK (source IN ('union', 'upper', 'employer', 'donated', 'none')),
  what TEXT,
  who TEXT,
  removed_at TEXT
) STRICT;
INSERT INTO member_aid_new (id, person_id, given_on, kind, amount, source, what, who, removed_at)
  SELECT id, person_id, given_on, kind, amount, source, what, who, removed_at FROM member_aid;
DROP TABLE member_aid;
ALTER TABLE member_aid_new RENAME TO member_aid;
CREATE INDEX member_aid_of ON member_aid (person_id, given_on) WHERE removed_at IS NULL;
CREATE VIEW live_member_aid AS SELECT * FROM member_aid WHERE removed_at IS NULL;

DROP VIEW live_recuperation_place;
CREATE TABLE recuperation_place_new (
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
) STRICT;
INSERT INTO recuperation_place_new (id, batch_id, person_id, front_line, reasons, room, meals, emergency, note, removed_at)
  SELECT id, batch_id, person_id, front_line, reasons, room, meals, emergency, note, removed_at FROM recuperation_place;
DROP TABLE recuperation_place;
ALTER TABLE recuperation_place_new RENAME TO recuperation_place;
CREATE UNIQUE INDEX recuperation_place_one ON recuperation_place (batch_id, person_id) WHERE removed_at IS NULL;
CREATE INDEX recuperation_place_person ON recuperation_place (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_recuperation_place AS SELECT * FROM recuperation_place WHERE removed_at IS NULL;

-- `erased` is one and the same in every row of somebody who was erased, stands nowhere else and leads to nobody: who was counted once
-- is not counted twice afterwards.
DROP VIEW live_platform_referral;
CREATE TABLE platform_referral_new (
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
) STRICT;
INSERT INTO platform_referral_new (id, person_id, work_id, to_kind, to_union, referred_on, consent_on, reply_by, note, replied_on,
    outcome, reply, late_entry, removed_at)
  SELECT id, person_id, work_id, to_kind, to_union, referred_on, consent_on, reply_by, note, replied_on, outcome, reply, late_entry,
    removed_at FROM platform_referral;
DROP TABLE platform_referral;
ALTER TABLE platform_referral_new RENAME TO platform_referral;
CREATE INDEX platform_referral_of ON platform_referral (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_platform_referral AS SELECT * FROM platform_referral WHERE removed_at IS NULL;

DROP VIEW live_injury_help;
CREATE TABLE injury_help_new (
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
) STRICT;
INSERT INTO injury_help_new (id, year, serial, person_id, work_id, accident_on, place, order_number, asked, asked_on, papers,
    reported_on, applied_on, accepted_on, concluded_on, outcome, result, removed_at)
  SELECT id, year, serial, person_id, work_id, accident_on, place, order_number, asked, asked_on, papers, reported_on, applied_on,
    accepted_on, concluded_on, outcome, result, removed_at FROM injury_help;
DROP TABLE injury_help;
ALTER TABLE injury_help_new RENAME TO injury_help;
CREATE UNIQUE INDEX injury_help_serial ON injury_help (year, serial);
CREATE INDEX injury_help_of ON injury_help (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_injury_help AS SELECT * FROM injury_help WHERE removed_at IS NULL;

ALTER TABLE dues_payment ADD COLUMN erased TEXT;

-- `certificates` are the names of those that the person held when the period ended, as JSON: they go with the person, and the figures
-- of the period are told by them.
ALTER TABLE pay_line ADD COLUMN erased TEXT;
ALTER TABLE pay_line ADD COLUMN certificates TEXT;

-- How long a removed person is kept asks for their contracts, removed ones too.
CREATE INDEX labour_contract_ever ON labour_contract (person_id);
