-- Pages as they came, what was done to them, and the articles read from them.
-- Days and moments are ISO 8601 texts; keys count up in the order of coming in.

CREATE TABLE pages (
  sha256       TEXT NOT NULL PRIMARY KEY,
  id           TEXT NOT NULL,
  url          TEXT,
  content_type TEXT,
  collected    TEXT,
  bytes        BLOB NOT NULL
);

CREATE TABLE custody (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL REFERENCES pages (sha256),
  at     TEXT NOT NULL,
  action TEXT NOT NULL,
  who    TEXT NOT NULL,
  detail TEXT
);
CREATE INDEX custody_of_page ON custody (sha256, number);

CREATE TRIGGER custody_stays BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'the custody log is only ever added to'); END;
CREATE TRIGGER custody_is_kept BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'the custody log is only ever added to'); END;
CREATE TRIGGER pages_stay BEFORE UPDATE ON pages BEGIN SELECT RAISE(ABORT, 'a page is never altered'); END;

CREATE TABLE codings (
  key     INTEGER PRIMARY KEY,
  coder   TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (coder, version)
);

CREATE TABLE articles (
  key       INTEGER PRIMARY KEY,
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
  coding    INTEGER NOT NULL REFERENCES codings (key),
  coded     TEXT NOT NULL        -- SHA-256 of the events as they were coded
);
CREATE INDEX articles_by_day ON articles (published, key);
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;

-- The folded words of title and text, and loose spellings of the names in them. The words themselves stand in articles.
CREATE VIRTUAL TABLE article_words USING fts5 (words, names, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
