-- Who led each side at a meeting (首席代表), whoever leads it since. Empty for what was recorded before: the list of representatives
-- tells it, and what that said is kept here when it changes.
ALTER TABLE meeting_attendance ADD COLUMN chief INTEGER CHECK (chief IN (0, 1));
