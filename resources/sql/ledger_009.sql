-- When a person's turn was taken; of reminders, which have no session.
ALTER TABLE campaign_person ADD COLUMN at BIGINT NOT NULL DEFAULT 0;
