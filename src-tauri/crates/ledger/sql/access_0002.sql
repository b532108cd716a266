-- A purge may erase a purpose: the hash of a look covers a salted digest of it. Looks from before have no digest
-- and keep the hash they had.
ALTER TABLE look ADD COLUMN salt BLOB;
ALTER TABLE look ADD COLUMN digest BLOB;
ALTER TABLE look ADD COLUMN erased_by INTEGER;

DROP TRIGGER look_is_append_only_update;
CREATE TRIGGER look_is_append_only_update BEFORE UPDATE ON look
WHEN NEW.erased_by IS NULL OR NEW.purpose <> '' OR NEW.salt IS NOT NULL
  OR NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.actor_id <> OLD.actor_id OR NEW.actor_name <> OLD.actor_name
  OR NEW.kind <> OLD.kind OR NEW.subjects <> OLD.subjects OR NEW.digest IS NOT OLD.digest
  OR NEW.prev_hash <> OLD.prev_hash OR NEW.hash <> OLD.hash
BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
