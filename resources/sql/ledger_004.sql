-- Digest of the user identifier that a session was created for: an answer that names another user is held.
ALTER TABLE session ADD COLUMN user_hash TEXT NOT NULL DEFAULT '';
-- What is put aside is found again once the provider's id of a session is known.
ALTER TABLE callback ADD COLUMN provider_session TEXT NOT NULL DEFAULT '';
CREATE INDEX callback_aside ON callback (tenant, provider_session) WHERE state = 'quarantined';
