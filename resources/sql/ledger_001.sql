CREATE TABLE tenant (
  id   TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL
);
CREATE TABLE session (
  id              TEXT PRIMARY KEY NOT NULL,
  tenant          TEXT NOT NULL,
  identity        TEXT NOT NULL,
  state           TEXT NOT NULL,
  reason          TEXT NOT NULL,
  ticket          TEXT NOT NULL,
  required_ial    INTEGER NOT NULL,
  documents       TEXT NOT NULL,
  delivery        TEXT NOT NULL,
  person_name     TEXT NOT NULL,
  first_name      TEXT NOT NULL,
  last_name       TEXT NOT NULL,
  sent_to         TEXT NOT NULL,
  operator_name   TEXT NOT NULL,
  provider_id     TEXT NOT NULL DEFAULT '',
  nonce_hash      TEXT NOT NULL DEFAULT '',
  created_at      BIGINT NOT NULL,
  expires_at      BIGINT NOT NULL,
  closed_at       BIGINT,
  last_checked_at BIGINT,
  closing_reason  TEXT NOT NULL DEFAULT '',
  ial             INTEGER,
  verified_name   TEXT NOT NULL DEFAULT '',
  document_type   TEXT NOT NULL DEFAULT '',
  completed_at    BIGINT,
  write_back        TEXT NOT NULL DEFAULT 'not-needed',
  write_back_detail TEXT NOT NULL DEFAULT '',
  version         INTEGER NOT NULL DEFAULT 0
);
-- At most one open verification per person and purpose, whichever process starts it.
CREATE UNIQUE INDEX session_one_open ON session (tenant, identity, reason)
  WHERE state IN ('launching', 'launch-unknown', 'pending', 'provisional', 'held');
CREATE INDEX session_by_time ON session (tenant, created_at);
CREATE INDEX session_by_person ON session (tenant, identity, created_at);
CREATE TABLE session_note (
  session TEXT NOT NULL REFERENCES session (id),
  seq     INTEGER NOT NULL,
  at      BIGINT NOT NULL,
  kind    TEXT NOT NULL,
  detail  TEXT NOT NULL,
  PRIMARY KEY (session, seq)
);
-- The hash covers digests of personal fields only; payload holds their values and salts and can be removed later.
CREATE TABLE audit (
  seq      BIGINT PRIMARY KEY NOT NULL,
  at       BIGINT NOT NULL,
  actor    TEXT NOT NULL,
  action   TEXT NOT NULL,
  tenant   TEXT NOT NULL,
  subject  TEXT NOT NULL,
  outcome  TEXT NOT NULL,
  data     TEXT NOT NULL,
  digests  TEXT NOT NULL,
  payload  TEXT,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL
);
CREATE INDEX audit_by_subject ON audit (subject);
CREATE TABLE lease (
  name   TEXT PRIMARY KEY NOT NULL,
  holder TEXT NOT NULL,
  until  BIGINT NOT NULL
);
CREATE TABLE setting (
  name  TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
);
