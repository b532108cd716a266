-- Lists of members: what only people know of someone and flags are made from, the lists that are kept by name, and one
-- narrow line a person by which lists are filtered, ordered and counted.

-- 劳模, 困难职工, and a woman's post of management or technology, by which her age of retirement goes.
CREATE TABLE person_tag (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('model_worker', 'hardship', 'staff_post')),
  since TEXT,
  until_on TEXT,
  source TEXT,
  note TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX person_tag_one ON person_tag (person_id, kind) WHERE removed_at IS NULL;
CREATE INDEX person_tag_kind ON person_tag (kind, person_id) WHERE removed_at IS NULL;
CREATE VIEW live_person_tag AS SELECT * FROM person_tag WHERE removed_at IS NULL;

-- 常用查询: what is asked, which columns in which order, by what it is ordered and grouped, as the page sends it.
CREATE TABLE member_list (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  list_view TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX member_list_name ON member_list (name) WHERE removed_at IS NULL;
CREATE VIEW live_member_list AS SELECT * FROM member_list WHERE removed_at IS NULL;

-- Derived, and kept by the triggers below: what lists of members are filtered, ordered and counted by, one narrow line a
-- person with the present employment, the group, the day of joining and the last event. Each order has its index, by the
-- name among equals.
CREATE TABLE member_line (
  line INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name_sort TEXT NOT NULL,
  sex TEXT NOT NULL,
  birth TEXT,
  migrant INTEGER,
  skill INTEGER,
  education TEXT,
  political TEXT,
  shop TEXT,
  post TEXT,
  form TEXT,
  group_id TEXT,
  since TEXT,
  last_event TEXT
) STRICT;

INSERT INTO member_line (id, name_sort, sex, birth, migrant, skill, education, political, shop, post, form, group_id, since,
    last_event)
  SELECT p.id, p.name_sort, p.sex, p.birth, p.migrant, skill_place(p.skill_grade), p.education, p.political,
    e.shop, e.post, e.form,
    (SELECT g.group_id FROM union_group_person g WHERE g.person_id = p.id AND g.removed_at IS NULL),
    (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = p.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    (SELECT m.kind FROM membership_event m WHERE m.person_id = p.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  FROM person p
  LEFT JOIN employment e ON e.id = (SELECT x.id FROM employment x
    WHERE x.person_id = p.id AND x.removed_at IS NULL AND x.left_on IS NULL ORDER BY x.id LIMIT 1)
  WHERE p.removed_at IS NULL;

CREATE UNIQUE INDEX member_line_of ON member_line (id);
CREATE INDEX member_line_name ON member_line (name_sort);
CREATE INDEX member_line_sex ON member_line (sex, name_sort);
CREATE INDEX member_line_birth ON member_line (birth, name_sort);
CREATE INDEX member_line_migrant ON member_line (migrant, name_sort);
CREATE INDEX member_line_skill ON member_line (skill, name_sort);
CREATE INDEX member_line_education ON member_line (education, name_sort);
CREATE INDEX member_line_political ON member_line (political, name_sort);
CREATE INDEX member_line_shop ON member_line (shop, name_sort);
CREATE INDEX member_line_post ON member_line (post, name_sort);
CREATE INDEX member_line_form ON member_line (form, name_sort);
CREATE INDEX member_line_group ON member_line (group_id, name_sort);
CREATE INDEX member_line_since ON member_line (since, name_sort);
CREATE INDEX member_line_event ON member_line (last_event, name_sort);

CREATE TRIGGER member_line_person_added AFTER INSERT ON person BEGIN
  INSERT INTO member_line (id, name_sort, sex, birth, migrant, skill, education, political, shop, post, form, group_id, since,
    last_event)
  SELECT p.id, p.name_sort, p.sex, p.birth, p.migrant, skill_place(p.skill_grade), p.education, p.political,
    e.shop, e.post, e.form,
    (SELECT g.group_id FROM union_group_person g WHERE g.person_id = p.id AND g.removed_at IS NULL),
    (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = p.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    (SELECT m.kind FROM membership_event m WHERE m.person_id = p.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  FROM person p
  LEFT JOIN employment e ON e.id = (SELECT x.id FROM employment x
    WHERE x.person_id = p.id AND x.removed_at IS NULL AND x.left_on IS NULL ORDER BY x.id LIMIT 1)
  WHERE p.removed_at IS NULL AND p.id = NEW.id;
END;
CREATE TRIGGER member_line_person_gone AFTER DELETE ON person BEGIN
  DELETE FROM member_line WHERE id = OLD.id;
END;
CREATE TRIGGER member_line_person_changed
AFTER UPDATE OF name_sort, sex, birth, migrant, education, political ON person BEGIN
  UPDATE member_line SET name_sort = NEW.name_sort, sex = NEW.sex, birth = NEW.birth, migrant = NEW.migrant,
    education = NEW.education, political = NEW.political WHERE id = OLD.id;
END;
CREATE TRIGGER member_line_person_skilled AFTER UPDATE OF skill_grade ON person BEGIN
  UPDATE member_line SET skill = skill_place(NEW.skill_grade) WHERE id = OLD.id;
END;
CREATE TRIGGER member_line_person_hidden
AFTER UPDATE OF removed_at ON person WHEN (OLD.removed_at IS NULL) <> (NEW.removed_at IS NULL) BEGIN
  DELETE FROM member_line WHERE id = OLD.id;
  INSERT INTO member_line (id, name_sort, sex, birth, migrant, skill, education, political, shop, post, form, group_id, since,
    last_event)
  SELECT p.id, p.name_sort, p.sex, p.birth, p.migrant, skill_place(p.skill_grade), p.education, p.political,
    e.shop, e.post, e.form,
    (SELECT g.group_id FROM union_group_person g WHERE g.person_id = p.id AND g.removed_at IS NULL),
    (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = p.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    (SELECT m.kind FROM membership_event m WHERE m.person_id = p.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  FROM person p
  LEFT JOIN employment e ON e.id = (SELECT x.id FROM employment x
    WHERE x.person_id = p.id AND x.removed_at IS NULL AND x.left_on IS NULL ORDER BY x.id LIMIT 1)
  WHERE p.removed_at IS NULL AND p.id = NEW.id;
END;

CREATE TRIGGER member_line_job_added AFTER INSERT ON employment BEGIN
  UPDATE member_line SET shop = (SELECT e.shop FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    post = (SELECT e.post FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    form = (SELECT e.form FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = NEW.person_id;
END;
CREATE TRIGGER member_line_job_gone AFTER DELETE ON employment BEGIN
  UPDATE member_line SET shop = (SELECT e.shop FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    post = (SELECT e.post FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    form = (SELECT e.form FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = OLD.person_id;
END;
CREATE TRIGGER member_line_job_moved AFTER UPDATE OF person_id, left_on, removed_at ON employment BEGIN
  UPDATE member_line SET shop = (SELECT e.shop FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    post = (SELECT e.post FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1),
    form = (SELECT e.form FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id IN (OLD.person_id, NEW.person_id);
END;
CREATE TRIGGER member_line_job_shop AFTER UPDATE OF shop ON employment BEGIN
  UPDATE member_line SET shop = (SELECT e.shop FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = NEW.person_id;
END;
CREATE TRIGGER member_line_job_post AFTER UPDATE OF post ON employment BEGIN
  UPDATE member_line SET post = (SELECT e.post FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = NEW.person_id;
END;
CREATE TRIGGER member_line_job_form AFTER UPDATE OF form ON employment BEGIN
  UPDATE member_line SET form = (SELECT e.form FROM employment e
    WHERE e.person_id = member_line.id AND e.removed_at IS NULL AND e.left_on IS NULL ORDER BY e.id LIMIT 1)
  WHERE id = NEW.person_id;
END;

CREATE TRIGGER member_line_event_added AFTER INSERT ON membership_event BEGIN
  UPDATE member_line SET since = (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = member_line.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    last_event = (SELECT m.kind FROM membership_event m WHERE m.person_id = member_line.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  WHERE id = NEW.person_id;
END;
CREATE TRIGGER member_line_event_gone AFTER DELETE ON membership_event BEGIN
  UPDATE member_line SET since = (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = member_line.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    last_event = (SELECT m.kind FROM membership_event m WHERE m.person_id = member_line.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  WHERE id = OLD.person_id;
END;
CREATE TRIGGER member_line_event_changed AFTER UPDATE ON membership_event BEGIN
  UPDATE member_line SET since = (SELECT min(m.happened_on) FROM membership_event m
    WHERE m.person_id = member_line.id AND m.removed_at IS NULL AND m.kind IN ('joined', 'moved_in')),
    last_event = (SELECT m.kind FROM membership_event m WHERE m.person_id = member_line.id AND m.removed_at IS NULL
    ORDER BY event_place(m.kind, m.happened_on) DESC LIMIT 1)
  WHERE id IN (OLD.person_id, NEW.person_id);
END;

CREATE TRIGGER member_line_group_added AFTER INSERT ON union_group_person BEGIN
  UPDATE member_line SET group_id = (SELECT g.group_id FROM union_group_person g WHERE g.person_id = member_line.id AND g.removed_at IS NULL)
  WHERE id = NEW.person_id;
END;
CREATE TRIGGER member_line_group_gone AFTER DELETE ON union_group_person BEGIN
  UPDATE member_line SET group_id = (SELECT g.group_id FROM union_group_person g WHERE g.person_id = member_line.id AND g.removed_at IS NULL)
  WHERE id = OLD.person_id;
END;
CREATE TRIGGER member_line_group_changed AFTER UPDATE ON union_group_person BEGIN
  UPDATE member_line SET group_id = (SELECT g.group_id FROM union_group_person g WHERE g.person_id = member_line.id AND g.removed_at IS NULL)
  WHERE id IN (OLD.person_id, NEW.person_id);
END;
