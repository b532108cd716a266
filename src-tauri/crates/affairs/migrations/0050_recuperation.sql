-- Recuperation (疗休养): the plan of a year with the policy that this firm follows, its batches with base, dates, quota and money,
-- and who goes with which batch. No national text fixes days or money: what holds here is typed with its source.

-- Sums are fen. `front_share` is the least share of front-line workers in percent; `gap_years` after how many years someone may go
-- again, `gap_out_only` whether that holds for trips out of the province alone.
CREATE TABLE recuperation_plan (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  policy TEXT NOT NULL,
  days_inside INTEGER CHECK (days_inside > 0),
  days_outside INTEGER CHECK (days_outside > 0),
  day_cap INTEGER CHECK (day_cap > 0),
  year_cap INTEGER CHECK (year_cap > 0),
  front_share INTEGER CHECK (front_share > 0),
  gap_years INTEGER CHECK (gap_years > 0),
  gap_out_only INTEGER NOT NULL CHECK (gap_out_only IN (0, 1)),
  counts_leave TEXT NOT NULL CHECK (counts_leave IN ('no', 'yes', 'unsettled')),
  welfare_budget INTEGER,
  union_budget INTEGER,
  own_budget INTEGER,
  decided_on TEXT,
  decided_by TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX recuperation_plan_one ON recuperation_plan (year) WHERE removed_at IS NULL;
CREATE VIEW live_recuperation_plan AS SELECT * FROM recuperation_plan WHERE removed_at IS NULL;

CREATE TABLE recuperation_batch (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES recuperation_plan (id),
  name TEXT NOT NULL,
  base TEXT NOT NULL,
  outside INTEGER NOT NULL CHECK (outside IN (0, 1)),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  quota INTEGER CHECK (quota > 0),
  person_cost INTEGER CHECK (person_cost > 0),
  bought TEXT,
  insurer TEXT,
  posted_from TEXT,
  posted_until TEXT,
  spent INTEGER,
  settled_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX recuperation_batch_of ON recuperation_batch (plan_id) WHERE removed_at IS NULL;
CREATE VIEW live_recuperation_batch AS SELECT * FROM recuperation_batch WHERE removed_at IS NULL;

-- `reasons` are codes with a space between: why someone goes first. What they eat and who is called in need are told like a number.
CREATE TABLE recuperation_place (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES recuperation_batch (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  front_line INTEGER NOT NULL CHECK (front_line IN (0, 1)),
  reasons TEXT,
  room TEXT,
  meals TEXT,
  emergency TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX recuperation_place_one ON recuperation_place (batch_id, person_id) WHERE removed_at IS NULL;
CREATE INDEX recuperation_place_person ON recuperation_place (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_recuperation_place AS SELECT * FROM recuperation_place WHERE removed_at IS NULL;

-- A batch is found by its name and base; who goes stands in no index.
CREATE TRIGGER search_recuperation_added AFTER INSERT ON recuperation_batch WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('recuperation', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.name || ' 疗休养 ' || NEW.base, NULL));
END;
CREATE TRIGGER search_recuperation_gone AFTER DELETE ON recuperation_batch BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_recuperation_changed AFTER UPDATE OF name, base, removed_at ON recuperation_batch BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'recuperation', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(NEW.name || ' 疗休养 ' || NEW.base, NULL) FROM search_doc WHERE ref = NEW.id;
END;
