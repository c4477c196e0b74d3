#pragma once
#include "core/result.h"
#include "domain/audit/audit.h"
#include "domain/verification/verification.h"

// What the audit log is told of an account recovery: one function for each action. `by`: operating-system user. Thread:
// any.
namespace domain {

AuditEvent callerBoundEvent(const QString &by, const Session &session, const QString &how);
AuditEvent wrongCodeEvent(const QString &by, const Session &session);
/// `principal`: SailPoint identity of whoever asks; `sentTo`: masked.
AuditEvent resetAnnouncedEvent(const QString &by, const Session &session, const QString &principal,
    const QString &sentTo, const QString &contactReason);
AuditEvent resetAnsweredEvent(const QString &by, const Session &session, const core::Status &answer);
/// `facts`: decision, reviewer, cause and the digest of the result.
AuditEvent reviewEvent(const QString &by, const Session &session, const QJsonObject &facts, const QString &comment);
/// `facts`: reviewer, and the mark of what was accepted.
AuditEvent activityAcceptedEvent(
    const QString &by, const Session &session, const QJsonObject &facts, const QString &comment);

} // namespace domain
