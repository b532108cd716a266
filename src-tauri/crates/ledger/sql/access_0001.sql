-- Who looked at guarded data, when, why and about whom. Rows are added, chained and never altered.
CREATE TABLE look (
  seq        INTEGER PRIMARY KEY,
  at         TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  kind       TEXT NOT NULL,
  purpose    TEXT NOT NULL,
  subjects   TEXT NOT NULL,
  prev_hash  BLOB NOT NULL,
  hash       BLOB NOT NULL
) STRICT;

CREATE TRIGGER look_is_append_only_update BEFORE UPDATE ON look
BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
CREATE TRIGGER look_is_append_only_delete BEFORE DELETE ON look
BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
