#pragma once
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"
#include "store/connection.h"

// Rows of sessions and of their notes. Thread: the worker's.
namespace store::sql {

/// The columns that sessionFromRow() reads.
extern const char *const sessionColumns;
core::Result<domain::Session> sessionFromRow(const QVariantList &row);
core::Status insertSession(Connection &c, const domain::Session &s, const QString &nonceHash);
/// Conflict when the row has another version than `s`.
core::Status updateSession(Connection &c, const domain::Session &s);
/// NotFound.
core::Result<domain::Session> readSession(Connection &c, const core::SessionId &id);
core::Status appendNote(Connection &c, const core::SessionId &id, const domain::SessionNote &note);
core::Result<QList<domain::SessionNote>> readNotes(Connection &c, const core::SessionId &id);

} // namespace store::sql
