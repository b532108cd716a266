-- What is asked for before the talks begin and what came of it (协商资料), item by item: who asked when, what was received or
-- refused; who of the representatives signed that the other side's secrets are kept (保密承诺); and what else the minutes of a
-- meeting tell as a fact.

CREATE TABLE negotiation_information (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  ord INTEGER NOT NULL,
  of_side TEXT NOT NULL CHECK (of_side IN ('workers', 'employer')),
  name TEXT NOT NULL,
  period TEXT,
  secret INTEGER NOT NULL CHECK (secret IN (0, 1)),
  asked_on TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  received_on TEXT,
  received_from TEXT,
  form TEXT,
  pages INTEGER,
  refused_on TEXT,
  refused_reason TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX negotiation_information_of ON negotiation_information (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_negotiation_information AS SELECT * FROM negotiation_information WHERE removed_at IS NULL;

CREATE TABLE negotiation_secrecy (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  representative_id TEXT NOT NULL REFERENCES negotiation_representative (id),
  signed_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX negotiation_secrecy_one ON negotiation_secrecy (representative_id) WHERE removed_at IS NULL;
CREATE VIEW live_negotiation_secrecy AS SELECT * FROM negotiation_secrecy WHERE removed_at IS NULL;

ALTER TABLE meeting ADD COLUMN noted TEXT;
