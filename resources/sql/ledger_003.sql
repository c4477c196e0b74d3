-- A held result may stand beside a newer open session: a late pass on a session that was closed and replaced.
DROP INDEX session_one_open;
CREATE UNIQUE INDEX session_one_open ON session (tenant, identity, reason) WHERE state IN ('launching', 'launch-unknown', 'pending', 'provisional');
CREATE INDEX session_watched ON session (tenant) WHERE state IN ('launching', 'launch-unknown', 'pending', 'provisional');
CREATE INDEX session_unwritten ON session (tenant) WHERE write_back IN ('waiting', 'planned', 'asked', 'unknown');
CREATE INDEX session_unconfirmed ON session (tenant, created_at) WHERE source = 'callback';
