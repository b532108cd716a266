-- What the union does when talks are refused or not answered joins the events of an affair: reported to the
-- upper union, coordination applied for, the application accepted. A CHECK cannot be altered, so the table
-- is built anew with the same rows.

DROP VIEW live_negotiation_event;
CREATE TABLE negotiation_event_new (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  kind TEXT NOT NULL CHECK (kind IN ('reported', 'applied', 'accepted', 'signed', 'filed', 'returned',
    'in_effect', 'published', 'noted')),
  happened_on TEXT NOT NULL,
  text TEXT NOT NULL,
  removed_at TEXT
) STRICT;
INSERT INTO negotiation_event_new (id, negotiation_id, kind, happened_on, text, removed_at)
  SELECT id, negotiation_id, kind, happened_on, text, removed_at FROM negotiation_event;
DROP TABLE negotiation_event;
ALTER TABLE negotiation_event_new RENAME TO negotiation_event;
CREATE INDEX negotiation_event_of ON negotiation_event (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_negotiation_event AS SELECT * FROM negotiation_event WHERE removed_at IS NULL;
