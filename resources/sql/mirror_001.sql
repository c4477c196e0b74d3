CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value NOT NULL) WITHOUT ROWID;
CREATE TABLE identity (
  rid            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  content        INTEGER NOT NULL,
  name           TEXT NOT NULL,
  sortkey        TEXT NOT NULL,
  alias          TEXT NOT NULL,
  email          TEXT NOT NULL,
  profile        TEXT NOT NULL,
  lifecycle      TEXT NOT NULL,
  manager        TEXT NOT NULL,
  source         TEXT NOT NULL,
  sp_status      TEXT NOT NULL,
  modified       INTEGER,
  flags          INTEGER NOT NULL,
  idv_verified   TEXT NOT NULL,
  idv_status     TEXT NOT NULL,
  idv_ial        TEXT NOT NULL,
  idv_name       TEXT NOT NULL,
  idv_document   TEXT NOT NULL,
  idv_session    TEXT NOT NULL,
  idv_date       TEXT NOT NULL,
  first_name     TEXT NOT NULL,
  last_name      TEXT NOT NULL,
  mobile         TEXT NOT NULL,
  work_email     TEXT NOT NULL,
  personal_email TEXT NOT NULL,
  employee       TEXT NOT NULL,
  ial            INTEGER,
  date_at        INTEGER,
  date_quality   INTEGER NOT NULL,
  base_kind      INTEGER NOT NULL,
  kind           INTEGER NOT NULL,
  due            INTEGER
);
-- Overlay of the ledger's sessions; survives a full copy, rebuilt from the ledger at start.
CREATE TABLE overlay (id TEXT PRIMARY KEY NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
-- What a running full copy has not met: removed only when the copy is complete.
CREATE TABLE missing (id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
CREATE TABLE seen (id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
-- Search: one folded text per person, in name order, so that the first hits come out sorted.
CREATE TABLE place (pos INTEGER PRIMARY KEY, rid INTEGER NOT NULL);
CREATE VIRTUAL TABLE search USING fts5(t, content='', detail=none, columnsize=0, prefix='1 2 3', tokenize='unicode61');
