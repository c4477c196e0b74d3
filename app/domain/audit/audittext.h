#pragma once
#include "domain/audit/audit.h"

namespace domain {

/// What an entry of the audit log says in words, translated: "Verification started", "Campaign paused: not done".
QString auditText(const AuditEvent &event);
/// Who said or did it: the provider whose result it is, the second person who decided, this program, or the operator.
/// The operating-system user of the process that recorded it stays in `actor`.
QString auditActor(const AuditEvent &event);
/// Whom or what it is about: the name that was recorded, else the campaign's or tenant's, else the subject's id.
QString auditSubject(const AuditEvent &event);
/// The fact worth a column: ticket, state, number of people, a reason.
QString auditDetail(const AuditEvent &event);

} // namespace domain
