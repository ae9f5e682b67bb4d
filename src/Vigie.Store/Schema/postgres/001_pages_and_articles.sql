-- Pages as they came, what was done to them, and the articles read from them.
-- Days and moments are ISO 8601 texts; keys count up in the order of coming in.

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;

CREATE TABLE pages (
  sha256       TEXT NOT NULL PRIMARY KEY,
  id           TEXT NOT NULL,
  url          TEXT,
  content_type TEXT,
  collected    TEXT,
  bytes        BYTEA NOT NULL
);

CREATE TABLE custody (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES pages (sha256),
  at     TEXT NOT NULL,
  action TEXT NOT NULL,
  who    TEXT NOT NULL,
  detail TEXT
);
CREATE INDEX custody_of_page ON custody (sha256, number);

CREATE TRIGGER custody_stays BEFORE UPDATE ON custody FOR EACH ROW EXECUTE FUNCTION refuse('the custody log is only ever added to');
CREATE TRIGGER custody_is_kept BEFORE DELETE ON custody FOR EACH ROW EXECUTE FUNCTION refuse('the custody log is only ever added to');
CREATE TRIGGER pages_stay BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION refuse('a page is never altered');

CREATE TABLE codings (
  key     BIGINT PRIMARY KEY,
  coder   TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (coder, version)
);

CREATE TABLE articles (
  key       BIGINT PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  sha256    TEXT NOT NULL,
  title     TEXT NOT NULL,
  text      TEXT NOT NULL,
  language  TEXT,
  published TEXT,
  source    TEXT,
  url       TEXT,
  page      TEXT,
  previous  TEXT,
  copy_of   TEXT,                -- null: a copy of nothing known
  added     TEXT NOT NULL,
  origin    TEXT,                -- the coded table, and
  row       TEXT,                -- its cells as JSON
  coding    BIGINT NOT NULL REFERENCES codings (key),
  coded     TEXT NOT NULL        -- SHA-256 of the events as they were coded
);
CREATE INDEX articles_by_day ON articles (published, key);
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;

-- The folded words of title and text in their places, and loose spellings of the names in them, each with a first "=".
-- The words themselves stand in articles.
CREATE TABLE article_words (
  article BIGINT NOT NULL PRIMARY KEY,
  words   TSVECTOR NOT NULL
);
CREATE INDEX article_words_by_word ON article_words USING gin (words);
