#pragma once
#include "core/result.h"
#include "domain/reverification/reverification.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"
#include <QHash>

namespace store {

class Connection;

/// Verified sessions compared with what the log recorded of them.
struct RowProofs
{
    QString last; ///< the last that was looked at; empty: that was all
    qint64 proved = 0;
    qint64 notAnchored = 0; ///< from before results were recorded with a digest
    QString firstBad;       ///< a session whose row is not what the log says; empty: none
};

// Questions about many sessions at once. Thread: a worker's.
namespace sql {

core::Result<QList<domain::Session>> listSessions(Connection &c, const domain::SessionFilter &f);
core::Result<QHash<QString, core::Instant>> readPasses(
    Connection &c, const core::TenantId &tenant, core::Instant since);
core::Result<domain::SessionSummary> summarizeSessions(Connection &c, const core::TenantId &tenant, core::Instant now);
core::Result<QList<domain::Session>> sessionsToWatch(
    Connection &c, const core::TenantId &tenant, bool withCampaigns, core::Instant now);
core::Result<QHash<QString, domain::SessionOverlay>> readOverlays(Connection &c, const core::TenantId &tenant);
core::Result<RowProofs> proveRows(Connection &c, const QString &after, int limit);

} // namespace sql

} // namespace store
