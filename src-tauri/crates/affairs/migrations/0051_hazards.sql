-- Hazards (事故隐患) and their closed loop: found and registered, graded, put to the employer in writing, answered, the five
-- assurances (五落实), rectified by a day, checked again by somebody else, closed, posted, reported to the congress. The state of
-- a hazard follows from its events. Whoever found it stands as a name alone: a hazard is a thing of a place and of no person.

-- `found_at` is a time of the day, 14:20. `grade` is empty until somebody graded it. `evacuees` says who is to leave, where
-- `danger` is to lives. `assured_by` to `plan` are the five
-- assurances as the employer gave them; `due_on` is the day they name, which extensions put off. `advice` and `advised_by` are
-- what the rectification proposal asks for.
CREATE TABLE hazard (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  found_on TEXT NOT NULL,
  found_at TEXT,
  finder TEXT,
  found_how TEXT NOT NULL CHECK (found_how IN ('snapshot', 'inspection', 'report', 'employer', 'other')),
  unit TEXT,
  place TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('machine', 'electric', 'fire', 'height', 'lifting', 'chemical', 'space', 'dust', 'gear',
    'site', 'rules', 'other')),
  matter TEXT NOT NULL,
  details TEXT,
  basis TEXT,
  grade TEXT CHECK (grade IN ('general', 'major')),
  grade_reason TEXT,
  danger INTEGER NOT NULL CHECK (danger IN (0, 1)),
  evacuees TEXT,
  advice TEXT,
  advised_by TEXT,
  contact TEXT,
  assured_by TEXT,
  measures TEXT,
  funds TEXT,
  due_on TEXT,
  plan TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX hazard_serial ON hazard (year, serial);
CREATE INDEX hazard_found ON hazard (found_on) WHERE removed_at IS NULL;
CREATE VIEW live_hazard AS SELECT * FROM hazard WHERE removed_at IS NULL;

-- `who` is whoever acted on the day: who signed for a paper, who decided, who checked again. `level` is where an escalation went
-- or who was reported to. `until_on` is the day that an extension, a failed check or an escalation sets.
CREATE TABLE hazard_event (
  id TEXT PRIMARY KEY,
  hazard_id TEXT NOT NULL REFERENCES hazard (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('evacuation', 'decided', 'proposed', 'replied', 'extended', 'escalated', 'rectified',
    'passed', 'failed', 'closed', 'reopened', 'posted', 'reported', 'congress')),
  happened_on TEXT NOT NULL,
  happened_at TEXT,
  text TEXT NOT NULL,
  who TEXT,
  answer TEXT CHECK (answer IN ('agreed', 'partly', 'refused')),
  level TEXT CHECK (level IN ('team', 'shop', 'employer', 'upper', 'authority')),
  until_on TEXT,
  due_on TEXT,
  due_rule TEXT,
  law_pack TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX hazard_event_of ON hazard_event (hazard_id) WHERE removed_at IS NULL;
CREATE VIEW live_hazard_event AS SELECT * FROM hazard_event WHERE removed_at IS NULL;

-- Found by number, place and what it is; who found it stands in no index.
CREATE TRIGGER search_hazard_added AFTER INSERT ON hazard WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('hazard', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(paper_number('hazard', NEW.year, NEW.serial) || ' ' || NEW.matter || ' ' || NEW.place, NULL));
END;
CREATE TRIGGER search_hazard_gone AFTER DELETE ON hazard BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_hazard_changed
AFTER UPDATE OF year, serial, matter, place, removed_at ON hazard BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'hazard', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(paper_number('hazard', NEW.year, NEW.serial) || ' ' || NEW.matter || ' ' || NEW.place, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;
