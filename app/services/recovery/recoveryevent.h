#pragma once
#include "domain/audit/audit.h"
#include "domain/verification/verification.h"

namespace services {

struct Context;

/// What an entry about a step of a recovery says in any case. Thread: any.
domain::AuditEvent recoveryEvent(
    const Context &context, const domain::Session &session, const QString &action, const QString &outcome);

} // namespace services
