-- The union's inspections (劳动保护监督检查): a visit with what was looked at, from which hazards come; and what the union itself
-- writes in its yearly safety report to the congress, beside the figures that the ledger of hazards tells.

-- `places`, `people` and `accompanied` hold one a line: where, who of the union, who of the employer.
CREATE TABLE safety_visit (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  visited_on TEXT NOT NULL,
  topic TEXT NOT NULL,
  places TEXT NOT NULL,
  people TEXT NOT NULL,
  accompanied TEXT,
  summary TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX safety_visit_serial ON safety_visit (year, serial);
CREATE VIEW live_safety_visit AS SELECT * FROM safety_visit WHERE removed_at IS NULL;

CREATE TABLE safety_visit_item (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES safety_visit (id),
  ord INTEGER NOT NULL,
  item TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('right', 'wrong', 'skipped')),
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX safety_visit_item_of ON safety_visit_item (visit_id) WHERE removed_at IS NULL;
CREATE VIEW live_safety_visit_item AS SELECT * FROM safety_visit_item WHERE removed_at IS NULL;

-- The visit on which a hazard was found.
ALTER TABLE hazard ADD COLUMN visit_id TEXT REFERENCES safety_visit (id);

-- The id is the year, or a quarter as 2026-Q3. `filed_on` is the day on which the employer sent the statistics of the period to
-- the authority; the words are of years alone.
CREATE TABLE safety_report (
  id TEXT PRIMARY KEY,
  filed_on TEXT,
  training TEXT,
  funds TEXT,
  problems TEXT,
  plans TEXT
) STRICT;

CREATE TRIGGER search_safety_visit_added AFTER INSERT ON safety_visit WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('safetyVisit', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('safetyVisit', NEW.year, NEW.serial) || ' ' || NEW.topic || ' ' || NEW.places, NULL));
END;
CREATE TRIGGER search_safety_visit_gone AFTER DELETE ON safety_visit BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_safety_visit_changed
AFTER UPDATE OF year, serial, topic, places, removed_at ON safety_visit BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'safetyVisit', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('safetyVisit', NEW.year, NEW.serial) || ' ' || NEW.topic || ' ' || NEW.places, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
