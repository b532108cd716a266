-- One person is one record: pairs that were looked at and are two people, and who was merged into whom. A merged record stays
-- out of sight with what it was, so that a merge can be taken back and read.

CREATE TABLE person_apart (
  id TEXT PRIMARY KEY,
  one_id TEXT NOT NULL REFERENCES person (id),
  other_id TEXT NOT NULL REFERENCES person (id),
  reason TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  facts TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX person_apart_pair ON person_apart (one_id, other_id) WHERE removed_at IS NULL;
CREATE INDEX person_apart_other ON person_apart (other_id) WHERE removed_at IS NULL;
CREATE VIEW live_person_apart AS SELECT * FROM person_apart WHERE removed_at IS NULL;

CREATE TABLE person_merge (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES person (id),
  gone_id TEXT NOT NULL REFERENCES person (id),
  merged_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX person_merge_gone ON person_merge (gone_id) WHERE removed_at IS NULL;
CREATE INDEX person_merge_kept ON person_merge (kept_id) WHERE removed_at IS NULL;
CREATE VIEW live_person_merge AS SELECT * FROM person_merge WHERE removed_at IS NULL;

-- 会员证号 of a card that another union or an earlier register gave, as it stands on the card.
ALTER TABLE person ADD COLUMN card_number TEXT;
CREATE INDEX person_by_card ON person (card_number) WHERE removed_at IS NULL AND card_number IS NOT NULL;

-- 职工人数 by day, as the firm told it: what the density of membership is reckoned from.
CREATE TABLE workforce (
  id TEXT PRIMARY KEY,
  as_of TEXT NOT NULL,
  workers INTEGER NOT NULL CHECK (workers > 0),
  source TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX workforce_day ON workforce (as_of) WHERE removed_at IS NULL;
CREATE VIEW live_workforce AS SELECT * FROM workforce WHERE removed_at IS NULL;
