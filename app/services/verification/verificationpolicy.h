#pragma once
#include "core/async.h"
#include "domain/verification/policy.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

/// The verification policy as stored; the default one when none was. unreadableSetting() when it cannot be read as a
/// whole: whatever depends on it refuses, and it stays as it is until storePolicy() replaces it.
core::Async<domain::VerificationPolicy> readPolicy(Context &context, QObject *owner);
/// Usage with the field at fault. Value and audit record in one transaction.
core::Async<core::Unit> storePolicy(Context &context, const domain::VerificationPolicy &policy);

} // namespace services
