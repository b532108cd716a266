-- Attachments: a row names its file by content; the file lies sealed beside the ledger.

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  of_kind TEXT NOT NULL,
  of_id TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media TEXT NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('none', 'removed', 'kept')),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX attachment_of ON attachment (of_kind, of_id) WHERE removed_at IS NULL;
CREATE INDEX attachment_content ON attachment (content);
CREATE VIEW live_attachment AS SELECT * FROM attachment WHERE removed_at IS NULL;

-- Small pictures of pictures, made anew at any time from the files.
CREATE TABLE thumbnail (
  content TEXT PRIMARY KEY,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  jpeg BLOB NOT NULL
) STRICT;
