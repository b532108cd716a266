-- How the representatives of the talks come and go: who filled whose seat, the meetings that chose them with the votes of each
-- candidate and how the result is posted, and the written mandates of a chief's agent and of an adviser. When a seat fell vacant
-- and when it was filled are events of the talks. Of an identity number no more than the last four characters are kept here.

ALTER TABLE negotiation_representative ADD COLUMN replaces_id TEXT REFERENCES negotiation_representative (id);

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
) STRICT;
CREATE INDEX representative_election_of ON representative_election (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_representative_election AS SELECT * FROM representative_election WHERE removed_at IS NULL;

-- Who stood; with a representative it is one who was chosen.
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
) STRICT;
CREATE INDEX representative_candidate_of ON representative_candidate (election_id) WHERE removed_at IS NULL;
CREATE VIEW live_representative_candidate AS SELECT * FROM representative_candidate WHERE removed_at IS NULL;

-- `scope` stands one matter a line. A chief's agent is a representative; an adviser is named here.
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
) STRICT;
CREATE INDEX negotiation_mandate_of ON negotiation_mandate (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_negotiation_mandate AS SELECT * FROM negotiation_mandate WHERE removed_at IS NULL;
