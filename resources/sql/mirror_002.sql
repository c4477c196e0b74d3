-- When a contact last changed, as far as this copy has seen. History begins with the first complete copy.
CREATE TABLE contact_change (id TEXT NOT NULL, field TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (id, field)) WITHOUT ROWID;
CREATE TRIGGER mobile_changed AFTER UPDATE OF mobile ON identity WHEN old.mobile <> new.mobile BEGIN INSERT OR REPLACE INTO contact_change VALUES (new.id, 'mobile', CAST(strftime('%s', 'now') AS INTEGER) * 1000); END;
CREATE TRIGGER email_changed AFTER UPDATE OF email ON identity WHEN old.email <> new.email BEGIN INSERT OR REPLACE INTO contact_change VALUES (new.id, 'email', CAST(strftime('%s', 'now') AS INTEGER) * 1000); END;
CREATE TRIGGER personal_email_changed AFTER UPDATE OF personal_email ON identity WHEN old.personal_email <> new.personal_email BEGIN INSERT OR REPLACE INTO contact_change VALUES (new.id, 'personal', CAST(strftime('%s', 'now') AS INTEGER) * 1000); END;
