-- Who started a session is frozen in its row: the SailPoint identity behind the operator, or behind whoever released the
-- campaign or rule. Rows from before say nothing, and nothing is guessed for them.
ALTER TABLE session ADD COLUMN started_by TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN started_as TEXT NOT NULL DEFAULT '';
-- Since when the write-back stands as it does: what is waited for is counted here, not in a process.
ALTER TABLE session ADD COLUMN write_back_at BIGINT;
ALTER TABLE campaign ADD COLUMN released_by TEXT NOT NULL DEFAULT '';
-- When a rule claimed its start, whatever became of it; 0: a person did, or nobody yet.
ALTER TABLE proposal ADD COLUMN started_at BIGINT NOT NULL DEFAULT 0;
UPDATE proposal SET started_at = at WHERE starts = 1 AND session <> '';
CREATE INDEX proposal_started ON proposal (tenant, started_at) WHERE started_at > 0;
