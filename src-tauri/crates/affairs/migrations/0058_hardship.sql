-- Members in hardship (困难职工): a file for each, opened and closed, and what was given to whom (帮扶慰问). Why somebody is in need tells
-- of health and of a household, so it is told like an exam.

-- `income` is fen a head and month. `visit_on` is the day of the next visit that was promised.
CREATE TABLE hardship_file (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  opened_on TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('deep', 'relative', 'sudden', 'own')),
  cause TEXT CHECK (cause IN ('own_illness', 'family_illness', 'disability', 'schooling', 'accident', 'low_income', 'other')),
  details TEXT,
  household INTEGER CHECK (household > 0),
  income INTEGER CHECK (income >= 0),
  source TEXT,
  decided_on TEXT,
  visit_on TEXT,
  closed_on TEXT,
  ended TEXT CHECK (ended IN ('lifted', 'left', 'other')),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX hardship_file_open ON hardship_file (person_id) WHERE removed_at IS NULL AND closed_on IS NULL;
CREATE INDEX hardship_file_of ON hardship_file (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_hardship_file AS SELECT * FROM hardship_file WHERE removed_at IS NULL;

-- To whomever, whether there is a file or not. `amount` is fen; what was given in kind by its value, and none where nothing was spent.
CREATE TABLE member_aid (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  given_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'living', 'medical', 'schooling', 'job', 'legal', 'festival', 'wedding', 'birth', 'hospital', 'funeral', 'retiring', 'other')),
  amount INTEGER CHECK (amount > 0),
  source TEXT NOT NULL CHECK (source IN ('union', 'upper', 'employer', 'donated', 'none')),
  what TEXT,
  who TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX member_aid_of ON member_aid (person_id, given_on) WHERE removed_at IS NULL;
CREATE VIEW live_member_aid AS SELECT * FROM member_aid WHERE removed_at IS NULL;
