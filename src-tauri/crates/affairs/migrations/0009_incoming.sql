-- The register of incoming papers (收文): who sent what, what it asks and by when, and how it was answered. The
-- register's own number is given once; a removed record keeps it, so that no number stands twice.

CREATE TABLE incoming_paper (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('notice', 'letter', 'circular', 'decision', 'opinion', 'reply', 'minutes', 'other')),
  source TEXT NOT NULL,
  their_number TEXT,
  title TEXT NOT NULL,
  received_on TEXT NOT NULL,
  asked TEXT NOT NULL,
  due_on TEXT,
  due_time TEXT,
  wants_answer INTEGER NOT NULL CHECK (wants_answer IN (0, 1)),
  handler TEXT,
  note TEXT,
  done_on TEXT,
  done_how TEXT,
  done_paper_id TEXT REFERENCES paper (id),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX incoming_paper_serial ON incoming_paper (year, serial);
CREATE UNIQUE INDEX incoming_paper_once ON incoming_paper (source, their_number)
  WHERE removed_at IS NULL AND their_number IS NOT NULL;
CREATE INDEX incoming_paper_open ON incoming_paper (due_on) WHERE removed_at IS NULL AND done_on IS NULL;
CREATE VIEW live_incoming_paper AS SELECT * FROM incoming_paper WHERE removed_at IS NULL;

CREATE TRIGGER search_incoming_added AFTER INSERT ON incoming_paper WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('incoming', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inpapers ' ||
    search_text(NEW.title || ' ' || NEW.source || ' ' || ifnull(NEW.their_number, '') || ' ' || NEW.asked || ' ' ||
      paper_number('incoming', NEW.year, NEW.serial), NULL));
END;
CREATE TRIGGER search_incoming_gone AFTER DELETE ON incoming_paper BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_incoming_changed
AFTER UPDATE OF title, source, their_number, asked, year, serial, removed_at ON incoming_paper BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'incoming', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inpapers ' ||
    search_text(NEW.title || ' ' || NEW.source || ' ' || ifnull(NEW.their_number, '') || ' ' || NEW.asked || ' ' ||
      paper_number('incoming', NEW.year, NEW.serial), NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
