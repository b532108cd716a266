-- The life of an issued paper (发文): what it was made from, which paragraphs were reworded, to whom it was sent and who
-- signed for it, where it is filed.

ALTER TABLE paper ADD COLUMN source_sha256 TEXT;
ALTER TABLE paper ADD COLUMN filed_on TEXT;
ALTER TABLE paper ADD COLUMN file_number TEXT;
ALTER TABLE paper ADD COLUMN file_place TEXT;
CREATE INDEX paper_year ON paper (year) WHERE removed_at IS NULL;

-- Facts, template and changed paragraphs of an issue, content-addressed like its bytes and gone with them.
CREATE TABLE paper_source (
  sha256 TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;

-- A paragraph reworded before printing: the text that the facts gave, and the text in its place.
CREATE TABLE paper_change (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  of_id TEXT NOT NULL,
  block TEXT NOT NULL,
  replaced TEXT NOT NULL,
  text TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX paper_change_once ON paper_change (of_id, kind, block) WHERE removed_at IS NULL;
CREATE VIEW live_paper_change AS SELECT * FROM paper_change WHERE removed_at IS NULL;

-- An issue sent to one receiver, and the receipt.
CREATE TABLE paper_sending (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  receiver TEXT NOT NULL,
  manner TEXT NOT NULL CHECK (manner IN ('handed', 'posted', 'electronic')),
  sent_on TEXT NOT NULL,
  signed_by TEXT,
  signed_on TEXT,
  note TEXT,
  removed_at TEXT,
  CHECK ((signed_by IS NULL) = (signed_on IS NULL))
) STRICT;
CREATE INDEX paper_sending_of ON paper_sending (paper_id) WHERE removed_at IS NULL;
CREATE VIEW live_paper_sending AS SELECT * FROM paper_sending WHERE removed_at IS NULL;
