-- Others' forms (上级发来的表格): the blank as it came, and each time it was filled. Both files are attachments.

CREATE TABLE form (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  program TEXT NOT NULL CHECK (program IN ('docx', 'xlsx')),
  about TEXT NOT NULL CHECK (about IN ('union', 'person', 'roster', 'negotiation')),
  file_id TEXT NOT NULL,
  added_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE VIEW live_form AS SELECT * FROM form WHERE removed_at IS NULL;

-- One filling: for whom, whether identity stands in it in full, and the file as it was given out.
CREATE TABLE form_filling (
  id TEXT PRIMARY KEY,
  form_id TEXT NOT NULL REFERENCES form (id),
  of_id TEXT,
  purpose TEXT NOT NULL CHECK (purpose IN ('submit', 'notice')),
  in_full INTEGER NOT NULL CHECK (in_full IN (0, 1)),
  lines INTEGER NOT NULL,
  filled_on TEXT NOT NULL,
  filled_by TEXT NOT NULL,
  file_id TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX form_filling_of_form ON form_filling (form_id) WHERE removed_at IS NULL;
CREATE INDEX form_filling_of ON form_filling (of_id) WHERE removed_at IS NULL;
CREATE INDEX form_filling_file ON form_filling (file_id);
CREATE VIEW live_form_filling AS SELECT * FROM form_filling WHERE removed_at IS NULL;
