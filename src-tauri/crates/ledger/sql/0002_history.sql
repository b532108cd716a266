-- The history of single records, steps taken back out of order, and the erasing that a lawful purge does.
ALTER TABLE change ADD COLUMN erased_by INTEGER;
-- Its entries end with the row's number, which is `place`: a record's changes in order.
CREATE INDEX change_of_row ON change (row_id);
-- The undos and redos alone say which steps are taken back.
CREATE INDEX journal_turns ON journal (seq, target) WHERE target IS NOT NULL;

-- A running purge may erase the texts and the salt of a change, and name itself; nothing else ever changes.
DROP TRIGGER change_is_append_only_update;
CREATE TRIGGER change_is_append_only_update BEFORE UPDATE ON change
WHEN change_purging() IS NULL OR OLD.erased_by IS NOT NULL OR NEW.erased_by IS NOT change_purging()
  OR NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.salt IS NOT NULL
  OR NEW.place <> OLD.place OR NEW.tbl <> OLD.tbl OR NEW.row_id <> OLD.row_id OR NEW.act <> OLD.act
  OR NEW.digest <> OLD.digest
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
