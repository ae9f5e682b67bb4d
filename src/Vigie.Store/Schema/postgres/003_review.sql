-- What reviewers decided, what was deleted, and what they keep for themselves.

CREATE TABLE decisions (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at     TEXT NOT NULL,
  who    TEXT NOT NULL,
  kind   TEXT NOT NULL,
  reason TEXT,
  undoes BIGINT UNIQUE REFERENCES decisions (number)
);

CREATE TABLE changes (
  decision BIGINT NOT NULL REFERENCES decisions (number),
  subject  TEXT NOT NULL,
  id       TEXT NOT NULL,
  version  BIGINT NOT NULL,
  before   TEXT,
  after    TEXT,
  PRIMARY KEY (decision, subject, id)
);
CREATE INDEX changes_of_subject ON changes (id, decision);

CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse('the log of decisions is only ever added to');
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse('the log of decisions is only ever added to');
-- What a deleted article said goes from the log as well; that something was decided stays.
CREATE TRIGGER changes_stay BEFORE UPDATE ON changes FOR EACH ROW WHEN (NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.id <> OLD.id OR NEW.version <> OLD.version)
EXECUTE FUNCTION refuse('the log of decisions is only ever added to');
CREATE TRIGGER changes_are_kept BEFORE DELETE ON changes FOR EACH ROW EXECUTE FUNCTION refuse('the log of decisions is only ever added to');

CREATE TABLE tombstones (
  number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject TEXT NOT NULL,
  id      TEXT NOT NULL,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  reason  TEXT NOT NULL
);

CREATE TABLE saved_filters (
  name   TEXT NOT NULL PRIMARY KEY,
  filter TEXT NOT NULL,
  seen   BIGINT NOT NULL,
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
  failures      BIGINT NOT NULL
);
