-- One round of talks comes to one to four agreements (集体合同、工资专项、女职工权益保护专项、劳动安全卫生专项), each with a term, votes
-- and acts of its own; how one stands is never stored, it follows from its rows. The sessions of the workers' congress or
-- of the general meeting that voted on them; the checks of how an agreement is kept.
-- What happened to an affair's contract before this belongs to its wage agreement from here on, and counts as what it says.

CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  kind TEXT NOT NULL CHECK (kind IN ('collective', 'wage', 'women', 'safety')),
  title TEXT NOT NULL,
  term_from TEXT,
  term_to TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX agreement_kind ON agreement (negotiation_id, kind) WHERE removed_at IS NULL;
CREATE VIEW live_agreement AS SELECT * FROM agreement WHERE removed_at IS NULL;

-- Its id is the affair's with another last digit: a migration draws no ids.
INSERT INTO agreement (id, negotiation_id, kind, title, term_to, removed_at)
  SELECT substr(n.id, 1, 35) || iif(substr(n.id, 36, 1) = 'a', 'b', 'a'), n.id, 'wage', n.year || '年度工资专项集体合同',
    (SELECT e.valid_until FROM negotiation_event e WHERE e.negotiation_id = n.id AND e.removed_at IS NULL
       AND e.valid_until IS NOT NULL ORDER BY e.happened_on DESC, e.id DESC LIMIT 1),
    n.removed_at
  FROM negotiation n;

-- `until_on` is the last day of a posting, the day a suspension ends, the day from which a change holds. `valid_until` is the
-- last day of a contract as earlier programs kept it; it is the term of the agreement now, and stays for the history alone.
DROP VIEW live_negotiation_event;
CREATE TABLE negotiation_event_new (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  agreement_id TEXT REFERENCES agreement (id),
  representative_id TEXT REFERENCES negotiation_representative (id),
  kind TEXT NOT NULL CHECK (kind IN ('petitioned', 'posted', 'vacated', 'replaced', 'promised', 'suspended', 'resumed',
    'reminded', 'warned', 'reported', 'applied', 'accepted', 'extended', 'coordinated', 'drafted', 'notified', 'signed',
    'filed', 'received', 'returned', 'in_effect', 'published', 'sent_up', 'explained', 'changed', 'renewed', 'rescinded',
    'rescission_filed', 'ended', 'noted')),
  happened_on TEXT NOT NULL,
  until_on TEXT,
  text TEXT NOT NULL,
  workers_chief TEXT,
  employer_chief TEXT,
  receiver TEXT,
  number TEXT,
  copies INTEGER,
  people INTEGER,
  how TEXT CHECK (how IN ('silence', 'opinion')),
  valid_until TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
INSERT INTO negotiation_event_new (id, negotiation_id, kind, happened_on, text, valid_until, removed_at)
  SELECT id, negotiation_id, kind, happened_on, text, valid_until, removed_at FROM negotiation_event;
DROP TABLE negotiation_event;
ALTER TABLE negotiation_event_new RENAME TO negotiation_event;
CREATE INDEX negotiation_event_of ON negotiation_event (negotiation_id) WHERE removed_at IS NULL;
-- The rows of earlier programs stay as the journal has them. What happened to the contract of their affair is read as of its
-- wage agreement, and as entered late: nobody was asked then what has to come before it.
CREATE VIEW live_negotiation_event AS
  SELECT e.id, e.negotiation_id,
    coalesce(e.agreement_id, iif(e.kind IN ('signed', 'filed', 'returned', 'in_effect', 'published'),
      (SELECT a.id FROM agreement a WHERE a.negotiation_id = e.negotiation_id AND a.kind = 'wage' AND a.removed_at IS NULL),
      NULL)) AS agreement_id,
    e.representative_id, e.kind, e.happened_on, e.until_on, e.text, e.workers_chief, e.employer_chief, e.receiver, e.number,
    e.copies, e.people, e.how, e.valid_until,
    coalesce(e.late_entry, iif(e.agreement_id IS NULL
      AND e.kind IN ('signed', 'filed', 'returned', 'in_effect', 'published'), '程序升级以前的登记', NULL)) AS late_entry,
    e.removed_at
  FROM negotiation_event e WHERE e.removed_at IS NULL;

-- A session of the workers' congress, or the general meeting where there is none. Names stand one a line.
CREATE TABLE congress_session (
  id TEXT PRIMARY KEY,
  form TEXT NOT NULL CHECK (form IN ('congress', 'general')),
  name TEXT NOT NULL,
  held_on TEXT NOT NULL,
  due INTEGER NOT NULL,
  present INTEGER NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('secret', 'open')),
  given INTEGER,
  returned INTEGER,
  chair TEXT NOT NULL,
  chair_post TEXT,
  heard TEXT,
  tellers TEXT NOT NULL,
  scrutineers TEXT NOT NULL,
  law_pack TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE VIEW live_congress_session AS SELECT * FROM congress_session WHERE removed_at IS NULL;

-- What it voted on, each matter with a vote of its own.
CREATE TABLE congress_vote (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES congress_session (id),
  ord INTEGER NOT NULL,
  matter TEXT NOT NULL,
  agreement_id TEXT REFERENCES agreement (id),
  votes_for INTEGER NOT NULL,
  votes_against INTEGER NOT NULL,
  abstained INTEGER NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX congress_vote_of ON congress_vote (session_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX congress_vote_once ON congress_vote (session_id, agreement_id) WHERE removed_at IS NULL;
CREATE VIEW live_congress_vote AS SELECT * FROM congress_vote WHERE removed_at IS NULL;

-- What lies ready for the filing, by the key of the rule's list.
CREATE TABLE agreement_material (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  item TEXT NOT NULL,
  ready_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX agreement_material_once ON agreement_material (agreement_id, item) WHERE removed_at IS NULL;
CREATE VIEW live_agreement_material AS SELECT * FROM agreement_material WHERE removed_at IS NULL;

-- How an agreement is kept: one check over a period, clause by clause. Names stand one a line.
CREATE TABLE agreement_check (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  method TEXT NOT NULL,
  opinions TEXT,
  conclusion TEXT NOT NULL,
  workers TEXT NOT NULL,
  employer TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX agreement_check_of ON agreement_check (agreement_id) WHERE removed_at IS NULL;
CREATE VIEW live_agreement_check AS SELECT * FROM agreement_check WHERE removed_at IS NULL;

CREATE TABLE agreement_check_clause (
  id TEXT PRIMARY KEY,
  check_id TEXT NOT NULL REFERENCES agreement_check (id),
  ord INTEGER NOT NULL,
  clause TEXT NOT NULL,
  target TEXT NOT NULL,
  actual TEXT NOT NULL,
  gap TEXT,
  cause TEXT,
  remedy TEXT,
  owner TEXT,
  due_on TEXT,
  done_on TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX agreement_check_clause_of ON agreement_check_clause (check_id) WHERE removed_at IS NULL;
CREATE VIEW live_agreement_check_clause AS SELECT * FROM agreement_check_clause WHERE removed_at IS NULL;
