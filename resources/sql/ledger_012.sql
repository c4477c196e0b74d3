-- Who allowed an exemption signed in for it: the SailPoint identity. Rows from before were typed, and stay so.
ALTER TABLE exemption ADD COLUMN approver_id TEXT NOT NULL DEFAULT '';
