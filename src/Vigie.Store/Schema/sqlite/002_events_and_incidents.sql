-- Events, the incidents that they belong to, and the columns by which they are found.

CREATE TABLE incidents (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  version     INTEGER NOT NULL,
  outline     TEXT NOT NULL,     -- the record of its events together, as JSON
  choices     TEXT,              -- the claims that a reviewer chose, as JSON
  date_start  TEXT NOT NULL,     -- empty: not known
  killed_low  INTEGER NOT NULL,
  killed_high INTEGER NOT NULL,
  sources     INTEGER NOT NULL,
  disagrees   INTEGER NOT NULL,
  worth       REAL NOT NULL
);
CREATE INDEX incidents_by_day ON incidents (date_start, key);
CREATE INDEX incidents_by_worth ON incidents (worth, key);

CREATE TABLE events (
  key            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  article        INTEGER NOT NULL REFERENCES articles (key),
  incident       INTEGER NOT NULL REFERENCES incidents (key),
  tie            TEXT NOT NULL,
  tie_score      REAL NOT NULL,
  tied_by        TEXT NOT NULL,  -- coding, grouping or reviewer
  version        INTEGER NOT NULL,
  state          TEXT NOT NULL,
  record         TEXT NOT NULL,  -- as it stands, as JSON
  coded          TEXT,           -- as it was coded last, where a reviewer changed it
  proposed       TEXT,           -- as a newer coding has it, where a reviewer had decided
  coding         INTEGER NOT NULL REFERENCES codings (key),
  focus          TEXT NOT NULL,
  event_type     TEXT NOT NULL,
  sub_event_type TEXT NOT NULL,
  status         TEXT NOT NULL,
  date_start     TEXT NOT NULL,  -- empty: not known
  date_end       TEXT NOT NULL,
  place_name     TEXT,
  admin1         TEXT,
  country        TEXT,
  latitude       REAL,
  longitude      REAL,
  killed_low     INTEGER,
  killed_best    INTEGER,
  killed_high    INTEGER,
  confidence     REAL NOT NULL,
  worth          REAL NOT NULL
);
CREATE INDEX events_of_article ON events (article);
CREATE INDEX events_of_incident ON events (incident);
CREATE INDEX events_by_day ON events (date_start, key);
CREATE INDEX events_by_country ON events (country, date_start);
CREATE INDEX events_by_type ON events (sub_event_type, date_start);
CREATE INDEX drafts_by_worth ON events (worth, key) WHERE state = 'draft';

CREATE VIRTUAL TABLE event_points USING rtree (key, west, east, south, north);

-- The parties of an event, under every key by which they are asked for: the register's id, the folded name.
CREATE TABLE event_actors (
  event INTEGER NOT NULL REFERENCES events (key),
  actor TEXT NOT NULL,
  label TEXT NOT NULL,
  kind  TEXT NOT NULL,
  PRIMARY KEY (event, actor)
) WITHOUT ROWID;
CREATE INDEX event_actors_by_actor ON event_actors (actor, event);

CREATE TABLE suggestions (
  incident TEXT NOT NULL,
  event    TEXT NOT NULL,
  score    REAL NOT NULL,
  declined INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (incident, event)
) WITHOUT ROWID;
CREATE INDEX suggestions_of_event ON suggestions (event);
