-- 封存: an affair that is over, or given up with a reason, is sealed and cannot change any more; it can only be continued by a new
-- affair that names it. A year has one affair of its own; one that continues another may stand beside it.
CREATE TABLE negotiation_seal (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  sealed_on TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'abandoned')),
  reason TEXT,
  law_pack TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX negotiation_seal_once ON negotiation_seal (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_negotiation_seal AS SELECT * FROM negotiation_seal WHERE removed_at IS NULL;

ALTER TABLE negotiation ADD COLUMN continues_id TEXT REFERENCES negotiation (id);
DROP INDEX negotiation_year;
CREATE UNIQUE INDEX negotiation_year ON negotiation (year) WHERE removed_at IS NULL AND continues_id IS NULL;
CREATE UNIQUE INDEX negotiation_continued ON negotiation (continues_id)
  WHERE removed_at IS NULL AND continues_id IS NOT NULL;

-- An agreement in effect goes on in the affair that continues its own: what came before is read there.
ALTER TABLE agreement ADD COLUMN continues_id TEXT REFERENCES agreement (id);
CREATE UNIQUE INDEX agreement_continued ON agreement (continues_id)
  WHERE removed_at IS NULL AND continues_id IS NOT NULL;
