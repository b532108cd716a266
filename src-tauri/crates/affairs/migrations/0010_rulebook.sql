-- What a union adds to the law book that the program brings along.
--
-- The State Council's arrangement of days off (放假安排) of a year that the program does not bring along, as the union
-- entered it from the notice. It makes the clocks of that year certain.

CREATE TABLE calendar_notice (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  basis TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX calendar_notice_year ON calendar_notice (year) WHERE removed_at IS NULL;
CREATE VIEW live_calendar_notice AS SELECT * FROM calendar_notice WHERE removed_at IS NULL;

CREATE TABLE calendar_holiday (
  id TEXT PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES calendar_notice (id),
  name TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  first_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX calendar_holiday_name ON calendar_holiday (notice_id, name) WHERE removed_at IS NULL;
CREATE VIEW live_calendar_holiday AS SELECT * FROM calendar_holiday WHERE removed_at IS NULL;

CREATE TABLE calendar_workday (
  id TEXT PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES calendar_notice (id),
  name TEXT NOT NULL,
  held_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX calendar_workday_once ON calendar_workday (notice_id, held_on) WHERE removed_at IS NULL;
CREATE VIEW live_calendar_workday AS SELECT * FROM calendar_workday WHERE removed_at IS NULL;

-- A number that the union and the employer agreed in the place of a rule's own (本单位约定), with the contract it stands in.
CREATE TABLE own_rule (
  id TEXT PRIMARY KEY,
  rule_id TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  contract TEXT NOT NULL,
  article TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_own_rule AS SELECT * FROM own_rule WHERE removed_at IS NULL;

-- A pack of rules taken from a file in the place of the one the program brings, and the publishers whose signature is
-- trusted.
CREATE TABLE law_pack (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  signer TEXT,
  taken_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX law_pack_name ON law_pack (name) WHERE removed_at IS NULL;
CREATE VIEW live_law_pack AS SELECT * FROM law_pack WHERE removed_at IS NULL;

CREATE TABLE law_publisher (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX law_publisher_key ON law_publisher (public_key) WHERE removed_at IS NULL;
CREATE VIEW live_law_publisher AS SELECT * FROM law_publisher WHERE removed_at IS NULL;
