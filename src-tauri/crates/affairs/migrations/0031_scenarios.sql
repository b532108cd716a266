-- Scenarios of a rise that were tried and kept (增资方案), with what they came to on the day; and what the employer pays of every
-- wage to the funds (单位缴纳的社会保险费率). Single wages are in neither. Sums are fen; the rate is hundredths of a percent.

-- `steps` is the scenario, as the simulator reads it. The sums are of all the months it holds; those that only single wages
-- tell exactly are empty for others. The one that is chosen goes into the offer and the plan, and its target average and floor
-- are what is later checked.
CREATE TABLE pay_scenario (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES pay_sheet (id),
  year INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('workers', 'employer')),
  name TEXT NOT NULL,
  steps TEXT NOT NULL,
  said TEXT NOT NULL,
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 12),
  people INTEGER NOT NULL,
  before_average INTEGER,
  target_average INTEGER,
  target_floor INTEGER,
  wages INTEGER,
  insurance INTEGER,
  fee INTEGER,
  total INTEGER,
  chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)),
  kept_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX pay_scenario_name ON pay_scenario (year, name) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX pay_scenario_chosen ON pay_scenario (year) WHERE chosen = 1 AND removed_at IS NULL;
CREATE VIEW live_pay_scenario AS SELECT * FROM pay_scenario WHERE removed_at IS NULL;

CREATE TABLE pay_insurance (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  rate INTEGER NOT NULL,
  base_floor INTEGER,
  base_ceiling INTEGER,
  from_on TEXT NOT NULL,
  source TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX pay_insurance_one ON pay_insurance (name, from_on) WHERE removed_at IS NULL;
CREATE VIEW live_pay_insurance AS SELECT * FROM pay_insurance WHERE removed_at IS NULL;
