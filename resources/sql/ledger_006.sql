-- Renewal campaigns: what was asked for, and who it is about. Ids only; names stay in the copy.
CREATE TABLE campaign (
  id            TEXT PRIMARY KEY NOT NULL,
  tenant        TEXT NOT NULL,
  state         TEXT NOT NULL,
  plan          TEXT NOT NULL,
  why           TEXT NOT NULL,
  operator_name TEXT NOT NULL,
  created_at    BIGINT NOT NULL,
  checked_at    BIGINT,
  dry_run       TEXT NOT NULL,
  started_at    BIGINT,
  ended_at      BIGINT,
  waits_until   BIGINT NOT NULL,
  waits_for     TEXT NOT NULL,
  version       INTEGER NOT NULL
);
CREATE INDEX campaign_by_time ON campaign (tenant, created_at);
CREATE TABLE campaign_person (
  campaign TEXT NOT NULL REFERENCES campaign (id),
  identity TEXT NOT NULL,
  seq      BIGINT NOT NULL,
  state    TEXT NOT NULL,
  why      TEXT NOT NULL,
  delivery TEXT NOT NULL,
  session  TEXT NOT NULL,
  PRIMARY KEY (campaign, identity)
);
CREATE INDEX campaign_person_in_turn ON campaign_person (campaign, state, why, seq);
ALTER TABLE session ADD COLUMN campaign TEXT NOT NULL DEFAULT '';
-- idvVerified is false until this session completes.
ALTER TABLE session ADD COLUMN clears_verified INTEGER NOT NULL DEFAULT 0;
CREATE INDEX session_of_campaign ON session (campaign, state, created_at) WHERE campaign <> '';
-- At most one link per person and campaign, whichever process sends it. What the provider refused for certain was no link.
CREATE UNIQUE INDEX session_one_per_campaign ON session (campaign, identity) WHERE campaign <> '' AND state <> 'launch-failed';
-- Who is not renewed for a while, why, and who said so.
CREATE TABLE exemption (
  tenant        TEXT NOT NULL,
  identity      TEXT NOT NULL,
  reason        TEXT NOT NULL,
  approver      TEXT NOT NULL,
  operator_name TEXT NOT NULL,
  since         BIGINT NOT NULL,
  until         BIGINT NOT NULL,
  PRIMARY KEY (tenant, identity)
);
