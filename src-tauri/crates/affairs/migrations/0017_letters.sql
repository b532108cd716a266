-- Supervision of labour law (工会劳动法律监督): who holds a supervisor's certificate, and the cases with what happened in
-- them and the letters sent (一函两书). The state of a case is never stored: it follows from its events and letters. The
-- number of a case is given once; a removed one keeps it, so that no number stands twice.

CREATE TABLE supervision_inspector (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  certificate TEXT NOT NULL,
  valid_until TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX supervision_inspector_certificate ON supervision_inspector (certificate) WHERE removed_at IS NULL;
CREATE VIEW live_supervision_inspector AS SELECT * FROM supervision_inspector WHERE removed_at IS NULL;

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
) STRICT;
CREATE UNIQUE INDEX supervision_case_serial ON supervision_case (year, serial);
CREATE VIEW live_supervision_case AS SELECT * FROM supervision_case WHERE removed_at IS NULL;

-- Whoever reported it, apart from the case: read with the right to identity alone, in no index, on no paper. The id is the
-- case's.
CREATE TABLE supervision_informer (
  id TEXT PRIMARY KEY REFERENCES supervision_case (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  contact TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_supervision_informer AS SELECT * FROM supervision_informer WHERE removed_at IS NULL;

-- What happened in a case. An inquiry names place, who was asked, who inquired and what was found; an answer its outcome and
-- the day it was due by; the department's part its number and the department.
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
) STRICT;
CREATE INDEX supervision_event_of ON supervision_event (case_id) WHERE removed_at IS NULL;
CREATE VIEW live_supervision_event AS SELECT * FROM supervision_event WHERE removed_at IS NULL;

-- A letter of a case: reminder (提示函), opinion (意见书), request to the upper union (提请函). `received_on` and `number`
-- stand here only for one handed over on paper of others' making; of one issued here they are told by its sendings.
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
) STRICT;
CREATE UNIQUE INDEX supervision_letter_once ON supervision_letter (case_id, kind) WHERE removed_at IS NULL;
CREATE VIEW live_supervision_letter AS SELECT * FROM supervision_letter WHERE removed_at IS NULL;

CREATE TRIGGER search_supervision_added AFTER INSERT ON supervision_case WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('supervision', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('supervision', NEW.year, NEW.serial) || ' ' || NEW.matter || ' ' || NEW.employer, NULL));
END;
CREATE TRIGGER search_supervision_gone AFTER DELETE ON supervision_case BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_supervision_changed
AFTER UPDATE OF year, serial, matter, employer, removed_at ON supervision_case BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'supervision', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('supervision', NEW.year, NEW.serial) || ' ' || NEW.matter || ' ' || NEW.employer, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
