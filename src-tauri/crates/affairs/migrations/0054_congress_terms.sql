-- Terms (届) of the workers' congress and its delegates (职工代表): who was elected by which unit with how many votes, who ceased and why,
-- so that number and make-up are held against the rules of the place at any day. Sessions and votes stand in `congress_session`;
-- delegates of the members (会员代表) are others and stand in `members_delegate`.

-- `workers`, `women_workers` and `dispatched_workers` are those of the employer when the seats were set: the rules count by them.
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
) STRICT;
CREATE VIEW live_congress_term AS SELECT * FROM congress_term WHERE removed_at IS NULL;

-- `unit` elected them (选区): `unit_workers` people, of whom `voters` took part, `votes_for` were for. `ended_on` is the day on which
-- somebody ceased before the term's end; of a recall the unit's vote stands beside it.
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
) STRICT;
CREATE INDEX congress_delegate_of ON congress_delegate (term_id) WHERE removed_at IS NULL;
CREATE INDEX congress_delegate_person ON congress_delegate (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_congress_delegate AS SELECT * FROM congress_delegate WHERE removed_at IS NULL;

CREATE TRIGGER search_congress_term_added AFTER INSERT ON congress_term WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('congressTerm', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' || search_text(NEW.name, NULL));
END;
CREATE TRIGGER search_congress_term_gone AFTER DELETE ON congress_term BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_congress_term_changed AFTER UPDATE OF name, removed_at ON congress_term BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'congressTerm', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.name, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
