-- Which seat wrote an entry: part of what is hashed. Entries from before name none.
ALTER TABLE audit ADD COLUMN seat TEXT NOT NULL DEFAULT '';
-- A head can be signed by the key of every seat.
CREATE TABLE audit_checkpoint_by_key (
  seq       BIGINT NOT NULL,
  hash      TEXT NOT NULL,
  at        BIGINT NOT NULL,
  key       TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (seq, key)
);
INSERT INTO audit_checkpoint_by_key (seq, hash, at, key, signature) SELECT seq, hash, at, key, signature FROM audit_checkpoint;
DROP TABLE audit_checkpoint;
ALTER TABLE audit_checkpoint_by_key RENAME TO audit_checkpoint;
