-- Heads of the audit chain, signed by the key in the keychain.
CREATE TABLE audit_checkpoint (
  seq       BIGINT PRIMARY KEY NOT NULL,
  hash      TEXT NOT NULL,
  at        BIGINT NOT NULL,
  key       TEXT NOT NULL,
  signature TEXT NOT NULL
);
CREATE INDEX audit_by_time ON audit (at);
