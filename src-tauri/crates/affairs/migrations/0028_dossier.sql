-- The file of a person (电子档案): contracts, certificates, training, honours, and occupational health beside them in a
-- table of its own, whose values are read by right alone.

-- 补录: why a step of mediation was entered in another order than it is taken, since a paper had decided it.
ALTER TABLE mediation_event ADD COLUMN late_entry TEXT;

-- 劳动合同: a fixed term, an open one, or until a task is done.
CREATE TABLE labour_contract (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  term TEXT NOT NULL CHECK (term IN ('fixed', 'open', 'task')),
  from_on TEXT NOT NULL,
  until_on TEXT,
  probation_until TEXT,
  ended_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX labour_contract_person ON labour_contract (person_id, from_on) WHERE removed_at IS NULL;
CREATE INDEX labour_contract_until ON labour_contract (until_on) WHERE removed_at IS NULL AND ended_on IS NULL;
CREATE VIEW live_labour_contract AS SELECT * FROM labour_contract WHERE removed_at IS NULL;

-- 职业资格和技能等级证书, 特种作业操作证, 职称.
CREATE TABLE certificate (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('skill', 'operation', 'title', 'other')),
  name TEXT NOT NULL,
  grade TEXT,
  number TEXT,
  issuer TEXT,
  issued_on TEXT,
  valid_until TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX certificate_person ON certificate (person_id) WHERE removed_at IS NULL;
CREATE INDEX certificate_until ON certificate (valid_until) WHERE removed_at IS NULL;
CREATE VIEW live_certificate AS SELECT * FROM certificate WHERE removed_at IS NULL;

-- 培训: whole hours of a course.
CREATE TABLE training (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  course TEXT NOT NULL,
  trained_on TEXT NOT NULL,
  hours INTEGER,
  provider TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX training_person ON training (person_id, trained_on) WHERE removed_at IS NULL;
CREATE VIEW live_training AS SELECT * FROM training WHERE removed_at IS NULL;

-- 荣誉: 劳动模范, 五一劳动奖章 and others, by the level that gave them.
CREATE TABLE honour (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('model_worker', 'may_day_medal', 'craftsman', 'union_activist', 'other')),
  level TEXT NOT NULL CHECK (level IN ('national', 'province', 'city', 'county', 'unit')),
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  issuer TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX honour_person ON honour (person_id, year) WHERE removed_at IS NULL;
CREATE INDEX honour_kind ON honour (kind, person_id) WHERE removed_at IS NULL;
CREATE VIEW live_honour AS SELECT * FROM honour WHERE removed_at IS NULL;

-- 职业健康检查. `hazards` are codes with their measure, `noise:86 heat dust:2`.
CREATE TABLE health_exam (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('before', 'during', 'leaving', 'emergency')),
  examined_on TEXT NOT NULL,
  institution TEXT,
  hazards TEXT NOT NULL,
  conclusion TEXT CHECK (conclusion IN ('normal', 'recheck', 'suspected', 'contraindication', 'other')),
  next_on TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX health_exam_person ON health_exam (person_id, examined_on) WHERE removed_at IS NULL;
CREATE VIEW live_health_exam AS SELECT * FROM health_exam WHERE removed_at IS NULL;
