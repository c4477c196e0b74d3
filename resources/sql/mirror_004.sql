-- What stands beneath an open, held or failed try is asked for by every count of the past due: the index answers it alone.
-- Built again when the copy is read anew, which this version does as it opens the file.
DROP INDEX IF EXISTS by_status;
-- Dates that lie ahead (date_quality 5), the few that come of age.
CREATE INDEX IF NOT EXISTS by_future ON identity (date_at) WHERE date_quality = 5;
