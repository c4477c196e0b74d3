#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"
#include "store/ledger/verification/sessionfacts.h"
#include "store/ledger/verification/sessionqueries.h"
#include <QObject>
#include <functional>

namespace store {

class Connection;
class LedgerFile;

using domain::SessionFilter;
using domain::SessionNote;
using domain::SessionStep;

/// Sessions: begun with who began them, changed in one transaction with what the change rests on, listed. Signals come
/// on the object's thread.
class SessionStore : public QObject
{
    Q_OBJECT
public:
    explicit SessionStore(LedgerFile &file) : m_file(file) {}
    /// Step 4 of "verify identity": intent and audit record in one transaction. Who started it is frozen there: the
    /// identity registered for the operator, or whoever released the campaign or rule. Conflict (OperatorUnknown)
    /// for an account recovery when nobody is registered, (TenantLocked, TenantRemoved), and, with the open
    /// session's id in `detail`, when one is open for this person and purpose.
    core::Async<core::Unit> start(
        const domain::Session &session, const QString &nonceHash, const domain::AuditEvent &audit);
    /// Reads, lets `step` decide, writes; in one transaction, so that no other process comes between.
    core::Async<domain::Session> change(
        const core::SessionId &id, std::function<core::Result<SessionStep>(const domain::Session &)> step);
    /// The same for a step that decides by more than the row.
    core::Async<domain::Session> changeByFacts(
        const core::SessionId &id, std::function<core::Result<SessionStep>(const SessionFacts &)> step);
    core::Async<SessionFacts> facts(const core::SessionId &id);
    core::Async<domain::Session> session(const core::SessionId &id);
    core::Async<QList<domain::Session>> list(const SessionFilter &filter);
    /// When each person's latest pass was completed, of those completed since then; by identity id.
    core::Async<QHash<QString, core::Instant>> passesSince(const core::TenantId &tenant, core::Instant since);
    core::Async<domain::SessionSummary> summary(const core::TenantId &tenant);
    /// Open sessions, those whose write-back is not final, and those that a callback decided a short while ago.
    /// Those of campaigns may be many: they are asked for less often.
    core::Async<QList<domain::Session>> toWatch(const core::TenantId &tenant, bool withCampaigns);
    core::Async<QList<SessionNote>> notes(const core::SessionId &id);
    /// Newest open, held or failed session per person: what the identity cache overlays.
    core::Async<QHash<QString, domain::SessionOverlay>> overlays(const core::TenantId &tenant);
    /// The next `limit` verified ones behind `after` (a session id).
    core::Async<RowProofs> prove(const QString &after, int limit);

Q_SIGNALS:
    void changed(const core::SessionId &id);
    /// A callback was finished or found its session.
    void callbacksChanged();

private:
    core::Async<domain::Session> changeIn(const core::SessionId &id,
        std::function<core::Result<SessionStep>(Connection &, const domain::Session &)> step);
    LedgerFile &m_file;
};

} // namespace store
