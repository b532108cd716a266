-- Meetings of the union's committees (委员会会议): who came, what was decided by how many, and which later act stands on
-- which decision. A signed record is kept as it is; a correction is a new record that names it. The number of a record is
-- given once; a removed one keeps it, so that no number stands twice.

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
) STRICT;
CREATE UNIQUE INDEX committee_meeting_serial ON committee_meeting (body, year, serial);
CREATE UNIQUE INDEX committee_meeting_corrected ON committee_meeting (corrects_id)
  WHERE removed_at IS NULL AND corrects_id IS NOT NULL;
CREATE VIEW live_committee_meeting AS SELECT * FROM committee_meeting WHERE removed_at IS NULL;

-- A member of the body, there or not.
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
) STRICT;
CREATE INDEX committee_attendance_of ON committee_attendance (meeting_id) WHERE removed_at IS NULL;
CREATE VIEW live_committee_attendance AS SELECT * FROM committee_attendance WHERE removed_at IS NULL;

-- A topic with what was said, how it was voted on, and what was decided. `needed` and `passed` are kept at signing.
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
) STRICT;
CREATE INDEX committee_topic_of ON committee_topic (meeting_id) WHERE removed_at IS NULL;
CREATE VIEW live_committee_topic AS SELECT * FROM committee_topic WHERE removed_at IS NULL;

-- A later act that stands on a decision.
CREATE TABLE decision_use (
  id TEXT PRIMARY KEY,
  topic_id TEXT NOT NULL REFERENCES committee_topic (id),
  act TEXT NOT NULL CHECK (act IN ('paper', 'representatives', 'offer')),
  of_id TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX decision_use_once ON decision_use (of_id, act, topic_id) WHERE removed_at IS NULL;
CREATE INDEX decision_use_topic ON decision_use (topic_id) WHERE removed_at IS NULL;
CREATE VIEW live_decision_use AS SELECT * FROM decision_use WHERE removed_at IS NULL;

CREATE TRIGGER search_committee_added AFTER INSERT ON committee_meeting WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('committee', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inpapers ' ||
    search_text(committee_number(NEW.body, NEW.year, NEW.serial) || ' ' || NEW.held_on || ' ' || NEW.place, NULL));
END;
CREATE TRIGGER search_committee_gone AFTER DELETE ON committee_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_committee_changed
AFTER UPDATE OF body, year, serial, held_on, place, removed_at ON committee_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'committee', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inpapers ' ||
    search_text(committee_number(NEW.body, NEW.year, NEW.serial) || ' ' || NEW.held_on || ' ' || NEW.place, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;

CREATE TRIGGER search_decision_added AFTER INSERT ON committee_topic WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('decision', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inpapers ' ||
    search_text(NEW.title || ' ' || ifnull(NEW.decision, ''), NULL));
END;
CREATE TRIGGER search_decision_gone AFTER DELETE ON committee_topic BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_decision_changed AFTER UPDATE OF title, decision, removed_at ON committee_topic BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'decision', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inpapers ' ||
    search_text(NEW.title || ' ' || ifnull(NEW.decision, ''), NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
