-- What SailPoint was asked to do to identities and identity profiles. The row stands before the call is made.
CREATE TABLE operation (
  id          TEXT PRIMARY KEY NOT NULL,
  tenant      TEXT NOT NULL,
  kind        TEXT NOT NULL,
  subjects    TEXT NOT NULL,
  state       TEXT NOT NULL,
  follow_by   TEXT NOT NULL,
  task_id     TEXT NOT NULL,
  tracking_id TEXT NOT NULL,
  detail      TEXT NOT NULL,
  percent     INTEGER NOT NULL,
  operator_name TEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  updated_at  BIGINT NOT NULL,
  version     INTEGER NOT NULL
);
CREATE INDEX operation_by_time ON operation (tenant, created_at);
CREATE INDEX operation_open ON operation (tenant) WHERE state IN ('intent', 'unknown', 'asked', 'running', 'still-running');
