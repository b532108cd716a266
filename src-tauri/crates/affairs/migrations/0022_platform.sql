-- New forms of employment (新就业形态): platforms and the firms they work with, whose people work there in which class, the
-- referral of a worker to the union they belong to, the standing talks about rules and algorithms with their meetings, agreed
-- caps of working time, and help after an accident (职业伤害保障). What the rules make of it is never stored.

-- `injury_since` is the day from which its orders are covered, `injury_source` who says so: lists of platforms differ by
-- source, so that the register itself is the list. Trades and kinds of insurance are lists of codes that may grow.
CREATE TABLE platform_firm (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('platform', 'partner')),
  name TEXT NOT NULL,
  credit_code TEXT,
  trade TEXT NOT NULL,
  city TEXT,
  partner_of TEXT REFERENCES platform_firm (id),
  headcount INTEGER,
  union_members INTEGER,
  own_union TEXT,
  trade_union TEXT,
  local_union TEXT,
  injury TEXT NOT NULL CHECK (injury IN ('covered', 'not_covered', 'unknown')),
  injury_since TEXT,
  injury_source TEXT,
  insurance TEXT NOT NULL,
  contact TEXT,
  ended_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX platform_firm_code ON platform_firm (credit_code) WHERE removed_at IS NULL AND credit_code IS NOT NULL;
CREATE VIEW live_platform_firm AS SELECT * FROM platform_firm WHERE removed_at IS NULL;

-- Work of a person at a platform or partner firm, beside the employment of the roster: one person may work for several.
CREATE TABLE platform_work (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  firm_id TEXT NOT NULL REFERENCES platform_firm (id),
  class TEXT NOT NULL CHECK (class IN ('labour', 'partial', 'civil')),
  basis TEXT,
  station TEXT,
  channel TEXT,
  since_on TEXT,
  until_on TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX platform_work_one ON platform_work (person_id, firm_id) WHERE removed_at IS NULL AND until_on IS NULL;
CREATE INDEX platform_work_at ON platform_work (firm_id) WHERE removed_at IS NULL;
CREATE VIEW live_platform_work AS SELECT * FROM platform_work WHERE removed_at IS NULL;

-- 转介: a worker sent to the union they belong to. The person stands here once more, so that counts of the roster need no
-- other table.
CREATE TABLE platform_referral (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  work_id TEXT NOT NULL REFERENCES platform_work (id),
  to_kind TEXT NOT NULL CHECK (to_kind IN ('employer', 'platform', 'trade', 'township')),
  to_union TEXT NOT NULL,
  referred_on TEXT NOT NULL,
  consent_on TEXT,
  reply_by TEXT,
  note TEXT,
  replied_on TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'declined', 'unwilling')),
  reply TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX platform_referral_of ON platform_referral (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_platform_referral AS SELECT * FROM platform_referral WHERE removed_at IS NULL;

-- The talks of a year with one platform. How many speak for each side and by when an answer is due is set by no text that
-- can be read: both are the union's to enter.
CREATE TABLE platform_talk (
  id TEXT PRIMARY KEY,
  firm_id TEXT NOT NULL REFERENCES platform_firm (id),
  year INTEGER NOT NULL,
  asked_on TEXT,
  reply_by TEXT,
  replied_on TEXT,
  covers INTEGER,
  workers_seats INTEGER,
  employers_seats INTEGER,
  agreed_on TEXT,
  agreed TEXT,
  effective_on TEXT,
  posted_on TEXT,
  posted_where TEXT,
  feedback_by TEXT,
  feedback_on TEXT,
  feedback TEXT,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX platform_talk_with ON platform_talk (firm_id) WHERE removed_at IS NULL;
CREATE VIEW live_platform_talk AS SELECT * FROM platform_talk WHERE removed_at IS NULL;

-- `workers` and `employers` hold who spoke for a side, a line each.
CREATE TABLE platform_meeting (
  id TEXT PRIMARY KEY,
  talk_id TEXT NOT NULL REFERENCES platform_talk (id),
  held_on TEXT NOT NULL,
  place TEXT NOT NULL,
  chair TEXT,
  recorder TEXT,
  workers TEXT NOT NULL,
  employers TEXT NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX platform_meeting_of ON platform_meeting (talk_id) WHERE removed_at IS NULL;
CREATE VIEW live_platform_meeting AS SELECT * FROM platform_meeting WHERE removed_at IS NULL;

CREATE TABLE platform_position (
  id TEXT PRIMARY KEY,
  talk_id TEXT NOT NULL REFERENCES platform_talk (id),
  meeting_id TEXT NOT NULL REFERENCES platform_meeting (id),
  ord INTEGER NOT NULL,
  topic TEXT NOT NULL CHECK (topic IN ('orders', 'pay', 'hours', 'routes', 'rewards', 'other')),
  title TEXT,
  workers TEXT,
  employers TEXT,
  result TEXT NOT NULL CHECK (result IN ('agreed', 'disputed', 'deferred')),
  agreed TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX platform_position_of ON platform_position (meeting_id) WHERE removed_at IS NULL;
CREATE VIEW live_platform_position AS SELECT * FROM platform_position WHERE removed_at IS NULL;

-- Caps of working time as they were agreed. `talk_id` names the talks that set one; an older one names its source alone.
CREATE TABLE platform_cap (
  id TEXT PRIMARY KEY,
  firm_id TEXT NOT NULL REFERENCES platform_firm (id),
  talk_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('continuous', 'daily', 'pause', 'remind')),
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  source TEXT,
  since_on TEXT NOT NULL,
  until_on TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX platform_cap_of ON platform_cap (firm_id) WHERE removed_at IS NULL;
CREATE VIEW live_platform_cap AS SELECT * FROM platform_cap WHERE removed_at IS NULL;

-- Help of one worker after an accident. `papers` holds the codes of the papers at hand, with a space between. Whether the
-- worker is entitled is the agency's to say and stands here only as its conclusion.
CREATE TABLE injury_help (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  work_id TEXT NOT NULL REFERENCES platform_work (id),
  accident_on TEXT NOT NULL,
  place TEXT,
  order_number TEXT,
  asked TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  papers TEXT,
  reported_on TEXT,
  applied_on TEXT,
  accepted_on TEXT,
  concluded_on TEXT,
  outcome TEXT CHECK (outcome IN ('confirmed', 'refused', 'withdrawn')),
  result TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX injury_help_serial ON injury_help (year, serial);
CREATE INDEX injury_help_of ON injury_help (person_id) WHERE removed_at IS NULL;
CREATE VIEW live_injury_help AS SELECT * FROM injury_help WHERE removed_at IS NULL;

-- Found by name and credit code; no person stands in it.
CREATE TRIGGER search_platform_added AFTER INSERT ON platform_firm WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('platform', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.name || ' ' || ifnull(NEW.credit_code, ''), NULL));
END;
CREATE TRIGGER search_platform_gone AFTER DELETE ON platform_firm BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_platform_changed AFTER UPDATE OF name, credit_code, removed_at ON platform_firm BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'platform', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text(NEW.name || ' ' || ifnull(NEW.credit_code, ''), NULL) FROM search_doc WHERE ref = NEW.id;
END;
