-- The people at the desk in full: what each officer may write and read beyond what everybody reads, the
-- settings of the ledger, and the register of consents.

-- One line a grant: a part of the work that an officer may write in, or a kind of personal data that the
-- person may read. The chair needs none. Which words there are stands in the code, since modules are added.
CREATE TABLE desk_grant (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES desk_person (id),
  what TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX desk_grant_one ON desk_grant (person_id, what) WHERE removed_at IS NULL;
CREATE VIEW live_desk_grant AS SELECT * FROM desk_grant WHERE removed_at IS NULL;
CREATE VIEW live_desk_person AS SELECT * FROM desk_person WHERE removed_at IS NULL;

-- `id` is the setting's name. A setting that was never changed has no row.
CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- 个人信息处理同意: one line a person, purpose and recipient. A withdrawn consent keeps its line.
CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('sensitive', 'provide', 'publish', 'abroad')),
  about TEXT NOT NULL,
  recipient TEXT,
  given_on TEXT NOT NULL,
  given_how TEXT NOT NULL CHECK (given_how IN ('paper', 'message', 'meeting')),
  withdrawn_on TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX consent_of ON consent (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_consent AS SELECT * FROM consent WHERE removed_at IS NULL;
