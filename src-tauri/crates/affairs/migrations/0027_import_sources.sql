-- Where what is known of people came from: each page of an imported file with its columns and what they were taken for, and
-- the rows that brought or changed somebody, as they stood in the file. How a file of a shape was read is known from its
-- last import.

-- A table that was pasted has no file of its own.
ALTER TABLE import_batch ADD COLUMN pasted INTEGER NOT NULL DEFAULT 0 CHECK (pasted IN (0, 1));

-- 统一社会信用代码 of whoever employs the person.
ALTER TABLE employment ADD COLUMN employer_code TEXT;

CREATE TABLE import_column (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  page TEXT NOT NULL,
  place INTEGER NOT NULL,
  heading TEXT NOT NULL,
  field TEXT
) STRICT;
CREATE INDEX import_column_of ON import_column (batch_id, page, place);
CREATE INDEX import_column_heading ON import_column (heading);

-- The cells as they stood in the row, from the first column on, as a list in JSON.
CREATE TABLE import_row (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  page TEXT NOT NULL,
  place INTEGER NOT NULL,
  cells TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX import_row_of ON import_row (person_id) WHERE removed_at IS NULL;
CREATE INDEX import_row_batch ON import_row (batch_id);
CREATE VIEW live_import_row AS SELECT * FROM import_row WHERE removed_at IS NULL;
