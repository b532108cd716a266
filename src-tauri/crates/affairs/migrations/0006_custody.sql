-- What the committee keeps and hands over when its term ends: seals, accounts, certificates, archives, keys.
CREATE TABLE custody (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('seal', 'account', 'certificate', 'archive', 'key', 'other')),
  name TEXT NOT NULL,
  number TEXT,
  holder TEXT NOT NULL,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_custody AS SELECT * FROM custody WHERE removed_at IS NULL;
