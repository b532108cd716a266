-- The credit codes that both parties had when a contract was signed or an affair sealed, beside their names of that day. Empty for
-- what was signed before, and where no code was recorded yet: the codes of today stand there.
ALTER TABLE negotiation_party ADD COLUMN employer_code TEXT;
ALTER TABLE negotiation_party ADD COLUMN union_code TEXT;
