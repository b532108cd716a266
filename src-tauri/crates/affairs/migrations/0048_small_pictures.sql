-- The SHA-256 of the small picture of a file, taken when it was made: small pictures stand outside the journal, and this column in
-- it, so that one that was exchanged is found. Empty where there is none, and for files of earlier programs: those are proved by
-- being drawn anew.
ALTER TABLE attachment ADD COLUMN small_sha256 TEXT;
