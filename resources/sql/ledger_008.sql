-- When what is personal was removed; the row itself stays.
ALTER TABLE session ADD COLUMN redacted_at BIGINT;
CREATE INDEX session_to_redact ON session (tenant, closed_at) WHERE redacted_at IS NULL AND closed_at IS NOT NULL;
