-- What SailPoint's event triggers told, without what no rule needs, and the verifications that they propose.
CREATE TABLE event (
  seq        BIGINT PRIMARY KEY NOT NULL,
  tenant     TEXT NOT NULL,
  at         BIGINT NOT NULL,
  peer       TEXT NOT NULL,
  trigger_id TEXT NOT NULL,
  replay_key TEXT NOT NULL,
  body_hash  TEXT NOT NULL,
  content    TEXT NOT NULL,
  state      TEXT NOT NULL
);
CREATE UNIQUE INDEX event_once ON event (tenant, replay_key);
CREATE INDEX event_to_settle ON event (tenant, seq) WHERE state = 'new';
CREATE TABLE proposal (
  id         TEXT PRIMARY KEY NOT NULL,
  tenant     TEXT NOT NULL,
  identity   TEXT NOT NULL,
  person     TEXT NOT NULL,
  rule       TEXT NOT NULL,
  trigger_id TEXT NOT NULL,
  object     TEXT NOT NULL,
  items      TEXT NOT NULL,
  reason     TEXT NOT NULL,
  ial        INTEGER NOT NULL,
  delivery   TEXT NOT NULL,
  starts     INTEGER NOT NULL,
  invocation TEXT NOT NULL,
  at         BIGINT NOT NULL,
  state      TEXT NOT NULL,
  session    TEXT NOT NULL,
  why        TEXT NOT NULL
);
CREATE UNIQUE INDEX proposal_once ON proposal (tenant, identity, reason, invocation) WHERE state IN ('open', 'starting');
CREATE INDEX proposal_newest ON proposal (tenant, at);
CREATE INDEX proposal_of_session ON proposal (session) WHERE session <> '';
