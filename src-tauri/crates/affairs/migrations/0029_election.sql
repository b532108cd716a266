-- Re-elections of the union (换届选举) with what happened in them, the candidates, the ballots and their counts; the members'
-- delegates (会员代表) with their terms; the meetings of the members or of their delegates (会员大会、会员代表大会), which are never
-- the workers' congress. Where a re-election stands and who was elected is never stored: it follows from these rows.

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
) STRICT;
CREATE UNIQUE INDEX election_session ON election (session) WHERE removed_at IS NULL;
CREATE VIEW live_election AS SELECT * FROM election WHERE removed_at IS NULL;

-- What happened in it; a kind happens once. `until_on` is the last day of a posting.
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
) STRICT;
CREATE UNIQUE INDEX election_event_once ON election_event (election_id, kind) WHERE removed_at IS NULL;
CREATE VIEW live_election_event AS SELECT * FROM election_event WHERE removed_at IS NULL;

-- Who stands for what. `cleared` says that the chair looked into the grounds on which the law lets nobody stand.
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
) STRICT;
CREATE INDEX election_candidate_of ON election_candidate (election_id) WHERE removed_at IS NULL;
CREATE VIEW live_election_candidate AS SELECT * FROM election_candidate WHERE removed_at IS NULL;

-- One count of votes for one post; a further round is a ballot of its own.
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
) STRICT;
CREATE UNIQUE INDEX election_ballot_round ON election_ballot (election_id, post, round) WHERE removed_at IS NULL;
CREATE VIEW live_election_ballot AS SELECT * FROM election_ballot WHERE removed_at IS NULL;

-- Votes for one person in a ballot; without a candidate it is a write-in (另选人).
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
) STRICT;
CREATE INDEX election_vote_of ON election_vote (ballot_id) WHERE removed_at IS NULL;
CREATE VIEW live_election_vote AS SELECT * FROM election_vote WHERE removed_at IS NULL;

-- The terms that the approval of a result wrote, and the earlier term that each of them cut short.
CREATE TABLE election_term (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id),
  term_id TEXT NOT NULL REFERENCES union_term (id),
  ended_id TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_election_term AS SELECT * FROM election_term WHERE removed_at IS NULL;

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
) STRICT;
CREATE INDEX members_delegate_of ON members_delegate (session) WHERE removed_at IS NULL;
CREATE VIEW live_members_delegate AS SELECT * FROM members_delegate WHERE removed_at IS NULL;

-- A meeting of the members or of their delegates; `present` is absent while it is only convened.
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
) STRICT;
CREATE UNIQUE INDEX members_meeting_round ON members_meeting (session, round) WHERE removed_at IS NULL;
CREATE VIEW live_members_meeting AS SELECT * FROM members_meeting WHERE removed_at IS NULL;

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
) STRICT;
CREATE INDEX members_topic_of ON members_topic (meeting_id) WHERE removed_at IS NULL;
CREATE VIEW live_members_topic AS SELECT * FROM members_topic WHERE removed_at IS NULL;

CREATE TRIGGER search_election_added AFTER INSERT ON election WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('election', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(union_term_name('committee', NEW.session) || '换届选举', NULL));
END;
CREATE TRIGGER search_election_gone AFTER DELETE ON election BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_election_changed AFTER UPDATE OF session, removed_at ON election BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'election', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(union_term_name('committee', NEW.session) || '换届选举', NULL) FROM search_doc WHERE ref = NEW.id;
END;

CREATE TRIGGER search_members_meeting_added AFTER INSERT ON members_meeting WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('membersMeeting', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(members_meeting_name(NEW.form, NEW.session, NEW.round) || ' ' || ifnull(NEW.course, ''), NULL));
END;
CREATE TRIGGER search_members_meeting_gone AFTER DELETE ON members_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_members_meeting_changed
AFTER UPDATE OF session, round, form, course, removed_at ON members_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'membersMeeting', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(members_meeting_name(NEW.form, NEW.session, NEW.round) || ' ' || ifnull(NEW.course, ''), NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
