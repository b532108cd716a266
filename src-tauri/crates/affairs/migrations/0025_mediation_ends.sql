-- Talks before mediation are answered, settled or given up, an agreement that nobody keeps is closed, and the manner in which
-- an agreement is to be performed stands beside its day. A CHECK cannot be altered, so the table is built anew with the same
-- rows.

DROP VIEW live_mediation_event;
CREATE TABLE mediation_event_new (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES mediation_case (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('answered', 'settled', 'given_up', 'accepted', 'refused', 'met', 'extended', 'agreed',
    'signed', 'failed', 'withdrawn', 'reviewed', 'performed', 'unperformed', 'told')),
  happened_on TEXT NOT NULL,
  text TEXT NOT NULL,
  until_on TEXT,
  manner TEXT,
  due_on TEXT,
  due_rule TEXT,
  law_pack TEXT,
  removed_at TEXT
) STRICT;
INSERT INTO mediation_event_new (id, case_id, ord, kind, happened_on, text, until_on, due_on, due_rule, law_pack, removed_at)
  SELECT id, case_id, ord, kind, happened_on, text, until_on, due_on, due_rule, law_pack, removed_at FROM mediation_event;
DROP TABLE mediation_event;
ALTER TABLE mediation_event_new RENAME TO mediation_event;
CREATE INDEX mediation_event_of ON mediation_event (case_id) WHERE removed_at IS NULL;
CREATE VIEW live_mediation_event AS SELECT * FROM mediation_event WHERE removed_at IS NULL;
