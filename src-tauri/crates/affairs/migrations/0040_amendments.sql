-- 变更、解除、终止、续签: what the parties agree about an agreement in force goes the way of the agreement itself (draft, vote,
-- signature, filing), so it is one of the same table that names the one it amends. What it says stands beside it: who proposed it
-- and when, by which ground of the law (its key and its words), from when it holds; and the clauses that it changes.
DROP INDEX agreement_kind;
ALTER TABLE agreement ADD COLUMN amends_id TEXT REFERENCES agreement (id);
CREATE UNIQUE INDEX agreement_kind ON agreement (negotiation_id, kind) WHERE removed_at IS NULL AND amends_id IS NULL;
CREATE INDEX agreement_amended ON agreement (amends_id) WHERE removed_at IS NULL;

CREATE TABLE agreement_amendment (
  id TEXT PRIMARY KEY REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  act TEXT NOT NULL CHECK (act IN ('change', 'rescind', 'end', 'renew')),
  proposed_by TEXT NOT NULL CHECK (proposed_by IN ('workers', 'employer')),
  proposed_on TEXT NOT NULL,
  ground_key TEXT,
  ground_text TEXT,
  reason TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  terms TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE VIEW live_agreement_amendment AS SELECT * FROM agreement_amendment WHERE removed_at IS NULL;

CREATE TABLE agreement_change (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  ord INTEGER NOT NULL,
  clause TEXT NOT NULL,
  was TEXT NOT NULL,
  becomes TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX agreement_change_of ON agreement_change (agreement_id) WHERE removed_at IS NULL;
CREATE VIEW live_agreement_change AS SELECT * FROM agreement_change WHERE removed_at IS NULL;

-- What the filing of an agreement tells and no other record knows: to which department, who files it, the employer's kind and trade,
-- how many workers it covers, how the year went, how the last contract was kept, what stayed open.
CREATE TABLE agreement_filing (
  id TEXT PRIMARY KEY REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  department TEXT NOT NULL,
  filer TEXT NOT NULL,
  phone TEXT,
  enterprise_kind TEXT,
  trade TEXT,
  covered INTEGER,
  business TEXT,
  previous TEXT,
  disputed TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_agreement_filing AS SELECT * FROM agreement_filing WHERE removed_at IS NULL;
