-- An adviser of a side (专业人员) promises to keep secrets as its representatives do; and what was said against those who were
-- chosen while their names hung (公示期间的异议), with how it was settled. Nobody who objects need be named. A posting of
-- representatives (公布协商代表) says whose: the employer's too where a text asks for it; the workers' where it does not say.

ALTER TABLE negotiation_mandate ADD COLUMN secrecy_on TEXT;

ALTER TABLE representative_election ADD COLUMN objections TEXT
  CHECK (objections IN ('none_raised', 'settled', 'upheld'));
ALTER TABLE representative_election ADD COLUMN objections_said TEXT;
ALTER TABLE representative_election ADD COLUMN objections_settled TEXT;

ALTER TABLE negotiation_event ADD COLUMN side TEXT CHECK (side IN ('workers', 'employer'));
