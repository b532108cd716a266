-- The ledger of the workforce reform (产改台账): what the union and the firm do for each article of the Opinions, a measure a row, with
-- whoever answers for it, its day and what came of it; the text of an article that somebody pasted, and whoever leads it; how an article
-- stands in a year. What an article asks in our own words stands in the program.

-- `side` is who does it; `outcome` is empty while it runs, and `ended_on` and `result` come with it. Proofs are files on the row.
CREATE TABLE reform_measure (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  article INTEGER NOT NULL,
  measure TEXT NOT NULL,
  target TEXT,
  side TEXT NOT NULL CHECK (side IN ('union', 'employer', 'both', 'upper')),
  unit TEXT,
  handler TEXT,
  due_on TEXT,
  outcome TEXT CHECK (outcome IN ('done', 'stopped')),
  ended_on TEXT,
  result TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX reform_measure_serial ON reform_measure (year, serial);
CREATE INDEX reform_measure_article ON reform_measure (article, year) WHERE removed_at IS NULL;
CREATE VIEW live_reform_measure AS SELECT * FROM reform_measure WHERE removed_at IS NULL;

-- The id is the article's number in two digits.
CREATE TABLE reform_article (
  id TEXT PRIMARY KEY,
  article INTEGER NOT NULL,
  words TEXT,
  handler TEXT
) STRICT;

-- The id is the year and the article, 2026-07.
CREATE TABLE reform_note (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  article INTEGER NOT NULL,
  note TEXT
) STRICT;

-- Found by number, what is done and by which department; who answers for it stands in no index.
CREATE TRIGGER search_reform_measure_added AFTER INSERT ON reform_measure WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('reformMeasure', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('reformMeasure', NEW.year, NEW.serial) || ' ' || NEW.measure || ' ' || ifnull(NEW.unit, ''), NULL));
END;
CREATE TRIGGER search_reform_measure_gone AFTER DELETE ON reform_measure BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_reform_measure_changed
AFTER UPDATE OF year, serial, measure, unit, removed_at ON reform_measure BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'reformMeasure', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('reformMeasure', NEW.year, NEW.serial) || ' ' || NEW.measure || ' ' || ifnull(NEW.unit, ''), NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
