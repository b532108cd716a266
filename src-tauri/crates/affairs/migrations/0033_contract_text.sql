-- The text of an agreement: its clauses in order, blanks as 【名称】 in their words; what is filled into a blank stands once for the
-- whole contract. A version is the text as it stood on a day, or an earlier year's contract as it was pasted; it is never changed.
-- The levels of pay by trade and skill grade, and the special forms of pay (年薪制、协议工资、股权激励) with how many have them.

CREATE TABLE contract_clause (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  item TEXT NOT NULL,
  ord INTEGER NOT NULL,
  group_key TEXT,
  library TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('library', 'agreed', 'last_year', 'typed')),
  round INTEGER,
  topic_id TEXT REFERENCES negotiation_topic (id),
  text TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX contract_clause_of ON contract_clause (agreement_id) WHERE removed_at IS NULL;
CREATE VIEW live_contract_clause AS SELECT * FROM contract_clause WHERE removed_at IS NULL;

-- `kept` is fen, hundredths of a percent, an ISO date, a whole number or words, by the kind of the blank; `shown` is how the
-- contract prints it.
CREATE TABLE contract_value (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  name TEXT NOT NULL,
  kept TEXT NOT NULL,
  shown TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX contract_value_once ON contract_value (agreement_id, name) WHERE removed_at IS NULL;
CREATE VIEW live_contract_value AS SELECT * FROM contract_value WHERE removed_at IS NULL;

-- Numbers run within an agreement; a pasted one has none.
CREATE TABLE contract_version (
  id TEXT PRIMARY KEY,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  number INTEGER,
  source TEXT NOT NULL CHECK (source IN ('draft', 'pasted')),
  kept_on TEXT NOT NULL,
  note TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX contract_version_number ON contract_version (agreement_id, number) WHERE removed_at IS NULL;
CREATE VIEW live_contract_version AS SELECT * FROM contract_version WHERE removed_at IS NULL;

CREATE TABLE contract_version_clause (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES contract_version (id),
  ord INTEGER NOT NULL,
  clause_id TEXT REFERENCES contract_clause (id),
  item TEXT,
  library TEXT,
  chapter TEXT NOT NULL,
  text TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX contract_version_clause_of ON contract_version_clause (version_id) WHERE removed_at IS NULL;
CREATE VIEW live_contract_version_clause AS SELECT * FROM contract_version_clause WHERE removed_at IS NULL;

CREATE TABLE skill_pay_level (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  ord INTEGER NOT NULL,
  trade TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('学徒工', '初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师')),
  from_fen INTEGER NOT NULL,
  to_fen INTEGER NOT NULL,
  allowance_fen INTEGER,
  people INTEGER,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX skill_pay_level_once ON skill_pay_level (negotiation_id, trade, grade) WHERE removed_at IS NULL;
CREATE VIEW live_skill_pay_level AS SELECT * FROM skill_pay_level WHERE removed_at IS NULL;

CREATE TABLE skill_pay_form (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('yearly', 'agreed', 'equity', 'dividend', 'project', 'other')),
  who TEXT NOT NULL,
  people INTEGER NOT NULL,
  terms TEXT NOT NULL,
  since TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX skill_pay_form_of ON skill_pay_form (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_skill_pay_form AS SELECT * FROM skill_pay_form WHERE removed_at IS NULL;
