-- What comes before the offer: the workers' opinions as they were collected, topic by topic, and of those who asked for talks
-- how many of how many. `larger` says that the employer is of the size for which the law of the place has a line of its own.

CREATE TABLE opinion_survey (
  id TEXT PRIMARY KEY,
  negotiation_id TEXT NOT NULL REFERENCES negotiation (id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  how TEXT,
  handed_out INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  late_entry TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX opinion_survey_once ON opinion_survey (negotiation_id) WHERE removed_at IS NULL;
CREATE VIEW live_opinion_survey AS SELECT * FROM opinion_survey WHERE removed_at IS NULL;

-- `people` is how many sheets spoke of it; with a topic of the talks it was taken into the offer.
CREATE TABLE opinion_topic (
  id TEXT PRIMARY KEY,
  survey_id TEXT NOT NULL REFERENCES opinion_survey (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  people INTEGER NOT NULL,
  gist TEXT NOT NULL,
  topic_id TEXT REFERENCES negotiation_topic (id),
  removed_at TEXT
) STRICT;
CREATE INDEX opinion_topic_of ON opinion_topic (survey_id) WHERE removed_at IS NULL;
CREATE VIEW live_opinion_topic AS SELECT * FROM opinion_topic WHERE removed_at IS NULL;

CREATE TABLE petition_count (
  id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES negotiation_event (id),
  asked_by TEXT NOT NULL CHECK (asked_by IN ('workers', 'delegates')),
  whole INTEGER NOT NULL,
  larger INTEGER NOT NULL CHECK (larger IN (0, 1)),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX petition_count_once ON petition_count (event_id) WHERE removed_at IS NULL;
CREATE VIEW live_petition_count AS SELECT * FROM petition_count WHERE removed_at IS NULL;
