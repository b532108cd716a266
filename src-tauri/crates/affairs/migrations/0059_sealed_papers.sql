-- The papers of an affair as they stood on the day of its seal: the facts, the template and the reworded paragraphs of each that
-- could be printed then, so that own rules, the union's record, counts of workers and templates that change later change none of
-- them. For what was sealed before, nothing is kept and its papers are filled as before.

-- `missing` names a phrase a line. `facts` is what an issue keeps too, as JSON.
CREATE TABLE negotiation_paper (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  kind TEXT NOT NULL,
  of_id TEXT NOT NULL,
  title TEXT NOT NULL,
  dated TEXT,
  missing TEXT,
  facts TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX negotiation_paper_once ON negotiation_paper (of_id, kind) WHERE removed_at IS NULL;
CREATE INDEX negotiation_paper_of ON negotiation_paper (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_negotiation_paper AS SELECT * FROM negotiation_paper WHERE removed_at IS NULL;

-- Of a clause that was not kept and came before arbitrators: when their award was received, from which the clock of a suit runs, and
-- when the suit was brought.
ALTER TABLE agreement_check_clause ADD COLUMN award_on TEXT;
ALTER TABLE agreement_check_clause ADD COLUMN sued_on TEXT;
