-- What is being typed and is not saved yet: a draft a form and record for each person. Not journalled: a draft
-- is no history. It goes when its form is saved, and with a purge of its record.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  form TEXT NOT NULL,
  record TEXT,
  person_id TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_of ON draft (person_id, form, ifnull(record, ''));
