#pragma once
#include "domain/audit.h"

namespace domain {

/// What an entry of the audit log says in words, translated: "Verification started", "Campaign paused: not done".
QString auditText(const AuditEvent &event);
/// Whom or what it is about: the name that was recorded, else the campaign's or tenant's, else the subject's id.
QString auditSubject(const AuditEvent &event);
/// The fact worth a column: ticket, state, number of people, a reason.
QString auditDetail(const AuditEvent &event);

} // namespace domain
