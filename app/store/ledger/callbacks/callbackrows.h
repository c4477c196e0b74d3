#pragma once
#include "domain/callbacks/callbackrecord.h"
#include "domain/verification/verification.h"
#include "store/connection.h"

// Rows of stored callbacks, matched and unmatched. Thread: the worker's.
namespace store::sql {

core::Result<QList<domain::InboxEntry>> callbacksWhere(
    Connection &c, const QString &where, const QVariantList &values, int limit);
/// Finds each its session and stores it, inside the caller's transaction; the verdicts in the same order.
core::Result<QList<domain::CallbackVerdict>> insertCallbacks(Connection &c, const QList<domain::Callback> &callbacks);
/// Without a one-time value in its address, a callback may come before the answer that names the session: it is taken
/// up. Returns how many.
core::Result<int> takeUpUnmatched(Connection &c, const domain::Session &s);
/// Conflict when the entry is not unmatched any more.
core::Status assignCallback(Connection &c, const domain::Session &s, qint64 sequence);

} // namespace store::sql
