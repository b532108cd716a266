-- The yearly report (年度工作报告): what the chair writes into it, one row a year. The year is its id, so that a year has
-- one row, removed or not. The figures beside the words are counted anew each time and kept nowhere.

CREATE TABLE year_report (
  id TEXT PRIMARY KEY,
  guidance TEXT,
  merit TEXT,
  quality TEXT,
  standing TEXT,
  growth TEXT,
  problems TEXT,
  plans TEXT,
  filled_by TEXT,
  responsible TEXT
) STRICT;
