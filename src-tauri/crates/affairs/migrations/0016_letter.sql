-- The union's own letters (函, 复函): what is typed before one is issued like any other paper. Which incoming paper a letter
-- answers is named loosely: a letter outlives a paper that the law lets be erased. Then what the yearly report lacked: whom
-- it goes to (主送机关), and its photos.

CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  answers_id TEXT,
  addressee TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  enclosures TEXT,
  copies TEXT,
  contact TEXT,
  written_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX letter_answers ON letter (answers_id) WHERE removed_at IS NULL AND answers_id IS NOT NULL;
CREATE VIEW live_letter AS SELECT * FROM letter WHERE removed_at IS NULL;

ALTER TABLE year_report ADD COLUMN addressee TEXT;

-- The photos of a yearly report: a picture among the report's files, with what it shows, in the order of the paper.
CREATE TABLE report_photo (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES year_report (id),
  attachment_id TEXT NOT NULL,
  caption TEXT NOT NULL,
  ord INTEGER NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX report_photo_of ON report_photo (report_id) WHERE removed_at IS NULL;
CREATE VIEW live_report_photo AS SELECT * FROM report_photo WHERE removed_at IS NULL;
