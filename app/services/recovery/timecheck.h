#pragma once
#include "core/async.h"
#include "domain/recovery/timeproof.h"
#include <QString>

class QObject;

// What depends on the time and on no session: the removal of personal data, the ends of exemptions.
namespace services {

struct Context;
struct TenantConnections;

/// Done when the local clock, a vendor's and the log agree, see domain::timeDoubt(); else Conflict with timeSentence().
/// Where a vendor's time is missing or differs, SailPoint is asked once first. Thread: `receiver`'s, which the runtime
/// and the context outlive.
core::Async<core::Unit> requireTime(TenantConnections &connections, Context &context, QObject *receiver);
/// What is in doubt, and the way out; empty for None.
QString timeSentence(domain::TimeDoubt doubt);

} // namespace services
