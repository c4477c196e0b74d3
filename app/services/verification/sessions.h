#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/callbacks/callbackrecord.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/sessionstep.h"
#include "domain/verification/verification.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

/// The sessions of the open tenant in the ledger: read, and moved on by a step that decides in the transaction. A
/// session of another tenant is NotFound, as everywhere here. Thread: the GUI's or main.
class Sessions : public QObject
{
    Q_OBJECT
public:
    Sessions(core::TenantId tenant, Context &context);

    core::Async<domain::Session> session(const core::SessionId &id);
    /// store::SessionStore::change() for sessions of this tenant only.
    core::Async<domain::Session> change(
        const core::SessionId &id, std::function<core::Result<domain::SessionStep>(const domain::Session &)> step);
    /// The same for a step that decides by more than the row.
    core::Async<domain::Session> changeByFacts(
        const core::SessionId &id, std::function<core::Result<domain::SessionStep>(const domain::SessionFacts &)> step);
    /// What domain::next() makes of the event, with its note and its entry. Conflict when the session has moved on.
    core::Async<domain::Session> advance(
        const core::SessionId &id, domain::SessionEvent event, const QString &why, const QString &noteKind);
    core::Async<QList<domain::Session>> list(domain::SessionFilter filter);
    core::Async<QList<domain::Session>> of(const core::IdentityId &person);
    core::Async<domain::SessionSummary> summary();
    core::Async<QList<domain::SessionNote>> notes(const core::SessionId &id);
    core::Async<QList<domain::InboxEntry>> callbacks(const core::SessionId &id);
    /// Who works here, as the log says it.
    QString operatorName() const;
    /// After a session was moved on: everybody who follows it hears of it.
    void finalize(const domain::Session &session);

Q_SIGNALS:
    void changed(const core::SessionId &id);
    void listChanged();
    void settled(const domain::Session &session);

private:
    core::TenantId m_tenant;
    Context &m_context;
};

} // namespace services
