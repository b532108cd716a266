-- Motions of the delegates (职工代表提案): collected, looked at, handed to the department that is to answer, answered, and what the proposer
-- says of the answer. The state of a motion follows from its days.

-- `seconders` holds one a line. `due_on` is the day that was agreed on with the department: no law sets one for a motion.
CREATE TABLE congress_motion (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  term_id TEXT NOT NULL REFERENCES congress_term (id),
  matter TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('production', 'pay', 'hours', 'safety', 'welfare', 'training', 'rules', 'other')),
  proposer TEXT NOT NULL,
  seconders TEXT,
  reasons TEXT,
  advice TEXT NOT NULL,
  collected_on TEXT NOT NULL,
  review TEXT CHECK (review IN ('filed', 'merged', 'opinion', 'returned')),
  reviewed_on TEXT,
  review_note TEXT,
  department TEXT,
  handed_on TEXT,
  due_on TEXT,
  answered_on TEXT,
  answer TEXT,
  feedback TEXT CHECK (feedback IN ('satisfied', 'mostly', 'unsatisfied')),
  feedback_on TEXT,
  feedback_note TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX congress_motion_serial ON congress_motion (year, serial);
CREATE VIEW live_congress_motion AS SELECT * FROM congress_motion WHERE removed_at IS NULL;

-- Found by number and what it is about; who made it stands in no index.
CREATE TRIGGER search_congress_motion_added AFTER INSERT ON congress_motion WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('congressMotion', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('congressMotion', NEW.year, NEW.serial) || ' ' || NEW.matter, NULL));
END;
CREATE TRIGGER search_congress_motion_gone AFTER DELETE ON congress_motion BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_congress_motion_changed AFTER UPDATE OF year, serial, matter, removed_at ON congress_motion BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'congressMotion', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('congressMotion', NEW.year, NEW.serial) || ' ' || NEW.matter, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
