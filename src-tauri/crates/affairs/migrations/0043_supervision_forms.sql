-- A form of others' making may be about a case of labour-law supervision (劳动法律监督案件), as the opinion whose form a province
-- fixes. A CHECK cannot be altered, so the table is built anew with the same rows.

DROP VIEW live_form;
CREATE TABLE form_new (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  program TEXT NOT NULL CHECK (program IN ('docx', 'xlsx')),
  about TEXT NOT NULL CHECK (about IN ('union', 'person', 'roster', 'negotiation', 'supervision')),
  file_id TEXT NOT NULL,
  added_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
INSERT INTO form_new (id, name, program, about, file_id, added_on, removed_at)
  SELECT id, name, program, about, file_id, added_on, removed_at FROM form;
DROP TABLE form;
ALTER TABLE form_new RENAME TO form;
CREATE VIEW live_form AS SELECT * FROM form WHERE removed_at IS NULL;
