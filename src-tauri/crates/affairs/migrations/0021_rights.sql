-- What workers bring to the union: appeals (职工诉求); dismissals and discipline that the employer told the union of (解除和处分
-- 通知) with what the union looked into; the mediators and the cases of the mediation committee (劳动争议调解). The state of each
-- is never stored: it follows from its days and events. A number is given once; a removed record keeps its own.

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
) STRICT;
CREATE VIEW live_mediator AS SELECT * FROM mediator WHERE removed_at IS NULL;

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
) STRICT;
CREATE UNIQUE INDEX mediation_case_serial ON mediation_case (year, serial);
CREATE VIEW live_mediation_case AS SELECT * FROM mediation_case WHERE removed_at IS NULL;

-- What happened in a case. `until_on` is the day a longer term ends by, or the last day for what was agreed.
CREATE TABLE mediation_event (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES mediation_case (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('accepted', 'refused', 'met', 'extended', 'agreed', 'signed', 'failed',
    'withdrawn', 'reviewed', 'performed', 'told')),
  happened_on TEXT NOT NULL,
  text TEXT NOT NULL,
  until_on TEXT,
  due_on TEXT,
  due_rule TEXT,
  law_pack TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX mediation_event_of ON mediation_event (case_id) WHERE removed_at IS NULL;
CREATE VIEW live_mediation_event AS SELECT * FROM mediation_event WHERE removed_at IS NULL;

-- `onward` is where an appeal went on to: `onward_id` names the case or the meeting where there is one.
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
) STRICT;
CREATE UNIQUE INDEX appeal_serial ON appeal (year, serial);
CREATE VIEW live_appeal AS SELECT * FROM appeal WHERE removed_at IS NULL;

-- Whoever brought it, apart from the appeal: read with the right to identity alone, in no index, on no paper. The id is the
-- appeal's.
CREATE TABLE appeal_person (
  id TEXT PRIMARY KEY REFERENCES appeal (id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  contact TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_appeal_person AS SELECT * FROM appeal_person WHERE removed_at IS NULL;

-- A dismissal or discipline that the union was told of. `opined_on` is the day that it made up its mind; `delivered_on`
-- stands here only for an opinion handed over on paper that was not issued here.
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
) STRICT;
CREATE UNIQUE INDEX dismissal_serial ON dismissal (year, serial);
CREATE VIEW live_dismissal AS SELECT * FROM dismissal WHERE removed_at IS NULL;

-- What the union looked into: one answer an item of the list that the law book makes.
CREATE TABLE dismissal_check (
  id TEXT PRIMARY KEY,
  dismissal_id TEXT NOT NULL REFERENCES dismissal (id),
  item TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX dismissal_check_once ON dismissal_check (dismissal_id, item) WHERE removed_at IS NULL;
CREATE VIEW live_dismissal_check AS SELECT * FROM dismissal_check WHERE removed_at IS NULL;

CREATE TRIGGER search_appeal_added AFTER INSERT ON appeal WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('appeal', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('appeal', NEW.year, NEW.serial) || ' ' || NEW.matter, NULL));
END;
CREATE TRIGGER search_appeal_gone AFTER DELETE ON appeal BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_appeal_changed
AFTER UPDATE OF year, serial, matter, removed_at ON appeal BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'appeal', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('appeal', NEW.year, NEW.serial) || ' ' || NEW.matter, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;

CREATE TRIGGER search_dismissal_added AFTER INSERT ON dismissal WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('dismissal', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('dismissal', NEW.year, NEW.serial) || ' ' || NEW.name || ' ' || NEW.reasons, NULL));
END;
CREATE TRIGGER search_dismissal_gone AFTER DELETE ON dismissal BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_dismissal_changed
AFTER UPDATE OF year, serial, name, reasons, removed_at ON dismissal BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'dismissal', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('dismissal', NEW.year, NEW.serial) || ' ' || NEW.name || ' ' || NEW.reasons, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;

CREATE TRIGGER search_mediation_added AFTER INSERT ON mediation_case WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('mediation', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('mediation', NEW.year, NEW.serial) || ' ' || NEW.worker || ' ' || NEW.claims, NULL));
END;
CREATE TRIGGER search_mediation_gone AFTER DELETE ON mediation_case BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_mediation_changed
AFTER UPDATE OF year, serial, worker, claims, removed_at ON mediation_case BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'mediation', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('mediation', NEW.year, NEW.serial) || ' ' || NEW.worker || ' ' || NEW.claims, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
