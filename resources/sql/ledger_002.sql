-- Callbacks that passed the receiver's checks, reduced to allow-listed fields. A replay key is never seen twice.
CREATE TABLE callback (
  seq        BIGINT PRIMARY KEY NOT NULL,
  tenant     TEXT NOT NULL,
  at         BIGINT NOT NULL,
  peer       TEXT NOT NULL,
  trust      TEXT NOT NULL,
  secret_no  INTEGER NOT NULL,
  replay_key TEXT NOT NULL,
  body_hash  TEXT NOT NULL,
  nonce      TEXT NOT NULL,
  bytes      BIGINT NOT NULL,
  result     TEXT NOT NULL,
  session    TEXT NOT NULL,
  state      TEXT NOT NULL,
  UNIQUE (tenant, replay_key)
);
CREATE INDEX callback_by_state ON callback (tenant, state, seq);
CREATE INDEX callback_by_session ON callback (session, seq);
CREATE INDEX session_by_provider ON session (tenant, provider_id);
CREATE INDEX session_by_nonce ON session (tenant, nonce_hash);
-- Where the result came from: "status-query", "callback", "both".
ALTER TABLE session ADD COLUMN source TEXT NOT NULL DEFAULT '';
-- The caller proved to hold the link: when, and how ("code", "qr").
ALTER TABLE session ADD COLUMN bound_at BIGINT;
ALTER TABLE session ADD COLUMN bound_how TEXT NOT NULL DEFAULT '';
-- The password-reset mail of account recovery: "", "asking", "asked", "refused", "unknown".
ALTER TABLE session ADD COLUMN reset_state TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN reset_at BIGINT;
ALTER TABLE session ADD COLUMN reset_via TEXT NOT NULL DEFAULT '';
-- A second person's decision about a held result.
ALTER TABLE session ADD COLUMN reviewer TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN has_nonce INTEGER NOT NULL DEFAULT 0;
