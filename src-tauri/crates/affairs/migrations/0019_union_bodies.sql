-- The union's own record: what its certificate says and how it may be reached by money; its bodies with their terms and
-- people; its branches and groups as a tree.

ALTER TABLE union_record ADD COLUMN kind TEXT;
ALTER TABLE union_record ADD COLUMN form TEXT;
ALTER TABLE union_record ADD COLUMN employer_code TEXT;
ALTER TABLE union_record ADD COLUMN established_on TEXT;
ALTER TABLE union_record ADD COLUMN approval_number TEXT;
ALTER TABLE union_record ADD COLUMN upper_union TEXT;
ALTER TABLE union_record ADD COLUMN bank TEXT;
ALTER TABLE union_record ADD COLUMN bank_account TEXT;
ALTER TABLE union_record ADD COLUMN certificate_number TEXT;
ALTER TABLE union_record ADD COLUMN certificate_until TEXT;
ALTER TABLE union_record ADD COLUMN seal INTEGER CHECK (seal IN (0, 1));

-- A further enterprise of a joint union; the first stands in `union_record.employer`.
CREATE TABLE union_enterprise (
  id TEXT PRIMARY KEY,
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  credit_code TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_union_enterprise AS SELECT * FROM union_enterprise WHERE removed_at IS NULL;

-- A term (届) of a body. `ended_on` only where it ended before its time; `cleared` once who may not stand was looked into.
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
) STRICT;
CREATE UNIQUE INDEX union_term_session ON union_term (body, session) WHERE removed_at IS NULL;
CREATE VIEW live_union_term AS SELECT * FROM union_term WHERE removed_at IS NULL;

-- Someone in a body, from when until when. Whoever left keeps their row.
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
) STRICT;
CREATE INDEX union_seat_of ON union_seat (term_id) WHERE removed_at IS NULL;
CREATE VIEW live_union_seat AS SELECT * FROM union_seat WHERE removed_at IS NULL;

-- A branch (分会) or group (小组), under another or at the top.
CREATE TABLE union_group (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES union_group (id),
  kind TEXT NOT NULL CHECK (kind IN ('branch', 'group')),
  name TEXT NOT NULL,
  leader_id TEXT REFERENCES person (id),
  leader_name TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_union_group AS SELECT * FROM union_group WHERE removed_at IS NULL;

-- Which group a person belongs to, one at a time.
CREATE TABLE union_group_person (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  group_id TEXT NOT NULL REFERENCES union_group (id),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX union_group_person_one ON union_group_person (person_id) WHERE removed_at IS NULL;
CREATE INDEX union_group_person_of ON union_group_person (group_id) WHERE removed_at IS NULL;
CREATE VIEW live_union_group_person AS SELECT * FROM union_group_person WHERE removed_at IS NULL;

CREATE TRIGGER search_union_term_added AFTER INSERT ON union_term WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('unionTerm', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(union_term_name(NEW.body, NEW.session), NULL));
END;
CREATE TRIGGER search_union_term_gone AFTER DELETE ON union_term BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_union_term_changed AFTER UPDATE OF body, session, removed_at ON union_term BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'unionTerm', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(union_term_name(NEW.body, NEW.session), NULL) FROM search_doc WHERE ref = NEW.id;
END;

CREATE TRIGGER search_union_group_added AFTER INSERT ON union_group WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('unionGroup', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.name || ' ' || ifnull(NEW.leader_name, ''), NULL));
END;
CREATE TRIGGER search_union_group_gone AFTER DELETE ON union_group BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_union_group_changed AFTER UPDATE OF name, leader_name, removed_at ON union_group BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'unionGroup', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(NEW.name || ' ' || ifnull(NEW.leader_name, ''), NULL) FROM search_doc WHERE ref = NEW.id;
END;
