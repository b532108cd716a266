-- Sessions of the congress as they are prepared, held and seen through (召开一次会议): agreed on, told to the upper union, called, the papers
-- sent, held with its votes, the resolutions published, reported. What is voted on in the talks stands in `congress_session`.

-- `agreed_on` is the day on which agenda and matters were agreed on with the employer, `reported_on` that of the report to the upper
-- union before, `upper_on` that of the one after. `present` is empty while it is only called.
CREATE TABLE congress_meeting (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES congress_term (id),
  name TEXT NOT NULL,
  held_on TEXT NOT NULL,
  place TEXT NOT NULL,
  host TEXT,
  agreed_on TEXT,
  reported_on TEXT,
  noticed_on TEXT,
  papers_on TEXT,
  due INTEGER NOT NULL,
  present INTEGER,
  published_on TEXT,
  upper_on TEXT,
  note TEXT,
  law_pack TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_congress_meeting AS SELECT * FROM congress_meeting WHERE removed_at IS NULL;

CREATE TABLE congress_matter (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES congress_meeting (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('hear', 'pass', 'elect', 'assess')),
  secret INTEGER NOT NULL CHECK (secret IN (0, 1)),
  votes_for INTEGER,
  votes_against INTEGER,
  abstained INTEGER,
  decision TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX congress_matter_of ON congress_matter (meeting_id) WHERE removed_at IS NULL;
CREATE VIEW live_congress_matter AS SELECT * FROM congress_matter WHERE removed_at IS NULL;

CREATE TRIGGER search_congress_meeting_added AFTER INSERT ON congress_meeting WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('congressMeeting', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.name || ' ' || NEW.place, NULL));
END;
CREATE TRIGGER search_congress_meeting_gone AFTER DELETE ON congress_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_congress_meeting_changed AFTER UPDATE OF name, place, removed_at ON congress_meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'congressMeeting', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.name || ' ' || NEW.place, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
