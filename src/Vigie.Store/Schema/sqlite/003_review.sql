-- What reviewers decided, what was deleted, and what they keep for themselves.

CREATE TABLE decisions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at     TEXT NOT NULL,
  who    TEXT NOT NULL,
  kind   TEXT NOT NULL,
  reason TEXT,
  undoes INTEGER UNIQUE REFERENCES decisions (number)
);

CREATE TABLE changes (
  decision INTEGER NOT NULL REFERENCES decisions (number),
  subject  TEXT NOT NULL,
  id       TEXT NOT NULL,
  version  INTEGER NOT NULL,
  before   TEXT,
  after    TEXT,
  PRIMARY KEY (decision, subject, id)
) WITHOUT ROWID;
CREATE INDEX changes_of_subject ON changes (id, decision);

CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'the log of decisions is only ever added to'); END;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'the log of decisions is only ever added to'); END;
-- What a deleted article said goes from the log as well; that something was decided stays.
CREATE TRIGGER changes_stay BEFORE UPDATE ON changes WHEN NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.id <> OLD.id OR NEW.version <> OLD.version
BEGIN SELECT RAISE(ABORT, 'the log of decisions is only ever added to'); END;
CREATE TRIGGER changes_are_kept BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'the log of decisions is only ever added to'); END;

CREATE TABLE tombstones (
  number  INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL,
  id      TEXT NOT NULL,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  reason  TEXT NOT NULL
);

CREATE TABLE saved_filters (
  name   TEXT NOT NULL PRIMARY KEY,
  filter TEXT NOT NULL,
  seen   INTEGER NOT NULL,
  hook   TEXT
);

CREATE TABLE feeds (
  address       TEXT NOT NULL PRIMARY KEY,
  title         TEXT NOT NULL,
  checked       TEXT,
  due           TEXT NOT NULL,
  etag          TEXT,
  last_modified TEXT,
  failure       TEXT,
  failures      INTEGER NOT NULL
);
