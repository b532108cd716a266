-- The ledger's own tables: what every step did, chained. Rows are added and never altered.
CREATE TABLE ledger_meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  seq        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  at         TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  op         TEXT NOT NULL,
  label      TEXT NOT NULL,
  final      INTEGER NOT NULL CHECK (final IN (0, 1)),
  kind       TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target     INTEGER,
  prev_hash  BLOB NOT NULL,
  hash       BLOB NOT NULL
) STRICT;

-- One row a touched row. `place` is the step and the order within it in one number, so that the table needs
-- no second index and every row is added at its end.
CREATE TABLE change (
  place  INTEGER PRIMARY KEY,
  tbl    TEXT NOT NULL,
  row_id TEXT NOT NULL,
  act    TEXT NOT NULL,
  before TEXT,
  after  TEXT,
  salt   BLOB,
  digest BLOB NOT NULL,
  seq    INTEGER NOT NULL GENERATED ALWAYS AS (place >> 32) VIRTUAL,
  ord    INTEGER NOT NULL GENERATED ALWAYS AS (place & 0xFFFFFFFF) VIRTUAL
) STRICT;

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER change_is_append_only_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER change_is_append_only_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
