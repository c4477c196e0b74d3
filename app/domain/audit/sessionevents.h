#pragma once
#include "core/error.h"
#include "domain/audit/audit.h"
#include "domain/callbacks/callback.h"
#include "domain/verification/verification.h"

// What the audit log is told of a verification: one function for each action. `by`: operating-system user. Thread: any.
namespace domain {

/// A start is announced, with whom and where to it goes.
AuditEvent startAnnouncedEvent(
    const QString &by, const Session &session, const QString &personName, const QString &contactReason);
AuditEvent startedEvent(const QString &by, const Session &session);
AuditEvent startFailedEvent(const QString &by, const Session &session, const core::Error &error);
/// `facts` of the result stand beside what every entry about a session says. `outcome`: "done", or "noted" where
/// nothing was decided.
AuditEvent resultEvent(
    const QString &by, const Session &session, const QString &outcome, const QJsonObject &facts = {});
/// A callback that claims a pass and cannot be trusted alone.
AuditEvent callbackClaimedEvent(const QString &by, const Session &session, CallbackTrust trust);
/// A callback that could not be applied was put aside.
AuditEvent callbackFailedEvent(const core::TenantId &tenant, const core::SessionId &session, const core::Error &error);
AuditEvent cancelAnnouncedEvent(const QString &by, const Session &session);
AuditEvent resendAnnouncedEvent(const QString &by, const Session &session);
/// Not carried out, or nobody knows.
AuditEvent resendFailedEvent(const QString &by, const Session &session, const core::Error &error);
/// The session was moved on; `kind`: of its note ("stopped", "expired", …).
AuditEvent movedOnEvent(const QString &by, const Session &session, const QString &kind);

} // namespace domain
