-- Money of the union: the members' dues (会费) with who owes what, who paid and who was spoken with, and the employer's
-- contribution (工会经费) month by month. Months are texts, 2026-09; amounts are fen.

-- By what dues are reckoned from a month on. `rate` is in ten-thousandths, `flat` the sum of a month.
CREATE TABLE dues_basis (
  id TEXT PRIMARY KEY,
  from_month TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('lawful', 'rate', 'flat')),
  rate INTEGER,
  flat INTEGER,
  ground TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX dues_basis_month ON dues_basis (from_month) WHERE removed_at IS NULL;
CREATE VIEW live_dues_basis AS SELECT * FROM dues_basis WHERE removed_at IS NULL;

-- The wage a person's dues are reckoned from, as of a month.
CREATE TABLE dues_base (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  from_month TEXT NOT NULL,
  base INTEGER NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX dues_base_of ON dues_base (person_id, from_month) WHERE removed_at IS NULL;
CREATE VIEW live_dues_base AS SELECT * FROM dues_base WHERE removed_at IS NULL;

-- One taking of dues: of one member or of many handed over together. A wrong one is answered by a counter-entry, which
-- names it; no row of money is ever changed.
CREATE TABLE dues_entry (
  id TEXT PRIMARY KEY,
  paid_on TEXT NOT NULL,
  payer TEXT,
  note TEXT,
  reverses_id TEXT REFERENCES dues_entry (id)
) STRICT;
CREATE INDEX dues_entry_on ON dues_entry (paid_on);
CREATE INDEX dues_entry_reversed ON dues_entry (reverses_id) WHERE reverses_id IS NOT NULL;

-- A member's dues of a month within a taking. The sum stays when the person is erased.
CREATE TABLE dues_payment (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL REFERENCES dues_entry (id),
  person_id TEXT REFERENCES person (id),
  month TEXT NOT NULL,
  amount INTEGER NOT NULL
) STRICT;
CREATE INDEX dues_payment_entry ON dues_payment (entry_id);
CREATE INDEX dues_payment_of ON dues_payment (person_id, month);

-- A talk with a member who has paid nothing for long (劝导), and what came of it.
CREATE TABLE dues_talk (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  talked_on TEXT NOT NULL,
  talked_by TEXT NOT NULL,
  said TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('promised', 'excused', 'active', 'refused')),
  until_on TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX dues_talk_of ON dues_talk (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_dues_talk AS SELECT * FROM dues_talk WHERE removed_at IS NULL;

-- From which month the contribution is followed, and which share of it comes back to this union, in ten-thousandths.
CREATE TABLE fee_share (
  id TEXT PRIMARY KEY,
  from_month TEXT NOT NULL,
  share INTEGER,
  ground TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX fee_share_month ON fee_share (from_month) WHERE removed_at IS NULL;
CREATE VIEW live_fee_share AS SELECT * FROM fee_share WHERE removed_at IS NULL;

-- The payroll of a month, as the employer gave it.
CREATE TABLE fee_payroll (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  payroll INTEGER NOT NULL,
  source TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX fee_payroll_month ON fee_payroll (month) WHERE removed_at IS NULL;
CREATE VIEW live_fee_payroll AS SELECT * FROM fee_payroll WHERE removed_at IS NULL;

-- Money of a month's contribution: paid by the employer, or come back to this union.
CREATE TABLE fee_payment (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('paid', 'returned')),
  paid_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX fee_payment_month ON fee_payment (month) WHERE removed_at IS NULL;
CREATE VIEW live_fee_payment AS SELECT * FROM fee_payment WHERE removed_at IS NULL;

-- A letter to the employer that asks for the contribution of some months (催缴函).
CREATE TABLE fee_demand (
  id TEXT PRIMARY KEY,
  from_month TEXT NOT NULL,
  to_month TEXT NOT NULL,
  addressee TEXT NOT NULL,
  pay_by TEXT,
  pay_to TEXT,
  contact TEXT,
  written_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE VIEW live_fee_demand AS SELECT * FROM fee_demand WHERE removed_at IS NULL;
