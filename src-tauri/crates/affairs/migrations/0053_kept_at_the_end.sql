-- What a contract was signed under, and what a sealed affair went by. A contract in effect bears the names that both parties had
-- when it was signed, whatever the firm or its union is called later; a sealed affair bears the names of the day of its seal
-- where it was not signed. A row without an agreement is of the affair itself, kept when it is sealed. For what was signed or
-- sealed before, nothing is kept and the names of today stand.
CREATE TABLE negotiation_party (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  agreement_id TEXT REFERENCES agreement (id),
  employer TEXT NOT NULL,
  union_name TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX negotiation_party_signed ON negotiation_party (agreement_id)
  WHERE agreement_id IS NOT NULL AND removed_at IS NULL;
CREATE UNIQUE INDEX negotiation_party_sealed ON negotiation_party (negotiation_id)
  WHERE agreement_id IS NULL AND removed_at IS NULL;
CREATE VIEW live_negotiation_party AS SELECT * FROM negotiation_party WHERE removed_at IS NULL;

-- The workers' side's plan as it was filled on the day of the seal, as JSON: later scenarios of the year, other wage data and other
-- rates do not change it. `null` in it says that there was none; empty for what was sealed before.
ALTER TABLE negotiation_seal ADD COLUMN plan TEXT;
