-- Wage data (工资数据) of a month or a year at one of three depths: the sum with its headcount, bands, or what each was paid;
-- where each table came from; and the figures that wages are laid beside. Single wages stand in tables of their own, whose
-- values are read by right alone and told in no history. Sums are fen.

-- One table of a period. A newer one puts the older out of sight. `divided` says that a year's sums count as twelve equal
-- months. A typed table has no file. `shape` is the headings with their places: how they were read is used for the next file.
CREATE TABLE pay_sheet (
  id TEXT PRIMARY KEY,
  period TEXT NOT NULL,
  depth TEXT NOT NULL CHECK (depth IN ('total', 'bands', 'single')),
  divided INTEGER NOT NULL CHECK (divided IN (0, 1)),
  headcount INTEGER NOT NULL,
  sum INTEGER,
  file_name TEXT,
  file_sha256 TEXT,
  page TEXT,
  pasted INTEGER NOT NULL CHECK (pasted IN (0, 1)),
  taken_at TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  given_by TEXT,
  note TEXT,
  shape TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX pay_sheet_period ON pay_sheet (period) WHERE removed_at IS NULL;
CREATE INDEX pay_sheet_shape ON pay_sheet (shape) WHERE shape IS NOT NULL;
CREATE VIEW live_pay_sheet AS SELECT * FROM pay_sheet WHERE removed_at IS NULL;

-- What a column of the file was taken for; none for one that was left out.
CREATE TABLE pay_column (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  place INTEGER NOT NULL,
  heading TEXT NOT NULL,
  field TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX pay_column_of ON pay_column (sheet_id, place);

-- The sum of a shop.
CREATE TABLE pay_total (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  ord INTEGER NOT NULL,
  shop TEXT NOT NULL,
  headcount INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX pay_total_of ON pay_total (sheet_id, ord);

-- A band of wages, from the first sum to below the second; the last band of a table may be open. A band of a pay scale has
-- its name and its middle.
CREATE TABLE pay_band (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  ord INTEGER NOT NULL,
  name TEXT,
  from_sum INTEGER NOT NULL,
  to_sum INTEGER,
  middle INTEGER,
  headcount INTEGER NOT NULL,
  sum INTEGER,
  removed_at TEXT
) STRICT;
CREATE INDEX pay_band_of ON pay_band (sheet_id, ord);

-- What one was paid, with who they were that month, as it stood then. `share_days` of `share_of` days count for an average:
-- none of them for a settlement, all of them where the two are empty. `cells` are those of the row as they stood in the file,
-- a document number left out, as a list in JSON.
CREATE TABLE pay_line (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  place INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  work_number TEXT,
  shop TEXT,
  post TEXT,
  form TEXT,
  front_line INTEGER CHECK (front_line IN (0, 1)),
  skill TEXT,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'unspecified')),
  gross INTEGER NOT NULL,
  base INTEGER,
  post_pay INTEGER,
  performance INTEGER,
  overtime INTEGER,
  allowance INTEGER,
  bonus INTEGER,
  half_days INTEGER,
  share_days INTEGER,
  share_of INTEGER,
  cells TEXT,
  removed_at TEXT
) STRICT;
-- Everything that statistics reckon with, so that they never read the rows themselves.
CREATE INDEX pay_line_points ON pay_line (sheet_id, place, person_id, gross, base, share_days, share_of, sex, front_line, form,
  skill, shop, post) WHERE removed_at IS NULL;
CREATE INDEX pay_line_person ON pay_line (person_id) WHERE person_id IS NOT NULL;
CREATE VIEW live_pay_line AS SELECT * FROM pay_line WHERE removed_at IS NULL;

-- A figure that wages are laid beside. `period` is the day from which a minimum wage holds, a year or a month for others;
-- `value` is fen, or hundredths of a percent.
CREATE TABLE pay_reference (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('minimum', 'minimum_hour', 'cpi', 'productivity', 'line_base', 'line_upper',
    'line_lower', 'average')),
  region TEXT NOT NULL,
  period TEXT NOT NULL,
  value INTEGER NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('yuan_month', 'yuan_year', 'yuan_hour', 'percent')),
  source TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX pay_reference_one ON pay_reference (kind, region, period) WHERE removed_at IS NULL;
CREATE VIEW live_pay_reference AS SELECT * FROM pay_reference WHERE removed_at IS NULL;
