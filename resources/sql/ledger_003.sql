-- A held result may stand beside a newer open session: a late pass on a session that was closed and replaced.
DROP INDEX session_one_open;
CREATE UNIQUE INDEX session_one_open ON session (tenant, identity, reason) WHERE state IN ('launching', 'launch-unknown', 'pending', 'provisional');
CREATE INDEX session_watched ON session (tenant) WHERE state IN ('launching', 'launch-unknown', 'pending', 'provisional');
CREATE INDEX session_unwritten ON session (tenant) WHERE write_back IN ('waiting', 'planned', 'asked', 'unknown');
CREATE INDEX session_unconfirmed ON session (tenant, created_at) WHERE source = 'callback';
-- Small where it matters: what is to be applied, and what belongs to a session.
DROP INDEX callback_by_state;
DROP INDEX callback_by_session;
CREATE INDEX callback_to_apply ON callback (tenant, seq) WHERE state = 'new';
CREATE INDEX callback_of_session ON callback (session, seq) WHERE session <> '';
