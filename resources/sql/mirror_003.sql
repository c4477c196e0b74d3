-- People who share everything a rule of the freshness policy may look at, with the rule that applies to them.
CREATE TABLE segment (
  sid       INTEGER PRIMARY KEY,
  profile   TEXT NOT NULL,
  lifecycle TEXT NOT NULL,
  source    TEXT NOT NULL,
  sp_status TEXT NOT NULL,
  risk      TEXT NOT NULL,
  rule      TEXT NOT NULL,
  high      INTEGER NOT NULL,
  interval  INTEGER NOT NULL,
  warn      INTEGER NOT NULL,
  grace     INTEGER NOT NULL,
  UNIQUE (profile, lifecycle, source, sp_status, risk)
);
ALTER TABLE identity ADD COLUMN risk TEXT NOT NULL DEFAULT '';
ALTER TABLE identity ADD COLUMN sid INTEGER;
ALTER TABLE identity ADD COLUMN warn_at INTEGER;
INSERT OR IGNORE INTO segment (profile, lifecycle, source, sp_status, risk, rule, high, interval, warn, grace)
  SELECT DISTINCT profile, lifecycle, source, sp_status, '', '', 0, 0, 0, 0 FROM identity;
UPDATE identity SET sid = (SELECT s.sid FROM segment s WHERE s.profile = identity.profile AND s.lifecycle = identity.lifecycle
  AND s.source = identity.source AND s.sp_status = identity.sp_status AND s.risk = '');
DROP INDEX IF EXISTS by_status;
