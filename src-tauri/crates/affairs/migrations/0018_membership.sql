-- The life of a membership: an event may be the return from a retention or a death, says which union one came from or went
-- to and until when a membership is kept, and has a note. A CHECK cannot be altered, so the table is built anew with the
-- same rows.

DROP VIEW live_membership_event;
CREATE TABLE membership_event_new (
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
) STRICT;
INSERT INTO membership_event_new (id, person_id, kind, happened_on, happened_precision, reason, removed_at)
  SELECT id, person_id, kind, happened_on, happened_precision, reason, removed_at FROM membership_event;
DROP TABLE membership_event;
ALTER TABLE membership_event_new RENAME TO membership_event;
CREATE INDEX membership_event_by_person ON membership_event (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_membership_event AS SELECT * FROM membership_event WHERE removed_at IS NULL;

-- Joining: an approval of applications by one decision of the committee, or entered late from a paper; the applications; and
-- the numbers of the members. A number is its holder's for good and never given to another, so its row stays when the
-- person is erased.

CREATE TABLE admission (
  id TEXT PRIMARY KEY,
  approved_on TEXT NOT NULL,
  late_entry TEXT,
  handed_on TEXT
) STRICT;

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
) STRICT;
CREATE UNIQUE INDEX application_waiting ON application (person_id)
  WHERE removed_at IS NULL AND admission_id IS NULL AND refused_on IS NULL;
CREATE INDEX application_of ON application (person_id) WHERE removed_at IS NULL;
CREATE INDEX application_by ON application (admission_id) WHERE removed_at IS NULL;
CREATE VIEW live_application AS SELECT * FROM application WHERE removed_at IS NULL;

CREATE TABLE member_number (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  number INTEGER NOT NULL,
  given_on TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX member_number_once ON member_number (number);
CREATE UNIQUE INDEX member_number_of ON member_number (person_id) WHERE person_id IS NOT NULL;

-- Which acts can stand on a decision, the program's own list says: each module adds its own, and a CHECK would have to be
-- built anew with every one.
DROP VIEW live_decision_use;
CREATE TABLE decision_use_new (
  id TEXT PRIMARY KEY,
  topic_id TEXT NOT NULL REFERENCES committee_topic (id),
  act TEXT NOT NULL,
  of_id TEXT NOT NULL,
  removed_at TEXT
) STRICT;
INSERT INTO decision_use_new (id, topic_id, act, of_id, removed_at)
  SELECT id, topic_id, act, of_id, removed_at FROM decision_use;
DROP TABLE decision_use;
ALTER TABLE decision_use_new RENAME TO decision_use;
CREATE UNIQUE INDEX decision_use_once ON decision_use (of_id, act, topic_id) WHERE removed_at IS NULL;
CREATE INDEX decision_use_topic ON decision_use (topic_id) WHERE removed_at IS NULL;
CREATE VIEW live_decision_use AS SELECT * FROM decision_use WHERE removed_at IS NULL;

-- What an expulsion stands on: the group's discussion, the judgement, to whom it is reported; the committee's decision is
-- tied to it as to every act.
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
) STRICT;
CREATE UNIQUE INDEX expulsion_of ON expulsion (event_id) WHERE removed_at IS NULL;
CREATE VIEW live_expulsion AS SELECT * FROM expulsion WHERE removed_at IS NULL;
