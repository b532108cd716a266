-- A template of the union's own (本单位模板) in the place of the one the program brings: its text as it was taken, and the
-- sum of the program's template and sample that it was held against.

CREATE TABLE own_template (
  id TEXT PRIMARY KEY,
  paper TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  base TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX own_template_paper ON own_template (paper) WHERE removed_at IS NULL;
CREATE VIEW live_own_template AS SELECT * FROM own_template WHERE removed_at IS NULL;
