-- An adviser of a side (专业人员) promises to keep secrets as its representatives do; and what was said against those who were
-- chosen while their names hung (公示期间的异议), with how it was settled. Nobody who objects need be named. A posting of
-- representatives (公布协商代表) says whose: the employer's too where a text asks for it; the workers' where it does not say.

ALTER TABLE negotiation_mandate ADD COLUMN secrecy_on TEXT;

ALTER TABLE representative_election ADD COLUMN objections TEXT
  CHECK (objections IN ('none_raised', 'settled', 'upheld'));
ALTER TABLE representative_election ADD COLUMN objections_said TEXT;
ALTER TABLE representative_election ADD COLUMN objections_settled TEXT;

ALTER TABLE negotiation_event ADD COLUMN side TEXT CHECK (side IN ('workers', 'employer'));
-- The view names its columns, and is the same with one more.
DROP VIEW live_negotiation_event;
CREATE VIEW live_negotiation_event AS
  SELECT e.id, e.negotiation_id,
    coalesce(e.agreement_id, iif(e.kind IN ('signed', 'filed', 'returned', 'in_effect', 'published'),
      (SELECT a.id FROM agreement a WHERE a.negotiation_id = e.negotiation_id AND a.kind = 'wage' AND a.removed_at IS NULL),
      NULL)) AS agreement_id,
    e.representative_id, e.kind, e.happened_on, e.until_on, e.text, e.workers_chief, e.employer_chief, e.receiver, e.number,
    e.copies, e.people, e.how, e.valid_until, e.side,
    coalesce(e.late_entry, iif(e.agreement_id IS NULL
      AND e.kind IN ('signed', 'filed', 'returned', 'in_effect', 'published'), '程序升级以前的登记', NULL)) AS late_entry,
    e.removed_at
  FROM negotiation_event e WHERE e.removed_at IS NULL;
