-- Annual leave (年休假): the periods that each took or means to take, what decides a person's days in a year, the unused days and
-- their pay, and the schedule of a year (休假计划) with what this firm settled for it. Days are reckoned and never stored; a half
-- day counts one, so numbers of days stand in halves.

-- `year` is the year whose leave it is: of leave that was carried over, the year before its days. `halves` is typed by whoever
-- works in shifts; without it the State Council's calendar counts.
CREATE TABLE leave_period (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('planned', 'taken')),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  halves INTEGER CHECK (halves > 0),
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX leave_period_person ON leave_period (person_id, year) WHERE removed_at IS NULL;
CREATE INDEX leave_period_year ON leave_period (year) WHERE removed_at IS NULL;
CREATE VIEW live_leave_period AS SELECT * FROM leave_period WHERE removed_at IS NULL;

-- What decides a person's leave of a year and no date tells: better terms, work before this firm without a break, days that were
-- taken before leave was kept here (`opening`, a number without its days), days that are
-- carried over or were given up in writing, and on which day the person agreed.
CREATE TABLE leave_year (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  own_days INTEGER CHECK (own_days > 0),
  own_source TEXT,
  worked_before INTEGER CHECK (worked_before IN (0, 1)),
  opening INTEGER CHECK (opening > 0),
  carried INTEGER CHECK (carried > 0),
  carry_consent_on TEXT,
  unarranged_on TEXT,
  waived INTEGER CHECK (waived > 0),
  waived_on TEXT,
  waived_reason TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX leave_year_one ON leave_year (person_id, year) WHERE removed_at IS NULL;
CREATE INDEX leave_year_year ON leave_year (year) WHERE removed_at IS NULL;
CREATE VIEW live_leave_year AS SELECT * FROM leave_year WHERE removed_at IS NULL;

-- Why a person may have no leave in a year (条例第四条): days, or months of sick leave, which is told to readers of health alone.
CREATE TABLE leave_bar (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('school', 'personal', 'sick', 'idle')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX leave_bar_one ON leave_bar (person_id, year, kind) WHERE removed_at IS NULL;
CREATE VIEW live_leave_bar AS SELECT * FROM leave_bar WHERE removed_at IS NULL;

-- The pay of days that were not taken, in fen: a single wage. `halves` is how many days it is for.
CREATE TABLE leave_pay (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  halves INTEGER NOT NULL CHECK (halves > 0),
  average INTEGER,
  daily INTEGER,
  paid INTEGER,
  paid_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX leave_pay_one ON leave_pay (person_id, year) WHERE removed_at IS NULL;
CREATE VIEW live_leave_pay AS SELECT * FROM leave_pay WHERE removed_at IS NULL;

-- The schedule of a year, and what this firm settled for it: how a year is counted in which someone reaches ten or twenty years
-- of work, and days that a contract adds for everybody.
CREATE TABLE leave_schedule (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  crossing TEXT CHECK (crossing IN ('year', 'ratio')),
  extra_days INTEGER CHECK (extra_days > 0),
  extra_source TEXT,
  asked_on TEXT,
  made_on TEXT,
  posted_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX leave_schedule_one ON leave_schedule (year) WHERE removed_at IS NULL;
CREATE VIEW live_leave_schedule AS SELECT * FROM leave_schedule WHERE removed_at IS NULL;
